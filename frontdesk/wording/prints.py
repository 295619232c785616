"""The sentences on printed cards, in the language of the customer who takes the card home.

Nothing on a print corrects, hurries or grades anybody: it is the shop that asks to be told.
"""

from dataclasses import dataclass

from babel import Locale

from frontdesk.texts import Texts


@dataclass(frozen=True, slots=True)
class FeedbackWords:
    """What a feedback card says, from its top to its bottom."""

    question: str
    invitation: str
    code_label: str
    thanks: str


def feedback_words(texts: Texts, customer_name: str = "") -> FeedbackWords:
    """Return the sentences of a feedback card; without a name it thanks whoever takes it."""
    thanks = texts.gettext("Thank you for coming, {name}!").format(name=customer_name)
    return FeedbackWords(
        question=texts.gettext("How are we doing?"),
        invitation=texts.gettext("Tell us in a minute: scan with your phone’s camera."),
        code_label=texts.gettext("Or give us this code:"),
        thanks=thanks if customer_name else texts.gettext("Thank you for coming!"),
    )


def member_card_line(texts: Texts) -> str:
    """Return what a member card asks of its owner."""
    return texts.gettext("Please show this card at the counter.")


def team_heading(texts: Texts) -> str:
    """What stands above the faces of those who work in the shop."""
    return texts.gettext("We are here for you")


def speak_to_me(texts: Texts) -> str:
    """What the manager says on the poster, in their own person."""
    return texts.gettext("I am the manager: speak to me.")


def language_name(texts: Texts, code: str) -> str:
    """What the reader calls a language, such as that of a card; a code that has no name stays as it is."""
    name: str = Locale(texts.language).languages.get(code, code)
    return name
