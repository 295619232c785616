"""What a customer agrees to, in the words that are shown to them and kept with their answer."""

from frontdesk.domain.people.customers import Purpose
from frontdesk.texts import Texts


def purpose_name(texts: Texts, purpose: Purpose) -> str:
    """The purpose in a word or two, for a label."""
    match purpose:
        case Purpose.PHOTO:
            return texts.gettext("Keep a photo")
        case Purpose.BIRTHDAY:
            return texts.gettext("Remember the birthday")
        case Purpose.MESSAGES:
            return texts.gettext("Send messages")


def consent_wording(texts: Texts, purpose: Purpose, shop_name: str) -> str:
    """The sentence to agree to. `texts` are the customer's; the answer is stored with this very wording."""
    match purpose:
        case Purpose.PHOTO:
            return texts.gettext(
                "{shop} may keep my photo so that the staff know me when I come in. "
                "I can take this back at any time."
            ).format(shop=shop_name)
        case Purpose.BIRTHDAY:
            return texts.gettext(
                "{shop} may keep my birthday to wish me well. I can take this back at any time."
            ).format(shop=shop_name)
        case Purpose.MESSAGES:
            return texts.gettext(
                "{shop} may send me messages about my requests, stamps and rewards. "
                "I can take this back at any time."
            ).format(shop=shop_name)
