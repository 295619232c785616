"""Odoo: the numbers of its own tests, in addons/loyalty, sale_loyalty and pos_loyalty."""

from frontdesk.domain.loyalty.programmes import Terms
from frontdesk.domain.refusals import RefusalCode
from tests.services.loyalty.worked_examples.vocabulary import (
    COFFEE,
    Buy,
    Case,
    Fails,
    Had,
    Held,
    Merge,
    OpenUntil,
    Pay,
    Redeem,
    Retry,
    Undo,
    Unmerge,
    aged,
    by_amount,
    by_item,
)

_POINTS = "odoo/odoo addons/pos_loyalty/tests/test_pos_loyalty_points.py, "
_HISTORY = "odoo/odoo addons/pos_loyalty/tests/test_loyalty_history.py, "
_SALE = "odoo/odoo addons/sale_loyalty/tests/test_loyalty.py, "
_SALE_HISTORY = "odoo/odoo addons/sale_loyalty/tests/test_loyalty_history.py, "
_EXPIRE = "odoo/odoo addons/sale_loyalty/tests/test_expire_loyalty_points.py, test_expire_loyalty_points"
_MERGE = "odoo/odoo#171706"
_PER_DOLLAR = by_amount(1_00, 5)


def _per_pen(points: int) -> Terms:
    """So many points for a pen, which is "drip coffee" here, and a reward for 150."""
    return by_item(150, products=(COFFEE,), stamps=points)


_EARNED_TWICE = (Pay(0, 115_00), Redeem(0, at="8:31"), Pay(1, 161_00), Redeem(1, at="8:31"))
_FIRST_IN_FIRST_OUT = by_amount(1_00, 100, expiry=aged(3))

