"""Where a feedback card leads besides the shop's own page, in the sentence that the owner reads."""

from frontdesk.domain.feedback.links import CODE_PLACE, FeedbackLink, LinkKind
from frontdesk.texts import Texts


def link_sentence(texts: Texts, link: FeedbackLink) -> str:
    """What happens when somebody scans it, whom it costs something, and how the answer gets here."""
    match link.kind:
        case LinkKind.FORM if CODE_PLACE in link.target:
            return texts.gettext(
                "A form that somebody hosts for you. Each answer knows its card. Bring the answers in as a "
                "CSV file."
            )
        case LinkKind.FORM:
            return texts.gettext(
                "A form that somebody hosts for you. Put {place} where the code belongs in the link; else "
                "the customer has to type the code into the form."
            ).format(place=CODE_PLACE)
        case LinkKind.SMS:
            return texts.gettext(
                "An SMS to {target}, with the card’s code and the questions in it. The customer pays for "
                "it. Paste or key the answer in when it comes."
            ).format(target=link.target)
        case LinkKind.MAIL:
            return texts.gettext(
                "An e-mail to {target}, with the card’s code and the questions in it. Paste the answer in "
                "when it comes."
            ).format(target=link.target)
        case LinkKind.WHATSAPP:
            return _app_sentence(texts, link.target, "WhatsApp")
        case LinkKind.LINE:
            return _app_sentence(texts, link.target, "LINE")
        case LinkKind.TELEGRAM:
            return _app_sentence(texts, link.target, "Telegram")


def _app_sentence(texts: Texts, target: str, app: str) -> str:
    return texts.gettext(
        "A message to {target} on {app}, with the card’s code and the questions in it. Paste the "
        "answer in when it comes."
    ).format(target=target, app=app)


def telephone_sentence(texts: Texts, link: FeedbackLink) -> str:
    """Of the message to the shop's telephone that stands in for a link."""
    return texts.gettext(
        "While this is empty, cards lead to an SMS to the shop’s phone, {target}. Better where the answer "
        "is free: a WhatsApp, LINE or Telegram link, or a form’s link with {place} in it."
    ).format(target=link.target, place=CODE_PLACE)
