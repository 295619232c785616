"""Square Loyalty: refunds, mistakes, merging, a changed programme, points that end."""

from frontdesk.domain.loyalty.programmes import Expiry, ExpiryBasis, Terms
from frontdesk.domain.refusals import RefusalCode
from tests.services.loyalty.worked_examples.vocabulary import (
    COFFEE,
    LATTE,
    Buy,
    Case,
    Change,
    Fails,
    Had,
    Held,
    Merge,
    Move,
    OpenUntil,
    Pay,
    Redeem,
    Stamp,
    Undo,
    Unmerge,
    by_amount,
    by_item,
    by_visit,
    day,
    rewards,
)

_REFUNDS = (
    "Square developer forum, Loyalty point deduction rules during refunds, "
    "developer.squareup.com/forums/t/question-about-loyalty-point-deduction-rules-during-refunds/22747"
)
_RETURNS = (
    "Square, View and void loyalty rewards, squareup.com/help/article/6130-manage-your-square-loyalty-program"
)
_COMMUNITY = (
    "Square community, Do loyalty points get taken away when a refund is initiated, "
    "community.squareup.com/t5/Customer-Engagement/"
    "Do-loyalty-points-get-taken-away-when-a-refund-is-initiated/td-p/132954"
)
_NOT_REINSTATED = (
    "Square community, Reward not reinstated after a return, community.squareup.com/t5/Customer-Engagement/"
    "Square-Loyalty-reward-not-reinstated-after-a-return-amp-money/td-p/392376"
)
_EDIT = "Square, Edit loyalty programs, squareup.com/help/us/en/article/8408"
_PROFILES = "Square, Update customer loyalty profiles, squareup.com/help/us/en/article/8407"
_ENDS = (
    "Square, LoyaltyProgramExpirationPolicy, "
    "developer.squareup.com/reference/square/objects/LoyaltyProgramExpirationPolicy"
)
_TEN_DOLLARS = by_amount(10_00, 10)
_A_YEAR = Terms(rewards(10), expiry=Expiry(ExpiryBasis.AGE, 12, spares_full=False))

