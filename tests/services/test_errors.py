"""Errors of the store and of the system: what they are about."""

from pathlib import Path

import pytest

from frontdesk.domain.faults import StoreFault
from frontdesk.services.errors import StoreError, fault_folder, store_fault
from frontdesk.storage.opening import BackupFailed

DATA = Path("/home/noy/shop")


@pytest.mark.parametrize(
    ("error", "place"),
    [
        (PermissionError(13, "Permission denied", "/home/noy/shop/logs"), DATA),
        (PermissionError(13, "Permission denied", "/home/noy/shop-backups"), Path("/home/noy/shop-backups")),
        (OSError("nothing is named"), DATA),
        (StoreError("nothing is named"), DATA),
    ],
)
def test_an_error_is_about_the_shops_folder_or_what_the_system_named_outside_it(
    error: Exception, place: Path
) -> None:
    assert fault_folder(error, DATA) == place


def test_an_error_is_about_what_its_cause_named() -> None:
    error = StoreError("no backup was made")
    error.__cause__ = PermissionError(13, "Permission denied", "/home/noy/shop-backups")
    assert fault_folder(error, DATA) == Path("/home/noy/shop-backups")


def test_a_backup_that_was_thrown_away_has_a_code_of_its_own() -> None:
    assert store_fault(BackupFailed("3 entries instead of 4")) is StoreFault.BACKUP_FAILED
