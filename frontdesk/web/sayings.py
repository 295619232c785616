"""What the page says besides its questions. Nobody is told that they are wrong; each says how to go on."""

from frontdesk.texts import Texts
from frontdesk.web.pages import Words


def thanks(texts: Texts, *, changeable: bool) -> Words:
    """Said only of an answer that is on the disk."""
    sentences = [texts.gettext("Your answer has reached us, and one of us will read it.")]
    if changeable:
        sentences.append(
            texts.gettext("You can change it for an hour: the square on your card leads back here.")
        )
    return Words(texts.gettext("Thank you!"), tuple(sentences))


def answered(texts: Texts) -> Words:
    """A card of one's own has its answer of today, and the hour is over."""
    return Words(
        texts.gettext("Thank you, your answer of today is here."),
        (texts.gettext("If there is more to say, please tell us at the counter. We like to hear it."),),
    )


def unknown_card(texts: Texts) -> Words:
    """For a code that is none of ours: a page that helps whoever mistyped it."""
    return Words(
        texts.gettext("We are glad that you want to tell us something."),
        (
            texts.gettext("The card of this address is not here. Please scan the square once more."),
            texts.gettext("Or simply tell us at the counter."),
        ),
    )


def no_card(texts: Texts) -> Words:
    """For whoever comes without a card."""
    return Words(
        texts.gettext("Tell us how we are doing."),
        (
            texts.gettext("Please scan the square on one of our cards. They lie at the counter."),
            texts.gettext("Or simply tell us at the counter."),
        ),
    )


def did_not_work(texts: Texts) -> Words:
    return Words(
        texts.gettext("That did not work here. We are sorry."),
        (texts.gettext("Please try it again in a moment, or tell us at the counter."),),
    )


def change_answer(texts: Texts) -> str:
    """The way from the thanks back to the questions."""
    return texts.gettext("Change my answer")


def still_changeable(texts: Texts) -> str:
    """To the phone that sent it."""
    return texts.gettext("Thank you, your answer is here. You can still change it.")


def answered_already(texts: Texts) -> str:
    """To whoever holds the card: what was said is not shown, as it may be somebody else's."""
    return texts.gettext(
        "This card has an answer of today. Send again within the hour to change it; "
        "what you leave empty stays as it was."
    )


def not_added(texts: Texts) -> str:
    """They wrote more than an hour after their answer of today."""
    return texts.gettext(
        "Your answer of today is here already, and this could not be added to it. "
        "Please show it to us at the counter."
    )


def one_tap_is_enough(texts: Texts) -> str:
    """They pressed Send on an empty page."""
    return texts.gettext("Tap the face that fits best. More is welcome, and not needed.")


def not_certain(texts: Texts) -> str:
    return texts.gettext(
        "It is not certain that your answer arrived. Please press Send again: it is counted once only."
    )


def many_just_now(texts: Texts) -> str:
    return texts.gettext(
        "Very many answers are coming just now. Please tell us at the counter, or send it later."
    )


def too_long(texts: Texts) -> str:
    return texts.gettext(
        "So much does not fit here. Please send us a part, and tell us the rest at the counter."
    )


def tell_at_the_counter(texts: Texts) -> str:
    return texts.gettext("We cannot take it here just now. Please tell us at the counter.")


def manager_told(texts: Texts) -> str:
    return texts.gettext("The manager has been told, and comes as soon as possible.")


def manager_not_told(texts: Texts) -> str:
    return texts.gettext("The manager could not be told from here. Please ask at the counter.")