SQUARE_AFTER: tuple[Case, ...] = (
    Case(
        "The tax is not in the amount that is keyed in",
        _REFUNDS,
        "1 point for every $10 (pre-tax): $23.35 in all, $21.90 before tax, earns 2 points.",
        _TEN_DOLLARS,
        (Pay(0, 21_90),),
        (Held(2, (0,)),),
    ),
    Case(
        "$1 of $21.90 is refunded",
        _REFUNDS,
        "$1 refund: 0 points deducted.",
        _TEN_DOLLARS,
        (Pay(0, 20_90), Pay(0, 1_00, at="8:31"), Undo(1, 1)),
        (Held(2, (0,)),),
    ),
    Case(
        "$5 of $21.90 is refunded",
        _REFUNDS,
        "$5 refund: 0 points deducted (less than the $10 threshold).",
        _TEN_DOLLARS,
        (Pay(0, 16_90), Pay(0, 5_00, at="8:31"), Undo(1, 1)),
        (Held(1, (0,)),),
        differs="what is left is reckoned anew: $16.90 earns 1, however it came about",
    ),
    Case(
        "$10 of $21.90 is refunded",
        _REFUNDS,
        "$10 refund: 1 point deducted.",
        _TEN_DOLLARS,
        (Pay(0, 11_90), Pay(0, 10_00, at="8:31"), Undo(1, 1)),
        (Held(1, (0,)),),
    ),
    Case(
        "$20 of $21.90 is refunded",
        _REFUNDS,
        "$20 refund: 2 points deducted.",
        _TEN_DOLLARS,
        (Pay(0, 1_90), Pay(0, 20_00, at="8:31"), Undo(1, 1)),
        (Held(0, (0,)),),
    ),
    Case(
        "The part that was paid first is refunded",
        _RETURNS,
        "Points will be removed proportional to the amount refunded. (The $7 and the $5 are ours.)",
        _TEN_DOLLARS,
        (Pay(0, 7_00), Pay(0, 5_00, at="8:31"), Undo(1, 0)),
        (Held(0, (0,)),),
    ),
    Case(
        "One of two things is refunded",
        _RETURNS,
        "If an item that earned points is refunded, the points earned for that item will be removed.",
        by_item(10),
        (Buy(0, COFFEE), Buy(0, LATTE, at="8:31"), Undo(1, 0)),
        (Held(2, (0,)),),
        numbers_ours=True,
    ),
    Case(
        "A visit of which something is left still counts",
        _RETURNS,
        "Per visit: all points are removed for a full refund; a part, only when too little is left.",
        by_visit(10),
        (Buy(0, COFFEE), Buy(0, LATTE, at="8:31"), Undo(1, 1)),
        (Held(1, (0,)),),
        numbers_ours=True,
    ),
    Case(
        "A visit still counts, whichever part of it is refunded",
        _RETURNS,
        "Per visit: all points are removed for a full refund; a part, only when too little is left.",
        by_visit(10),
        (Buy(0, COFFEE), Buy(0, LATTE, at="8:31"), Undo(1, 0)),
        (Held(1, (0,)),),
        numbers_ours=True,
    ),
    Case(
        "A visit of which all is refunded does not count",
        _RETURNS,
        "Loyalty program per visit: all points will be removed for full refund.",
        by_visit(10),
        (Buy(0, COFFEE), Buy(0, LATTE, at="8:31"), Undo(1, 1), Undo(1, 0, at="8:31")),
        (Held(0, (0,)),),
        numbers_ours=True,
    ),
    Case(
        "A refund after the points are spent leaves points owed",
        "Square, LoyaltyAccount, developer.squareup.com/reference/square/objects/LoyaltyAccount",
        "Handle loyalty accounts that have a negative balance: this might occur as a result of a refund.",
        _TEN_DOLLARS,
        (Pay(0, 100_00), Redeem(1), Undo(2, 0)),
        (Held(-10, (0,)),),
        numbers_ours=True,
    ),
    Case(
        "Points owed are worked off before the next reward",
        _REFUNDS,
        "If a customer's point balance would go negative from a refund, the balance is set to 0.",
        _TEN_DOLLARS,
        (Pay(0, 100_00), Redeem(1), Undo(2, 0), Pay(3, 100_00), Fails(Redeem(3, at="8:31"), short=10)),
        (Held(0, (0,)),),
        differs="set to 0, the refunded $100 would have bought a reward for nothing; ours stay owed",
        numbers_ours=True,
    ),
    Case(
        "A purchase is refunded: its points go",
        _COMMUNITY,
        "Points do not get removed when a customer returns an item: a no-brainer to remove them.",
        by_item(10),
        (Stamp(0, 4), Buy(1, LATTE), Undo(2, 1)),
        (Held(4, (0,)),),
        numbers_ours=True,
    ),
    Case(
        "A sale with a reward is refunded: the reward comes back",
        _COMMUNITY,
        "Points and rewards should be added back from transactions that were refunded.",
        by_item(10),
        (Stamp(0, 10), Buy(1, LATTE), Redeem(1, at="8:31"), Undo(2, 2), Undo(2, 1, at="8:31")),
        (Held(10, (1,)),),
        numbers_ours=True,
    ),
    Case(
        "A reward that was not taken after all",
        "Square, DeleteLoyaltyReward, developer.squareup.com/explorer/square/loyalty-api/DeleteLoyaltyReward",
        "Deletes a loyalty reward: returns the loyalty points back to the account.",
        by_item(10, 15),
        (Had(0, 15), Redeem(0, 2, at="8:31"), Undo(0, 1, at="8:32")),
        (Held(15, (1, 1)),),
        numbers_ours=True,
    ),
    Case(
        "A reward that was handed out can still be taken back",
        "Square, RedeemLoyaltyReward, developer.squareup.com/reference/square/loyalty/redeem-loyalty-reward",
        "After the reward reaches the terminal state, points used for it cannot be returned.",
        by_item(10),
        (Had(0, 10), Redeem(0, at="8:31"), Undo(7, 1)),
        (Held(10, (1,)),),
        differs="anything can be reversed, also a week later: sellers of the thread cited above ask for it",
        numbers_ours=True,
    ),
    Case(
        "A reward is taken back once",
        "Square, RedeemLoyaltyReward, developer.squareup.com/reference/square/loyalty/redeem-loyalty-reward",
        "After the reward reaches the terminal state, it cannot be deleted.",
        by_item(10),
        (
            Had(0, 10),
            Redeem(0, at="8:31"),
            Undo(1, 1),
            Fails(Undo(1, 1, at="8:31"), RefusalCode.ALREADY_UNDONE),
        ),
        (Held(10, (1,)),),
        numbers_ours=True,
    ),
    Case(
        "Money of two visits is not added together",
        _NOT_REINSTATED,
        "1 star for every $50: $30 one day and $20 the next, and no star is awarded.",
        by_amount(50_00, 10),
        (Pay(0, 30_00), Pay(1, 20_00)),
        (Held(0, (0,)),),
    ),
    Case(
        "Two shops, three stars",
        _NOT_REINSTATED,
        "For the $120 she should have received 2 stars and for the $65 one star.",
        by_amount(50_00, 10),
        (Pay(0, 120_00), Pay(1, 65_00)),
        (Held(3, (0,)),),
    ),
    Case(
        "A sale that was noted for the wrong customer",
        "Square community, How to fix a past transaction, "
        "community.squareup.com/t5/Payments-Troubleshooting/"
        "Loyalty-How-to-fix-a-past-transaction-where-a-reward-was/td-p/109968",
        "A transaction of customer b had been applied to customer a, who had earned a free service.",
        by_visit(10),
        (Had(0, 10), Stamp(1), Move(7, 1, "B"), Redeem(7, at="8:31")),
        (Held(0, (0,)), Held(1, (0,), "B")),
        numbers_ours=True,
    ),
    Case(
        "Two accounts of one person become one",
        _PROFILES,
        "Merging customers that each have loyalty accounts will combine the earned points.",
        by_item(10),
        (Stamp(0, 6), Stamp(0, 5, who="B"), Merge(1)),
        (Held(11, (1,)),),
        numbers_ours=True,
    ),
    Case(
        "Two accounts that were one by mistake become two again",
        "Square, Edit, merge, or delete customer profiles, squareup.com/help/us/en/article/8401",
        "Carefully review profiles being merged. A merge can't be undone.",
        by_item(10),
        (Stamp(0, 6), Stamp(0, 5, who="B"), Merge(1), Stamp(2, 2), Unmerge(3, 2)),
        (Held(8, (0,)), Held(5, (0,), "B")),
        differs="each gets back what it had; what came since stays where it was noted",
        numbers_ours=True,
    ),
    Case(
        "The card grows longer under a customer's hands",
        _EDIT,
        "A customer had three of five points and you changed to ten: they will now have three of ten.",
        by_item(5),
        (Stamp(0, 3), Change(1, by_item(10)), Stamp(2, 2)),
        (Held(5, (0,)),),
    ),
    Case(
        "What was earned before the change is given at the old price",
        _EDIT,
        "Changes to reward settings will not impact previously-issued rewards.",
        by_item(5),
        (Stamp(0, 5), Change(1, by_item(10)), Redeem(2)),
        (Held(0, (0,)),),
        numbers_ours=True,
    ),
    Case(
        "Points within their year",
        _ENDS,
        "With P12M, points earned on July 6, 2020 expire on August 1, 2021. (Seven years later here.)",
        _A_YEAR,
        (Stamp(day(2027, 7, 6), 8), OpenUntil(day(2028, 7, 5))),
        (Held(8, (0,)),),
    ),
    Case(
        "Points after their year",
        _ENDS,
        "With P12M, points earned on July 6, 2020 expire on August 1, 2021. (Seven years later here.)",
        _A_YEAR,
        (Stamp(day(2027, 7, 6), 8), OpenUntil(day(2028, 8, 1))),
        (Held(0, (0,)),),
        differs="only between: ours end on the day, 6 July, not at the end of its month",
    ),
)
