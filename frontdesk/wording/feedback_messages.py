"""The message that a feedback card opens on a phone: its code, and the questions to write behind."""

from collections.abc import Sequence

from frontdesk.domain.feedback.message_form import ask_text
from frontdesk.domain.feedback.questions import Question, Topic
from frontdesk.domain.text import ZERO_WIDTH_SPACE
from frontdesk.texts import Texts


def messages_to_fill(
    texts: Texts, code: str, questions: Sequence[Question], *, numbered: bool = False
) -> tuple[str, ...]:
    """What may be sent, the fullest first: who prints it takes the first that its square can hold.

    The questions whole, then a word for each; at last, where the card itself has them with their numbers
    (`numbered`), the numbers alone.
    """
    whole = [each.text for each in questions]
    short = [short_prompt(texts, each.topic) for each in questions]
    told = [ask_text(code, whole), ask_text(code, short)]
    if numbered:
        told.append(ask_text(code, [""] * len(questions)))
    # The marks between words are for lines of paper; in a square each takes nine bytes.
    return tuple(each.replace(ZERO_WIDTH_SPACE, "") for each in told)


def short_prompt(texts: Texts, topic: Topic) -> str:
    """A question in a word, for a message that has no room for it."""
    match topic:
        case Topic.VISIT:
            return texts.pgettext("asked in a message", "This visit:")
        case Topic.LIKED:
            return texts.pgettext("asked in a message", "Liked:")
        case Topic.DISLIKED:
            return texts.pgettext("asked in a message", "Not liked:")
        case Topic.CHANGE:
            return texts.pgettext("asked in a message", "Change:")
        case Topic.BETTER:
            return texts.pgettext("asked in a message", "Better:")
