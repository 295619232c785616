"""A switch that bounces is one tap, on every page of caring for people."""

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import QUrl
from pytestqt.qtbot import QtBot

from frontdesk.bootstrap import FrontDesk
from frontdesk.domain.care.follow_ups import FollowUpKind
from frontdesk.domain.care.messages import MessageKind, Way
from frontdesk.domain.care.requests import RequestState
from frontdesk.domain.feedback.responses import ResponseState
from frontdesk.domain.people.customer_filters import CustomerFilter
from frontdesk.domain.people.customers import CustomerDraft, Purpose
from frontdesk.domain.privacy.erasing import Standing
from frontdesk.domain.privacy.retention import Silent
from frontdesk.ui.contact.coming_back import ComingAndGoing
from frontdesk.ui.contact.handing_over import HandingOver
from frontdesk.ui.counter.sheets import Counter
from frontdesk.ui.counter.tell_acts import TellActs
from frontdesk.ui.counter.window import CounterWindow
from frontdesk.ui.feedback.reply_handing import ReplyHanding
from frontdesk.ui.feedback.response_acts import ResponseActs
from frontdesk.ui.office.customers.saved_filters import SavedFilters
from frontdesk.ui.office.privacy.silent_page import SilentPage
from frontdesk.ui.office.safety.second_place_part import SecondPlacePart
from frontdesk.ui.prints.staff_cards_sheet import StaffCardsSheet
from frontdesk.ui.requests.request_acts import RequestActs
from frontdesk.ui.slipping.absence_acts import AbsenceActs
from frontdesk.ui.team.team_acts import TeamActs
from frontdesk.ui.today.follow_up_sheet import Following
from tests.services.feedback.feedback_acts import answers_of, issue, take

TAPS: dict[str, Callable[[Counter, FrontDesk, int], None]] = {
    "welcome back": lambda counter, desk, who: ComingAndGoing(counter).welcome_back(who),
    "called": lambda counter, desk, who: AbsenceActs(counter).called(who, ""),
    "call again": lambda counter, desk, who: AbsenceActs(counter).call_again(who),
    "thanks": lambda counter, desk, who: TeamActs(counter).thank(desk.staff_id, "So patient", who),
    "asked": lambda counter, desk, who: TeamActs(counter).ask("Aprons", lambda: None, print),
    "follow up": lambda counter, desk, who: Following(counter).add(
        who, FollowUpKind.CALL, desk.today(), kept=lambda: None, refused=print
    ),
    "said": lambda counter, desk, who: TellActs(counter).said(answers_of(desk, who)[0].id, "Maria"),
    "answer taken on": lambda counter, desk, who: ResponseActs(counter).take_on(
        answers_of(desk, who)[0].id, desk.staff_id
    ),
    "answer not done": lambda counter, desk, who: ResponseActs(counter).move(
        answers_of(desk, who)[0].id, ResponseState.IN_HAND
    ),
    "answer told": lambda counter, desk, who: ResponseActs(counter).tell(
        answers_of(desk, who)[0].id, "Tell them it is fixed.", print, print
    ),
    "kept for a year": lambda counter, desk, who: SilentPage(counter)._keep(
        Silent(who, "Maria", 0, Standing())
    ),
    "new staff card": lambda counter, desk, who: StaffCardsSheet(
        counter, frozenset({desk.staff_id})
    ).give_new_code(),
    "second place given up": lambda counter, desk, who: SecondPlacePart(counter, lambda: None).forget(),
    "filter kept": lambda counter, desk, who: SavedFilters(counter).save("Mine", CustomerFilter()),
    "request": lambda counter, desk, who: RequestActs(counter, lambda: None).move(
        desk.requests.due()[0], RequestState.READY
    ),
}


def acts(desk: FrontDesk) -> int:
    return int(desk.store.read().value("SELECT count(*) FROM gesture"))


@pytest.fixture
def maria(desk: FrontDesk) -> int:
    draft = CustomerDraft("Maria", phone="020 5551 4867", consents=frozenset({Purpose.MESSAGES}))
    wording = {Purpose.MESSAGES: "I agree."}
    maria: int = desk.submit(desk.customers.enrol, desk.act(), draft, None, wording).result().customer.id
    desk.submit(desk.requests.ask, desk.act(), maria, "Umbrella", "", None).result()
    answered = take(desk, issue(desk, maria))
    desk.submit(desk.responses.tell, desk.act(), answered.response.id, "There is oat milk now").result()
    return maria


@pytest.mark.parametrize("name", TAPS)
def test_two_taps_at_once_are_one_act(
    qtbot: QtBot, window: CounterWindow, desk: FrontDesk, maria: int, name: str
) -> None:
    before = acts(desk)
    for _ in range(2):
        TAPS[name](window.lent, desk, maria)
    qtbot.waitUntil(lambda: not window.bridge.busy)
    assert acts(desk) - before == 1


def test_a_reply_is_opened_once(qtbot: QtBot, window: CounterWindow, desk: FrontDesk, maria: int) -> None:
    opened: list[QUrl] = []

    def open_it(link: QUrl) -> bool:
        opened.append(link)
        return True

    (answer,) = answers_of(desk, maria)
    handing = ReplyHanding(window.lent, ResponseActs(window.lent), open_it, lambda: True)
    offer, before = desk.replies.offer(answer.id), acts(desk)
    assert handing.give(offer, Way.SMS, "Thank you")
    assert handing.give(offer, Way.SMS, "Thank you")
    qtbot.waitUntil(lambda: not window.bridge.busy)
    assert (len(opened), acts(desk) - before) == (1, 1)


def test_a_message_is_opened_once(qtbot: QtBot, window: CounterWindow, desk: FrontDesk, maria: int) -> None:
    opened: list[QUrl] = []

    def open_it(link: QUrl) -> bool:
        opened.append(link)
        return True

    handing = HandingOver(window.lent, maria, open_it, lambda: True)
    offer: Any = desk.contacting.offer(maria, MessageKind.THANKS, desk.now())
    assert handing.give(offer, Way.WHATSAPP, "Thank you")
    assert handing.give(offer, Way.WHATSAPP, "Thank you")
    qtbot.waitUntil(lambda: not window.bridge.busy)
    assert len(opened) == len(desk.contacting.log(maria)) == 1
