"""Pages of the office that stand open while somebody is erased elsewhere."""

from frontdesk.bootstrap import FrontDesk
from frontdesk.domain.privacy.erasing import WhyErased
from frontdesk.ui.counter.sheets import SheetName
from frontdesk.ui.counter.window import CounterWindow
from frontdesk.ui.office.window import OfficeWindow


def test_all_pages_about_whoever_is_erased_go(
    office: OfficeWindow, window: CounterWindow, desk: FrontDesk, people: list[int]
) -> None:
    place = office.workplace
    assert place is not None
    place.choose(people[1])
    place.open(SheetName.EDIT, customer_id=people[1])
    assert place.pages.depth() == 3

    erased = desk.submit(desk.erasing.erase, desk.act(), people[1], WhyErased.ASKED).result()
    window.bridge.changed.emit(erased.changes)

    assert place.pages.depth() == 1
