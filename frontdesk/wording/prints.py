"""The sentences on printed cards, in the language of the customer who takes the card home.

Nothing on a print corrects, hurries or grades anybody: it is the shop that asks to be told.
"""

from dataclasses import dataclass

from babel import Locale

from frontdesk.domain.feedback.feedback_cards import LinkWay
from frontdesk.texts import Texts


@dataclass(frozen=True, slots=True)
class FeedbackWords:
    """How the shop asks, on paper and on the customer's screen."""

    question: str
    invitation: str
    thanks: str


def feedback_words(texts: Texts, customer_name: str = "", way: LinkWay | None = None) -> FeedbackWords:
    """Return how the shop asks; without a name it thanks whoever reads it. `way` is where the square beside
    it leads, if there is one.
    """
    thanks = texts.gettext("Thank you for coming, {name}!").format(name=customer_name)
    return FeedbackWords(
        question=texts.gettext("How are we doing?"),
        invitation=_invitation(texts, way),
        thanks=thanks if customer_name else texts.gettext("Thank you for coming!"),
    )


def _invitation(texts: Texts, way: LinkWay | None) -> str:
    if way is LinkWay.PAGE:
        return texts.gettext(
            "Tell us in a minute: scan with your phone’s camera on our Wi-Fi, or take a paper card at the "
            "counter."
        )
    return texts.gettext(
        "Tell us in a minute: scan with your phone’s camera, or take a paper card at the counter."
    )


def two_ways(texts: Texts, way: LinkWay) -> str:
    """The two ways in which a card comes back: its square, and paper, which costs nothing."""
    match way:
        case LinkWay.PAGE:
            return texts.gettext(
                "Two ways, both free: scan on our Wi-Fi, or tick and leave the card with us."
            )
        case LinkWay.MESSAGE:
            return texts.gettext(
                "Two ways: scan and send the message, or tick and leave the card with us, free of charge."
            )
        case LinkWay.FORM:
            return texts.gettext(
                "Two ways: scan and answer on your phone, or tick and leave the card with us, free of charge."
            )


def scan_line(texts: Texts, way: LinkWay) -> str:
    """What stands under one square."""
    match way:
        case LinkWay.PAGE:
            return texts.gettext("On our Wi-Fi: scan and answer")
        case LinkWay.MESSAGE:
            return texts.gettext("Anywhere: scan and send a message")
        case LinkWay.FORM:
            return texts.gettext("Anywhere: scan and answer")


def paper_line(texts: Texts) -> str:
    """The way back that costs nothing, beside what has no boxes of its own."""
    return texts.gettext("Or take a paper card at the counter: it costs nothing.")


def own_words_line(texts: Texts) -> str:
    """What stands over the line to write on."""
    return texts.gettext("In your own words:")


def leave_name_line(texts: Texts) -> str:
    """Over the line for whoever wants to hear back."""
    return texts.gettext("If you would like an answer: your name, and how to reach you")


def wanted_line(texts: Texts) -> str:
    """Over the questions, on a poster."""
    return texts.gettext("We would love to know:")


def right_now_line(texts: Texts) -> str:
    """For whoever need not wait for an answer."""
    return texts.gettext("Is something not right? Tell us now, and we put it right while you are here.")


def here_for_you(texts: Texts, name: str) -> str:
    """Beside the face of whoever hands the card out, or is here."""
    return texts.gettext("{name} is here for you.").format(name=name)


def card_number(texts: Texts, short: str) -> str:
    """The short code, as whoever keys the card in looks for it."""
    return texts.gettext("Card {number}").format(number=short)


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