ODOO: tuple[Case, ...] = (
    Case(
        "Half of an order is refunded",
        _POINTS + "test_refund_prorates_earned_points",
        "1 point per $: two at $50 earn 100; refunding half the order should reverse half the points.",
        _PER_DOLLAR,
        (Pay(0, 50_00), Pay(0, 50_00, at="8:31"), Undo(1, 1)),
        (Held(50, (10,)),),
    ),
    Case(
        "A full refund restores what was there before the order",
        _POINTS + "test_refund_reverses_earned_and_returns_spent",
        "200 preloaded + 70 earned - 150 spent = 120; after the refund 200.",
        _per_pen(70),
        (Had(0, 200), Buy(1, COFFEE), Redeem(1, at="8:31"), Undo(2, 1), Undo(2, 2, at="8:31")),
        (Held(200, (1,)),),
    ),
    Case(
        "An order that earned and spent",
        _POINTS + "test_refund_reverses_earned_and_returns_spent",
        "200 preloaded + 70 earned - 150 spent = 120.",
        _per_pen(70),
        (Had(0, 200), Buy(1, COFFEE), Redeem(1, at="8:31")),
        (Held(120, (0,)),),
    ),
    Case(
        "Half of an order with a reward is refunded",
        _POINTS + "test_refund_prorates_earned_and_spent",
        "Two pens earn 70, 150 are spent of 200; half refunded reverses 35 and returns 75: 160.",
        _per_pen(35),
        (Had(0, 200), Buy(1, COFFEE), Buy(1, COFFEE, at="8:31"), Redeem(1, at="8:32"), Undo(2, 2)),
        (Held(85, (0,)),),
        differs="a reward is handed over or not: half of it is not given back with one pen",
    ),
    Case(
        "A reward costs what its terms say",
        _POINTS + "test_points_cost_recomputed_not_trusted",
        "50 preloaded + 100 earned on the $100 line - 5 spent = 145.",
        _PER_DOLLAR,
        (Had(0, 50), Pay(1, 100_00), Redeem(1, at="8:31")),
        (Held(145, (29,)),),
    ),
    Case(
        "Three times the same reward",
        _POINTS + "test_free_product_cost_depends_on_qty",
        "3 points for every 2 pens: five pens cost ceil(5 / 2) * 3 = 9 of 50 points, which leaves 41.",
        by_item(3),
        (Had(0, 50), Redeem(0, at="8:31"), Redeem(0, at="8:32"), Redeem(0, at="8:33")),
        (Held(41, (13,)),),
    ),
    Case(
        "A reward that the card cannot cover",
        _POINTS + "test_insufficient_balance_raises",
        "3 preloaded + 1 earned on the $1 line = 4 < 5 required: it must fail.",
        _PER_DOLLAR,
        (Had(0, 3), Pay(1, 1_00), Fails(Redeem(1, at="8:31"), RefusalCode.STAMPS_SHORT, short=1)),
        (Held(4, (0,)),),
    ),
    Case(
        "Earned and spent in one order",
        _HISTORY + "test_loyalty_history_earn_and_spend",
        "5 points at first, $10 gives 10, the reward takes 5: issued 10, used 5, not the difference.",
        _PER_DOLLAR,
        (Had(0, 5), Pay(1, 10_00), Redeem(1, at="8:31")),
        (Held(10, (2,)),),
    ),
    Case(
        "The same order processed twice credits once",
        _HISTORY + "test_duplicate_coupon_confirm",
        "50 points; re-processing the same order must not credit the card again.",
        by_amount(1_00, 10),
        (Pay(0, 50_00), Retry(0, 0, at="8:31")),
        (Held(50, (5,)),),
    ),
    Case(
        "The same order processed twice debits once",
        _HISTORY + "test_duplicate_coupon_confirm",
        "50 points, 10 spent: 40; re-processing the same order must not debit the card again.",
        by_amount(1_00, 10),
        (Pay(0, 50_00), Redeem(1), Retry(1, 1, at="8:31")),
        (Held(40, (4,)),),
    ),
    Case(
        "Only whole rewards are taken",
        _SALE + "test_nominative_programs",
        "10 points, rewards of 3: can only use a whole number of required points, which is 9.",
        by_item(3),
        (
            Had(0, 10),
            Redeem(1),
            Redeem(1, at="8:31"),
            Redeem(1, at="8:32"),
            Fails(Redeem(1, at="8:33"), RefusalCode.STAMPS_SHORT, short=2),
        ),
        (Held(1, (0,)),),
    ),
    Case(
        "Two different rewards in one order",
        _SALE_HISTORY + "test_loyalty_history_multi_reward",
        "4 points at first, 1 earned, rewards of 1 and of 2 points taken: 3 used.",
        by_item(1, 2),
        (Had(0, 4), Buy(1, COFFEE), Redeem(1, 1, at="8:31"), Redeem(1, 2, at="8:32")),
        (Held(2, (2, 1)),),
    ),
    Case(
        "Rewards take the oldest points",
        _EXPIRE,
        "5 points per $ on $115 and $161, two rewards of 500: 75, then 380 left. (Divided by five here.)",
        _FIRST_IN_FIRST_OUT,
        _EARNED_TWICE,
        (Held(76, (0,)),),
    ),
    Case(
        "After ninety days everything that is left has ended",
        _EXPIRE,
        "Expire after 90 days: a day later there are 0 points. (Three months here, points divided by five.)",
        _FIRST_IN_FIRST_OUT,
        (*_EARNED_TWICE, OpenUntil(95)),
        (Held(0, (0,)),),
    ),
    Case(
        "Before ninety days nothing has ended",
        _EXPIRE,
        "Expire after 90 days. (Three months here, points divided by five.)",
        _FIRST_IN_FIRST_OUT,
        (*_EARNED_TWICE, OpenUntil(88)),
        (Held(76, (0,)),),
    ),
    Case(
        "Two contacts of one person become one",
        _MERGE,
        "Contact A 100 points, contact B 200 points; after merging B into A: 300 points on a single card.",
        by_amount(1_00, 150),
        (Had(0, 100), Had(0, 200, who="B"), Merge(1)),
        (Held(300, (2,)),),
    ),
    Case(
        "And two again",
        _MERGE,
        "Contact A 100 points, contact B 200 points. (Taking the merge back is ours.)",
        by_amount(1_00, 150),
        (Had(0, 100), Had(0, 200, who="B"), Merge(1), Unmerge(2, 2)),
        (Held(100, (0,)), Held(200, (1,), "B")),
    ),
)
