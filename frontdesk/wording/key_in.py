"""What is said while an answer is keyed in: whose card it is, and whether it brought one today."""

from zoneinfo import ZoneInfo

from frontdesk.domain.feedback.feedback_cards import FeedbackCard
from frontdesk.domain.feedback.responses import Response
from frontdesk.texts import Texts
from frontdesk.wording.dates import clock_time


def card_sentence(texts: Texts, card: FeedbackCard, called: str) -> str:
    """The card's number, and whose it is as far as anybody knows."""
    if called:
        return texts.gettext("Card {n}, of {name}").format(n=card.number, name=called)
    if card.shared:
        return texts.gettext("Code {n}, for everybody").format(n=card.number)
    return texts.gettext("Card {n}, of somebody").format(n=card.number)


def standing_sentence(texts: Texts, standing: Response, zone: ZoneInfo, *, closed: bool) -> str:
    """It brought an answer today; `closed` is whether that can be changed no more."""
    time = clock_time(texts, standing.came_at, zone)
    if closed:
        said = texts.gettext("This card brought its answer of today, at {time}. One a day is kept.")
    else:
        said = texts.gettext("This card brought an answer at {time}. What you key in now takes its place.")
    return said.format(time=time)
