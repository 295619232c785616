"""Requests of before there were targets: they open as they were, and can be cared for from now on."""

from pathlib import Path

import pytest

from frontdesk.domain.care.care_rules import Axis
from frontdesk.storage.care import requests
from frontdesk.storage.database import connect
from frontdesk.storage.migrations import migrate

SAVED = Path(__file__).parents[2] / "databases"


@pytest.mark.parametrize("version", ["v1", "v2", "v3"])
def test_a_request_of_a_shop_of_before_has_no_target_and_loses_nothing(tmp_path: Path, version: str) -> None:
    path = tmp_path / "shop.sqlite3"
    path.write_bytes((SAVED / f"{version}.sqlite3").read_bytes())
    migrate(path)
    db = connect(path, read_only=True)
    db.connect()
    try:
        asked = requests.all_open(db)
    finally:
        db.close()
    assert asked, "the saved shop has an open request"
    for request in asked:
        assert (request.target_at, request.axis, request.contact_point) == (None, Axis.TIME, None)
        assert (request.quoted, request.final, request.declined) == (None, None, None)
        assert request.pictures == frozenset()
        assert request.promised_at is not None
        assert not request.pressing(request.promised_at + 1)
