"""Services that make acts themselves make them, in the back office, in the name of whoever opened it."""

from collections.abc import Iterator
from typing import Any, Final

from frontdesk.bootstrap import FrontDesk
from frontdesk.desk.office_desk import OfficeDesk
from tests.services.rights import services_of

OF_THE_TILL: Final = {"expiring"}
"""What ran out is noted by the till's housekeeping, and nothing of the office calls it."""


def makers(desk: Any, service: object, seen: set[int]) -> Iterator[str]:
    """Where a service, or what it is made of, was given the `act` of `desk`."""
    if id(service) in seen:
        return
    seen.add(id(service))
    for name, value in vars(service).items():
        if getattr(value, "__func__", None) is type(desk).act and value.__self__ is desk:
            yield f"{type(service).__name__}.{name}"
        elif type(value).__module__.startswith("frontdesk.services") and hasattr(value, "__dict__"):
            yield from makers(desk, value, seen)


def test_no_service_of_the_office_acts_in_the_name_of_the_till(desk: FrontDesk) -> None:
    office = OfficeDesk(desk, desk.staff_id, b"")
    at_the_till = {name for name, each in services_of(desk).items() if [*makers(desk, each, set())]}
    assert at_the_till >= OF_THE_TILL | {"imports", "exports", "response_files"}, "they are found no more"
    for name in sorted(at_the_till - OF_THE_TILL):
        made = getattr(office, name)
        assert not [*makers(desk, made, set())], f"{name} needs a place of its own in OfficeDesk"
        assert [*makers(office, made, set())], name
