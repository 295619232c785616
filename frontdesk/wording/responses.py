"""Answers to feedback cards, in words for the staff: whose, how one came, how far it is, what was done."""

from collections.abc import Mapping

from frontdesk.domain.care.contact_points import ContactPoint
from frontdesk.domain.care.messages import Way
from frontdesk.domain.feedback.questions import Topic
from frontdesk.domain.feedback.replies import ReplyKind, reply_kind
from frontdesk.domain.feedback.responses import KEYED_IN, Response, ResponseState, Step, StepKind, WayBack
from frontdesk.texts import Texts
from frontdesk.wording.contact import way_name
from frontdesk.wording.questions import box_name, mood_name

_FIRST_TOLD = (Topic.DISLIKED, Topic.VISIT, Topic.CHANGE, Topic.BETTER, Topic.LIKED)
"""What there may be something to do about goes before praise."""


def response_state_name(texts: Texts, state: ResponseState) -> str:
    """How far it is."""
    match state:
        case ResponseState.NEW:
            return texts.pgettext("state of an answer", "New")
        case ResponseState.IN_HAND:
            return texts.pgettext("state of an answer", "Somebody sees to it")
        case ResponseState.DONE:
            return texts.pgettext("state of an answer", "Done")
        case ResponseState.SET_ASIDE:
            return texts.pgettext("state of an answer", "Set aside")


def response_move_name(texts: Texts, to: ResponseState) -> str:
    """What the button says that moves it there."""
    match to:
        case ResponseState.NEW:
            return texts.pgettext("button that moves an answer", "It counts after all")
        case ResponseState.IN_HAND:
            return texts.pgettext("button that moves an answer", "Not done after all")
        case ResponseState.DONE:
            return texts.pgettext("button that moves an answer", "Done")
        case ResponseState.SET_ASIDE:
            return texts.pgettext("button that moves an answer", "Set aside: a trial or a joke")


def state_sentence(texts: Texts, response: Response) -> str:
    """How far it is, and with whom."""
    if response.state is ResponseState.IN_HAND and response.owner_name:
        return texts.gettext("{name} sees to it.").format(name=response.owner_name)
    return response_state_name(texts, response.state)


def way_back_name(texts: Texts, way: WayBack) -> str:
    """How it came."""
    match way:
        case WayBack.PAGE:
            return texts.pgettext("how an answer came", "Through our page")
        case WayBack.MESSAGE:
            return texts.pgettext("how an answer came", "By message")
        case WayBack.FORM:
            return texts.pgettext("how an answer came", "Through the form")
        case WayBack.PAPER:
            return texts.pgettext("how an answer came", "On paper")


def whose(texts: Texts, response: Response) -> str:
    """Who said it, as far as anybody knows."""
    return response.called or texts.gettext("Somebody")


def card_words(texts: Texts, response: Response) -> str:
    """Which card it came on; a number that is not known has none to say."""
    if response.shared:
        return texts.gettext("Shared code {n}").format(n=response.card_number)
    return texts.gettext("Card {n}").format(n=response.card_number)


def mood_sentence(texts: Texts, response: Response) -> str:
    """The face that they gave, in a word or two."""
    if response.mood is None:
        return texts.gettext("No face chosen")
    return mood_name(texts, response.mood)


def first_words(texts: Texts, response: Response) -> str:
    """What it says, in one line: their words first, else what they ticked, else their face."""
    said = [answer for topic in _FIRST_TOLD if (answer := response.said_of(topic)) is not None]
    typed = next((answer.words for answer in said if answer.words.strip()), "")
    if typed:
        return " ".join(typed.split())
    for answer in said:
        if answer.point is not None:
            return _ticked(texts, answer.topic, answer.point)
    return mood_sentence(texts, response)


def answer_lines(texts: Texts, response: Response, topic: Topic) -> tuple[str, ...]:
    """What is said to one question: the face or the box, then their words as they wrote them."""
    if topic is Topic.VISIT and response.mood is not None:
        box = mood_name(texts, response.mood)
    else:
        answer = response.said_of(topic)
        box = box_name(texts, answer.point) if answer is not None and answer.point is not None else ""
    said = response.said_of(topic)
    return tuple(filter(None, (box, said.words if said is not None else "")))


def inbox_sentence(texts: Texts, waiting: int, unhappy: int) -> str:
    """How many answers wait, and how many of them are of somebody who was not happy."""
    if not waiting:
        return texts.gettext("Nothing waits.")
    if not unhappy:
        return texts.ngettext("{n} answer to see to.", "{n} answers to see to.", waiting).format(n=waiting)
    return texts.ngettext(
        "{n} answer to see to, {unhappy} of somebody who was not happy.",
        "{n} answers to see to, {unhappy} of somebody who was not happy.",
        waiting,
    ).format(n=waiting, unhappy=unhappy)


def moved_response_sentence(texts: Texts, response: Response) -> str:
    """What was just done. It says whose it is by the card: customers stand in front of the counter."""
    return texts.gettext("{card}: {state}").format(
        card=card_words(texts, response), state=response_state_name(texts, response.state)
    )


