"""Who had said that it was fine and then stopped coming: what they had said, and when."""

from datetime import date
from zoneinfo import ZoneInfo

from frontdesk.domain.regulars.said_fine import LastSaid, Stopped
from frontdesk.texts import Texts
from frontdesk.wording.dates import day, full_date
from frontdesk.wording.leaving import left_sentence
from frontdesk.wording.questions import mood_name
from frontdesk.wording.response_news import quoted


def last_said_sentence(texts: Texts, said: LastSaid, zone: ZoneInfo, now: int) -> str:
    """The face of their last answer, and what is quoted of it."""
    face, when = mood_name(texts, said.mood), day(texts, said.at, zone, now)
    words = quoted(texts, said.gist.words, said.gist.point or "")
    if words:
        sentence = texts.gettext("Last answer, {when}: {face} ({words})")
        return sentence.format(when=when, face=face, words=words)
    return texts.gettext("Last answer, {when}: {face}.").format(when=when, face=face)


def answer_and_visit(texts: Texts, stopped: Stopped, zone: ZoneInfo, now: int) -> str:
    """What they had said last and, of somebody who is missed, until when they came: it may be long after."""
    said = last_said_sentence(texts, stopped.said, zone, now)
    if stopped.missed is None:
        return said
    last = full_date(texts, date.fromordinal(stopped.missed.silence.last))
    return "\n".join((said, texts.gettext("Last visit: {date}.").format(date=last)))


def stopped_words(texts: Texts, stopped: Stopped, zone: ZoneInfo, now: int) -> str:
    """Of somebody who left: who, since when, and what they had said last, each in a line."""
    said = last_said_sentence(texts, stopped.said, zone, now)
    left = left_sentence(texts, stopped.left, zone, now) if stopped.left is not None else ""
    return "\n".join(filter(None, (stopped.name, left, said)))
