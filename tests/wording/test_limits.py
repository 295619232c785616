"""Each limit is one sentence, and 0 says what it means there: no limit, or nothing at all."""

from frontdesk.domain.loyalty.limits import Limits
from frontdesk.texts import texts_for
from frontdesk.wording.limits import (
    card_limit_sentence,
    goodwill_sentence,
    paper_limit_sentence,
    staff_limit_sentence,
    surprise_sentence,
)

EN = texts_for("en")
SENTENCES = (
    card_limit_sentence,
    staff_limit_sentence,
    paper_limit_sentence,
    goodwill_sentence,
    surprise_sentence,
)


def test_none_is_said_for_what_it_means() -> None:
    none = Limits(0, 24, 0, 0, 0, 0)
    assert [say(EN, none) for say in SENTENCES] == [
        "0: a customer can get any number of stamps.",
        "0: a cashier can give any number of stamps a day.",
        "0: a cashier can take over any number of stamps from paper cards.",
        "0: a cashier gives no goodwill stamps.",
        "0: there are no surprises.",
    ]


def test_each_number_is_in_its_own_sentence() -> None:
    limits = Limits(6, 48, 100, 1, 5, 30)
    assert [say(EN, limits) for say in SENTENCES] == [
        "A cashier gives one customer at most 6 stamps within 48 hours.",
        "A cashier gives at most 100 stamps a day, to all customers together.",
        "A cashier takes over at most 30 stamps a day from paper cards, of all customers together.",
        "For “I forgot my card” and the like, a cashier gives at most 1 stamp a day. Stamps for complaints "
        "count in it.",
        "Within seven days the shop gives at most 5 stamps just to please somebody. It binds the whole shop, "
        "not each cashier: one of them may give them all.",
    ]


def test_the_number_that_a_new_shop_begins_with_is_said_to_be_usual() -> None:
    assert "at most 20 stamps within 24 hours. That is a usual number" in card_limit_sentence(EN, Limits())