def step_sentence(texts: Texts, step: Step, response: Response, staff: Mapping[int, str]) -> str:
    """One act on it, as a sentence; empty for what says nothing to a reader. `staff` has names by key."""
    match step.kind:
        case StepKind.CAME:
            return _came(texts, step, response.way)
        case StepKind.CHANGED:
            return _changed(texts, step, response.way)
        case StepKind.STATE:
            return _moved(texts, step)
        case StepKind.OWNER:
            return _taken_on(texts, step, staff)
        case StepKind.CUSTOMER:
            return texts.gettext("{name} said whose it is.").format(name=step.by)
        case StepKind.RECOVERY:
            return texts.gettext("It is a complaint now.")
        case StepKind.REPLIED | StepKind.TOLD | StepKind.SAID | StepKind.THANKS:
            return _answered(texts, step, staff)


def told_suggestions(texts: Texts, response: Response) -> tuple[str, ...]:
    """What the cashier may say to them at the next greeting, ready to be changed; the likeliest first."""
    disliked, kind = response.said_of(Topic.DISLIKED), reply_kind(response)
    said = []
    if disliked is not None and disliked.point is not None:
        said.append(_put_right(texts, disliked.point))
    if kind is ReplyKind.GLAD:
        said.append(texts.gettext("Your kind words on the card made us glad."))
    elif response.said_of(Topic.CHANGE) is not None or response.said_of(Topic.BETTER) is not None:
        said.append(texts.gettext("We did what you proposed."))
    if kind is ReplyKind.SORRY or not said:
        said.append(texts.gettext("What you told us is put right."))
    return tuple(said)


def _ticked(texts: Texts, topic: Topic, point: ContactPoint) -> str:
    box = box_name(texts, point)
    if topic is Topic.LIKED:
        return texts.gettext("Liked: {what}").format(what=box)
    return texts.gettext("Did not like: {what}").format(what=box)


def _came(texts: Texts, step: Step, way: WayBack) -> str:
    match way:
        case WayBack.PAGE:
            return texts.gettext("It came through our page.")
        case WayBack.FORM:
            return texts.gettext("It came through the form.")
        case WayBack.MESSAGE:
            return texts.gettext("It came by message; {name} keyed it in.").format(name=step.by)
        case WayBack.PAPER:
            return texts.gettext("It came on paper; {name} keyed it in.").format(name=step.by)


def _changed(texts: Texts, step: Step, way: WayBack) -> str:
    if way in KEYED_IN:
        return texts.gettext("{name} corrected what was keyed in.").format(name=step.by)
    return texts.gettext("They changed what they had said.")


def _moved(texts: Texts, step: Step) -> str:
    """That somebody sees to it is said by who took it on; nobody made an edited answer new but the edit."""
    if step.was == ResponseState.NEW and step.now == ResponseState.IN_HAND:
        return ""
    if step.was == ResponseState.DONE and step.now == ResponseState.NEW:
        return texts.gettext("It is new once more.")
    state = response_state_name(texts, ResponseState(step.now))
    return texts.gettext("{name}: {state}").format(name=step.by, state=state)


def _taken_on(texts: Texts, step: Step, staff: Mapping[int, str]) -> str:
    owner = staff.get(int(step.now), "") if step.now else ""
    if not owner:
        return ""
    if owner == step.by:
        return texts.gettext("{name} took it on.").format(name=owner)
    return texts.gettext("{name} is to see to it.").format(name=owner)


def _answered(texts: Texts, step: Step, staff: Mapping[int, str]) -> str:
    """What went back to them, or on to one of us."""
    match step.kind:
        case StepKind.REPLIED:
            return _handed(texts, step)
        case StepKind.TOLD if step.note:
            return texts.gettext("{name} noted what was done: {what}").format(name=step.by, what=step.note)
        case StepKind.SAID:
            return texts.gettext("{name} told them.").format(name=step.by)
        case StepKind.THANKS:
            thanked = staff.get(int(step.now), "") if step.now.isdecimal() else step.now
            return texts.gettext("Thanks in it went to {name}.").format(name=thanked) if thanked else ""
    return ""


def last_reply_sentence(texts: Texts, step: Step, when: str) -> str:
    """How far the last reply is known to have come."""
    match Way(step.now):
        case Way.PAPER:
            return texts.gettext("The reply was printed: {when}.").format(when=when)
        case Way.COPY:
            return texts.gettext("The reply was copied: {when}. Send it where you write to them.").format(
                when=when
            )
        case way:
            return texts.gettext("The reply was opened in {way}: {when}. Send it there.").format(
                way=way_name(texts, way), when=when
            )


def _handed(texts: Texts, step: Step) -> str:
    match Way(step.now):
        case Way.PAPER:
            return texts.gettext("{name} printed the reply.").format(name=step.by)
        case Way.COPY:
            return texts.gettext("{name} copied the reply.").format(name=step.by)
        case way:
            return texts.gettext("{name} opened the reply in {way}.").format(
                name=step.by, way=way_name(texts, way)
            )


def _put_right(texts: Texts, point: ContactPoint) -> str:
    """What was ticked as not good is good now."""
    match point:
        case ContactPoint.SERVICE:
            return texts.gettext("We talked it over in the team.")
        case ContactPoint.QUEUE:
            return texts.gettext("You need not wait so long now.")
        case ContactPoint.PLACE:
            return texts.gettext("The place is in order now.")
        case ContactPoint.ORDER:
            return texts.gettext("Ordering is easier now.")
        case ContactPoint.PAYING:
            return texts.gettext("Paying is easier now.")
    return texts.gettext("What you had is better now.")
