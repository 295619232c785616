"""Web shops' points (nopCommerce, Smartstore, WooCommerce, Smile, Appstle and others): refunds above all."""

from frontdesk.domain.loyalty.programmes import Gifts
from tests.services.loyalty.worked_examples.vocabulary import (
    Brought,
    Case,
    Change,
    Had,
    Held,
    Merge,
    Pay,
    Redeem,
    Retire,
    Stamp,
    Undo,
    by_amount,
    by_item,
)

_SMILE = (
    "Smile.io, Points cancellation for refunds, "
    "help.smile.io/en/articles/4036183-configure-points-cancellation-for-refunds"
)
_APPSTLE = "Appstle, Refunds and returns, intercom.help/appstle/en/articles/7157016-refunds-and-returns"
_BON = "BON Loyalty, Refunded orders, bonloyalty.com/docs/set-up-a-loyalty-program/refunded-order"
_PER_DOLLAR = by_amount(1_00, 200)

CARTS: tuple[Case, ...] = (
    Case(
        "Spent, earned, cancelled, given back: as at first",
        "nopSolutions/nopCommerce#5595",
        "+50 registering, -50 redeemed, +21 earned, -21 cancelled, +50 refunded: the balance should be 50.",
        by_amount(1_00, 50),
        (Had(0, 50), Redeem(1), Pay(1, 21_00, at="8:31"), Undo(2, 2), Undo(2, 1, at="8:31")),
        (Held(50, (1,)),),
    ),
    Case(
        "Whoever redeems earns on the rest",
        "nopSolutions/nopCommerce#3643",
        "100 points are worth $50: used on an order of $100, they leave $50, for which 50 points are due.",
        by_amount(1_00, 100),
        (Pay(0, 100_00), Redeem(1), Pay(1, 50_00, at="8:31")),
        (Held(50, (0,)),),
    ),
    Case(
        "A cancelled order in the history",
        "smartstore/SmartStoreNET#803",
        "3 points added for order #212: 95; 3 points subtracted for order #212: 92.",
        by_amount(1_00, 100),
        (Had(0, 92), Pay(1, 3_00), Undo(12, 1)),
        (Held(92, (0,)),),
    ),
    Case(
        "Cancelled, and bought after all",
        "wpswings/points-and-rewards-for-woocommerce#111",
        "After cancellation, when the order is completed again, the points are not given again.",
        by_amount(1_00, 100),
        (Pay(0, 20_00), Undo(0, 0, at="8:31"), Pay(0, 20_00, at="8:32")),
        (Held(20, (0,)),),
        numbers_ours=True,
    ),
    Case(
        "The whole order is refunded",
        "wpswings/points-and-rewards-for-woocommerce#112",
        "Order total points are not refunding when the order is refunded.",
        by_amount(1_00, 100),
        (Had(0, 10), Pay(1, 20_00), Undo(2, 1)),
        (Held(10, (0,)),),
        numbers_ours=True,
    ),
    Case(
        "Both get something, when the friend has come",
        "wpswings/points-and-rewards-for-woocommerce#210",
        "A friend who brings a friend, and both receive 200 points. (2, at the second visit, are ours.)",
        by_item(10, gifts=Gifts(friend=2, referrer=2)),
        (Stamp(0), Brought(1, who="B", by="A"), Stamp(1, who="B", at="8:31"), Stamp(2, who="B")),
        (Held(3, (0,)), Held(4, (0,), "B")),
    ),
    Case(
        "Fifty and a hundred are a hundred and fifty",
        "mautic/mautic#5964",
        "50 and 100 points are merged: the page says 200, then 100; both are wrong, as it should be 150.",
        by_item(50),
        (Had(0, 100), Had(0, 50, who="B"), Merge(1)),
        (Held(150, (3,)),),
    ),
    Case(
        "A refund takes what was given",
        _SMILE,
        "1 point for every $1, a $50 purchase earns 50; the product is returned: 50 points are removed.",
        _PER_DOLLAR,
        (Pay(0, 50_00), Undo(5, 0)),
        (Held(0, (0,)),),
    ),
    Case(
        "A refund takes what was given, also when more is given today",
        _SMILE,
        "The rule has been changed to 2 points for every $1 spent: 100 points are removed.",
        _PER_DOLLAR,
        (Had(0, 60), Pay(0, 50_00, at="8:31"), Change(1, by_amount(1_00, 200, stamps=2)), Undo(5, 1)),
        (Held(60, (0,)),),
        differs="50 were given and 50 are taken back: a reversal is exact, whatever the terms are by then",
    ),
    Case(
        "A refund takes what was given, also when nothing is given any more",
        _SMILE,
        "The earning rule is disabled: no points are removed.",
        _PER_DOLLAR,
        (Had(0, 60), Pay(0, 50_00, at="8:31"), Retire(1), Undo(5, 1)),
        (Held(60, (0,)),),
        differs="what was given is taken back also when the programme has ended",
    ),
    Case(
        "What a coupon paid for earns nothing, and is not taken back",
        _SMILE,
        "1 product at $50 with a $10 off coupon: points on the $40 spent; returned, those are removed.",
        _PER_DOLLAR,
        (Had(0, 5), Pay(1, 40_00), Undo(2, 1)),
        (Held(5, (0,)),),
    ),
    Case(
        "One of two items comes back",
        _APPSTLE,
        "Two items of $10: 20 points. One is refunded: 10 points.",
        _PER_DOLLAR,
        (Pay(0, 10_00), Pay(0, 10_00, at="8:31"), Undo(1, 0)),
        (Held(10, (0,)),),
    ),
    Case(
        "Both items come back",
        _APPSTLE,
        "Two items of $10: 20 points. One is refunded, then the other: 0 points.",
        _PER_DOLLAR,
        (Pay(0, 10_00), Pay(0, 10_00, at="8:31"), Undo(1, 0), Undo(2, 1)),
        (Held(0, (0,)),),
    ),
    Case(
        "Three quarters come back",
        "NOBULL, Refunds, support.nobullproject.com/hc/en-us/articles/19147370958999-Refunds-Tier-Status",
        "100 points for spending $100, then partially refunded $75: reduced to 25.",
        _PER_DOLLAR,
        (Pay(0, 25_00), Pay(0, 75_00, at="8:31"), Undo(3, 1)),
        (Held(25, (0,)),),
    ),
    Case(
        "Two refunds of one order, one after the other",
        _BON,
        "X $40, Y $60, Z $20: Y refunded, 60 points deducted; later Z, additional 20 points.",
        _PER_DOLLAR,
        (Pay(0, 40_00), Pay(0, 60_00, at="8:31"), Pay(0, 20_00, at="8:32"), Undo(1, 1), Undo(9, 2)),
        (Held(40, (0,)),),
    ),
    Case(
        "More is taken back than is there",
        "Shoptiques, Why the loyalty points are negative, shoptiques.zendesk.com/hc/en-us/articles/"
        "360041512433-Why-the-loyalty-points-of-a-customer-is-negative",
        "A balance of 20, a return of $100 removes 100 points: a negative balance is shown. (20.46 there.)",
        by_amount(1_00, 80),
        (Pay(0, 100_00), Redeem(1), Undo(2, 0)),
        (Held(-80, (0,)),),
    ),
    Case(
        "The multiplier comes before the rounding",
        "Shopline, Understanding the points calculation rules, help.shopline.com/hc/en-001/articles/"
        "58176999101465-Understanding-the-Points-Calculation-Rules-for-Successful-Orders",
        "Earn 10 points for every $3 spent: $8.80 gives 29.333, rounded down to 29.",
        by_amount(3_00, 100, stamps=10),
        (Pay(0, 8_80),),
        (Held(20, (0,)),),
        differs="only full steps count, as on Square: two of $3",
    ),
)
