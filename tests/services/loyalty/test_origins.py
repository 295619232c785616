"""The record of a customer knows which stamps were not given at the till, and who brought them in."""

from frontdesk.bootstrap import FrontDesk
from frontdesk.domain.days import MINUTE
from frontdesk.domain.loyalty.origins import FromPaperCard, FromPowerSheet, FromTicket, Origin
from frontdesk.domain.loyalty.tickets import TicketDraft
from frontdesk.domain.paper.power_sheets import Written
from tests.conftest import FakeClock
from tests.services.counter_acts import enrol, hire, tap


def origins(desk: FrontDesk, customer: int) -> list[Origin | None]:
    return [entry.origin for entry in desk.loyalty.history(customer)]


def test_stamps_that_nobody_need_have_stood_there_for_say_where_they_are_from(
    desk: FrontDesk, clock: FakeClock
) -> None:
    noy = enrol(desk)
    first = desk.staffing.staff()[0].name
    sheet = desk.submit(desk.power_sheets.make, desk.act(), (noy,)).result()
    clock.forward(hours=1)
    ticket = desk.submit(desk.tickets.open, desk.act(), TicketDraft("hat", 1)).result().ticket
    made_at = desk.now()
    clock.forward(minutes=5)
    desk.submit(desk.adopting.adopt, desk.act(), noy, 4).result()
    desk.staff_id = hire(desk, "Dao")
    desk.submit(desk.tickets.claim, desk.act(), ticket.id, noy).result()
    written = Written(sheet.id, 1, noy, desk.now() // MINUTE * MINUTE - MINUTE, 2, True)
    desk.submit(desk.keying_in.key_in, desk.keying_in.act_for(desk.act(), written), written).result()
    tap(desk, noy)
    assert origins(desk, noy) == [
        None,
        FromPowerSheet(1, 1, "Dao"),  # the free one
        FromPowerSheet(1, 1, "Dao"),
        FromTicket(first, made_at, "Dao"),
        FromPaperCard(first),
    ]


def test_a_free_one_that_was_settled_later_is_from_the_sheet_too(desk: FrontDesk, clock: FakeClock) -> None:
    noy = enrol(desk)
    sheet = desk.submit(desk.power_sheets.make, desk.act(), (noy,)).result()
    clock.forward(hours=1)
    written = Written(sheet.id, 1, noy, desk.now() // MINUTE * MINUTE - MINUTE, 0, True)
    keyed = desk.submit(desk.keying_in.key_in, desk.keying_in.act_for(desk.act(), written), written).result()
    tap(desk, noy, 5)
    desk.submit(desk.keying_in.settle, desk.act(), keyed.gesture).result()
    assert origins(desk, noy)[0] == FromPowerSheet(1, 1, desk.staffing.staff()[0].name)


def test_what_is_taken_back_keeps_its_origin_and_the_taking_back_has_none(desk: FrontDesk) -> None:
    noy = enrol(desk)
    ticket = desk.submit(desk.tickets.open, desk.act(), TicketDraft("hat", 1)).result().ticket
    claimed = desk.submit(desk.tickets.claim, desk.act(), ticket.id, noy).result()
    desk.submit(desk.loyalty.undo, desk.act(), claimed.gesture).result()
    first = desk.staffing.staff()[0].name
    assert origins(desk, noy) == [None, FromTicket(first, desk.now(), first)]
