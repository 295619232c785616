"""Errors of the store and of the system: what they are about."""

from pathlib import Path

import pytest

from frontdesk.services.errors import StoreError, fault_folder

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
