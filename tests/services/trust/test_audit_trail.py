"""Who did what: newest first, a page at a time, by person, till, kind, customer and day; told in words."""

from frontdesk.bootstrap import FrontDesk
from frontdesk.domain.trust.deeds import Deed, DeedsAsked
from frontdesk.texts import texts_for
from frontdesk.wording.deeds import deed_sentence

EN = texts_for("en")
ALL = DeedsAsked()


def said(deeds: tuple[Deed, ...]) -> list[str]:
    return [deed_sentence(EN, deed) for deed in deeds]


def test_it_runs(desk: FrontDesk) -> None:
    print(said(desk.audit.page(desk.act(), ALL).deeds))
