"""Answers to feedback cards in the greeting and on today's list: what to tell, whom to ask, what waits."""

from zoneinfo import ZoneInfo

from frontdesk.domain.care.contact_points import ContactPoint
from frontdesk.domain.care.today import TodayItem
from frontdesk.domain.feedback.questions import Mood
from frontdesk.domain.feedback.response_news import Came
from frontdesk.domain.regulars.greeting import GreetingLine
from frontdesk.texts import Texts
from frontdesk.wording.dates import day
from frontdesk.wording.questions import box_name, mood_name


def tell_sentence(texts: Texts, line: GreetingLine, name: str) -> str:
    """What came of their answer, in the manager's words."""
    return texts.gettext("Thank {name} for saying so, and tell them: {told}").format(
        name=name, told=line.text
    )


def said_reason(texts: Texts, line: GreetingLine, zone: ZoneInfo, now: int) -> str:
    """What they had said, and when."""
    said = quoted(texts, line.said, line.about)
    when = day(texts, line.at if line.at is not None else now, zone, now)
    if not said:
        return texts.gettext("They answered a feedback card: {when}").format(when=when)
    return texts.gettext("They said, {when}: {words}").format(when=when, words=said)


def ask_sentence(texts: Texts, weeks: int) -> str:
    """That it is time to ask them how the shop is doing; 0 weeks for somebody who never was."""
    if not weeks:
        return texts.gettext("Never asked how we do: hand them a card")
    return texts.ngettext(
        "Not asked for {n} week how we do: hand them a card",
        "Not asked for {n} weeks how we do: hand them a card",
        weeks,
    ).format(n=weeks)


def answer_task(texts: Texts, item: TodayItem) -> str:
    """What somebody answered, as an item of today's list."""
    said = quoted(texts, item.text, item.about)
    if item.at_once:
        if not said:
            return texts.gettext("Was not happy, and said no more. Let them know that it was read.")
        return texts.gettext("Was not happy: {words}").format(words=said)
    if not said:
        return texts.gettext("Answered a feedback card. Say thank you.")
    return texts.gettext("Answered: {words}").format(words=said)


def quoted(texts: Texts, words: str, point: str) -> str:
    """What is quoted of an answer: their own words, or the name of the box that they ticked, or nothing."""
    return words or (box_name(texts, ContactPoint(point)) if point else "")


def came_words(texts: Texts, came: Came) -> str:
    """The face that somebody gave, and what is quoted of their answer, as far as there is either."""
    face = mood_name(texts, Mood(came.mood)) if came.mood is not None else ""
    said = quoted(texts, came.gist.words, came.gist.point or "")
    if face and said:
        return texts.gettext("{face}: {words}").format(face=face, words=said)
    return face or said
