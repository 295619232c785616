"""What the cashier says aloud, in the customer's own language."""

from frontdesk.texts import Texts

MORNING, AFTERNOON, EVENING = 4, 12, 17


def say_hello(texts: Texts, name: str, hour: int) -> str:
    """The words for somebody who walks in at `hour` of the shop's day. `texts` are the customer's."""
    if MORNING <= hour < AFTERNOON:
        return texts.gettext("Good morning, {name}").format(name=name)
    if AFTERNOON <= hour < EVENING:
        return texts.gettext("Good afternoon, {name}").format(name=name)
    return texts.gettext("Good evening, {name}").format(name=name)
