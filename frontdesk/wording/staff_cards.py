"""The words on a card of the staff, in the language of the counter."""

from frontdesk.texts import Texts


def staff_card_lines(texts: Texts) -> tuple[str, str]:
    """What it is for, and what to do when it is lost."""
    return (
        texts.gettext("Scan this card at the counter to take the till over."),
        texts.gettext("Lost it? Tell the manager: it is made to stop working at once."),
    )
