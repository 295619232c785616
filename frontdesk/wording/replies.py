"""What the shop writes back to whoever answered a feedback card, whole, in the customer's own language.

It thanks, it does not argue, and it promises no more than a shop can keep. Whoever is not to be called by
name is written to without it.
"""

from frontdesk.domain.feedback.replies import CARDS, ReplyKind
from frontdesk.texts import Texts
from frontdesk.wording.messages import heading, salutation, signature


def reply(texts: Texts, kind: ReplyKind, *, done: bool, shop: str, name: str = "", staff: str = "") -> str:
    """The whole text, from the salutation to who signs. `texts` are the customer's; `done` is whether
    something came of what they said.
    """
    return "\n\n".join((salutation(texts, name), _body(texts, kind, done), signature(texts, shop, staff)))


def reply_heading(texts: Texts, kind: ReplyKind) -> str:
    """What its card says large."""
    return heading(texts, CARDS[kind])


def _body(texts: Texts, kind: ReplyKind, done: bool) -> str:
    match kind, done:
        case ReplyKind.SORRY, True:
            return texts.gettext(
                "Thank you for telling us. We are sorry that it was not as it should be. Because you said "
                "so, it is put right now. We hope to see you again soon."
            )
        case ReplyKind.SORRY, False:
            return texts.gettext(
                "Thank you for telling us. We are sorry that it was not as it should be. We are seeing to "
                "it, and we would like to make it good."
            )
        case ReplyKind.IDEA, True:
            return texts.gettext(
                "Thank you for telling us how it was. Because you said so, we have changed something: you "
                "will see it when you are next with us."
            )
        case ReplyKind.IDEA, False:
            return texts.gettext(
                "Thank you for telling us how it was. We have read it with care, and are looking at what we "
                "can do better."
            )
    return texts.gettext(
        "Thank you for telling us how it was. We are glad that you liked it, and we look forward to seeing "
        "you again."
    )
