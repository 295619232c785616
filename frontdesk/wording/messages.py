"""What the shop writes to a customer, whole, in the customer's own language.

Nothing in it corrects, hurries or pleads. Whoever is not to be greeted by name is written to without it.
"""

from frontdesk.domain.care.messages import MessageKind
from frontdesk.texts import Texts


def message(
    texts: Texts,
    kind: MessageKind,
    *,
    shop: str,
    name: str = "",
    staff: str = "",
    about: str = "",
    years: int = 0,
) -> str:
    """The whole text, from the salutation to who signs. `texts` are the customer's; `about` is what somebody
    typed; `years` for how many they have been coming.
    """
    parts = (salutation(texts, name), _body(texts, kind, about, years), signature(texts, shop, staff))
    return "\n\n".join(parts)


def heading(texts: Texts, kind: MessageKind, years: int = 0) -> str:
    """What a card says large."""
    match kind:
        case MessageKind.BIRTHDAY:
            return texts.gettext("Happy birthday!")
        case MessageKind.ANNIVERSARY if years:
            return texts.ngettext("{n} year together", "{n} years together", years).format(n=years)
        case MessageKind.REASSURE:
            return texts.gettext("Welcome!")
        case MessageKind.MISSED:
            return texts.gettext("We think of you")
        case MessageKind.RENEW:
            return texts.gettext("Your pass with us")
        case MessageKind.READY:
            return texts.gettext("It is ready for you")
        case MessageKind.SORRY:
            return texts.gettext("We are sorry")
        case MessageKind.ASK_HOW:
            return texts.gettext("How was it?")
    return texts.gettext("Thank you!")


def salutation(texts: Texts, name: str) -> str:
    """How it begins: with the name, unless there is none to say."""
    return texts.gettext("Dear {name},").format(name=name) if name else texts.gettext("Hello,")


def signature(texts: Texts, shop: str, staff: str = "") -> str:
    """Who it is from: one of the staff by name, and the shop."""
    if not staff:
        return texts.gettext("Everyone at {shop}").format(shop=shop)
    return texts.gettext("{staff} and everyone at {shop}").format(staff=staff, shop=shop)


def _body(texts: Texts, kind: MessageKind, about: str, years: int) -> str:
    match kind:
        case MessageKind.BIRTHDAY:
            return texts.gettext(
                "All of us wish you a very happy birthday, good health and a year full of good days."
            )
        case MessageKind.ANNIVERSARY if years:
            return texts.ngettext(
                "You have been coming to us for {n} year. Thank you for each visit: it is good to know you.",
                "You have been coming to us for {n} years. Thank you for each visit: it is good to know you.",
                years,
            ).format(n=years)
        case MessageKind.REASSURE:
            said = texts.gettext(
                "Thank you for choosing us. If you have a question, or if anything is not as you expected, "
                "tell us: we are here for you."
            )
            return _with_about(texts, said, about)
        case MessageKind.MISSED:
            return texts.gettext(
                "We have not seen you for a while and hope that you are well. If anything was not right, we "
                "would like to know. You are always welcome."
            )
        case MessageKind.RENEW:
            return _renew(texts, about)
        case MessageKind.READY:
            return _ready(texts, about)
        case MessageKind.SORRY | MessageKind.ASK_HOW:
            return _with_about(texts, _how_it_was(texts, kind), about)
    said = texts.gettext("Thank you for coming to us. We are glad that you are our guest.")
    return _with_about(texts, said, about)


def _how_it_was(texts: Texts, kind: MessageKind) -> str:
    """A word about a visit: what was not right in it, or the question how it was."""
    if kind is MessageKind.SORRY:
        return texts.gettext(
            "We are sorry that something was not right when you were with us, and we want to make it "
            "good. Please tell us what would help."
        )
    return texts.gettext(
        "How was it when you were last with us? Tell us what was good and what we could do better: "
        "it helps us."
    )


def _renew(texts: Texts, about: str) -> str:
    said = texts.gettext(
        "Your pass has ended. If you would like to go on, we are glad to renew it; if not, thank you for the "
        "time with us."
    )
    return _with_about(texts, said, about)


def _ready(texts: Texts, about: str) -> str:
    if about:
        return texts.gettext(
            "What you asked for is ready: {about}. Come by whenever it suits you; we keep it for you."
        ).format(about=about)
    return texts.gettext("What you asked for is ready. Come by whenever it suits you; we keep it for you.")


def _with_about(texts: Texts, said: str, about: str) -> str:
    """What it is about in a line of its own, as somebody typed it."""
    if not about:
        return said
    it_is = texts.gettext("It is about: {about}").format(about=about)
    return f"{said}\n\n{it_is}"
