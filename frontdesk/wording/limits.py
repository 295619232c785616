"""The limits of what may be given at the counter, each in one sentence."""

from __future__ import annotations

from frontdesk.domain.loyalty.limits import Limits
from frontdesk.texts import Texts


def card_limit_sentence(texts: Texts, limits: Limits) -> str:
    """For one customer."""
    if not limits.card_stamps:
        return texts.gettext("0: a customer can get any number of stamps.")
    usual = Limits()
    if (limits.card_stamps, limits.card_hours) == (usual.card_stamps, usual.card_hours):
        return texts.ngettext(
            "A cashier gives one customer at most {n} stamp within {hours} hours. That is a usual number: "
            "change it to what suits the shop.",
            "A cashier gives one customer at most {n} stamps within {hours} hours. That is a usual number: "
            "change it to what suits the shop.",
            limits.card_stamps,
        ).format(n=limits.card_stamps, hours=limits.card_hours)
    return texts.ngettext(
        "A cashier gives one customer at most {n} stamp within {hours} hours.",
        "A cashier gives one customer at most {n} stamps within {hours} hours.",
        limits.card_stamps,
    ).format(n=limits.card_stamps, hours=limits.card_hours)


def staff_limit_sentence(texts: Texts, limits: Limits) -> str:
    """For one member of staff."""
    if not limits.staff_stamps:
        return texts.gettext("0: a cashier can give any number of stamps a day.")
    return texts.ngettext(
        "A cashier gives at most {n} stamp a day, to all customers together.",
        "A cashier gives at most {n} stamps a day, to all customers together.",
        limits.staff_stamps,
    ).format(n=limits.staff_stamps)


def paper_limit_sentence(texts: Texts, limits: Limits) -> str:
    """For the stamps of paper cards that one member of staff takes over."""
    if not limits.paper_stamps:
        return texts.gettext("0: a cashier can take over any number of stamps from paper cards.")
    return texts.ngettext(
        "A cashier takes over at most {n} stamp a day from paper cards, of all customers together.",
        "A cashier takes over at most {n} stamps a day from paper cards, of all customers together.",
        limits.paper_stamps,
    ).format(n=limits.paper_stamps)


def goodwill_sentence(texts: Texts, limits: Limits) -> str:
    """For stamps in the benefit of the doubt."""
    if not limits.goodwill:
        return texts.gettext("0: a cashier gives no goodwill stamps.")
    return texts.ngettext(
        "For “I forgot my card” and the like, a cashier gives at most {n} stamp a day. "
        "Stamps for complaints count in it.",
        "For “I forgot my card” and the like, a cashier gives at most {n} stamps a day. "
        "Stamps for complaints count in it.",
        limits.goodwill,
    ).format(n=limits.goodwill)


def surprise_sentence(texts: Texts, limits: Limits) -> str:
    """For stamps that are given just to please."""
    if not limits.surprises:
        return texts.gettext("0: there are no surprises.")
    return texts.ngettext(
        "Within seven days the shop gives at most {n} stamp just to please somebody. "
        "It binds the whole shop, not each cashier: one of them may give it.",
        "Within seven days the shop gives at most {n} stamps just to please somebody. "
        "It binds the whole shop, not each cashier: one of them may give them all.",
        limits.surprises,
    ).format(n=limits.surprises)
