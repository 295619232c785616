"""Square Loyalty: earning, tiers and promotions, as its help pages and its reference for developers say."""

from frontdesk.domain.loyalty.programmes import Accrual, Basis, Boost, Terms
from frontdesk.domain.refusals import RefusalCode
from tests.services.loyalty.worked_examples.vocabulary import (
    CAKE,
    COCOA,
    COFFEE,
    LATTE,
    SANDWICH,
    TEA,
    Buy,
    Case,
    Fails,
    Goodwill,
    Had,
    Held,
    Pay,
    Redeem,
    Retry,
    Stamp,
    Undo,
    by_amount,
    by_item,
    by_visit,
    rewards,
)

_ACCRUAL = (
    "Square, LoyaltyProgramAccrualRule, "
    "developer.squareup.com/reference/square_2021-08-18/objects/LoyaltyProgramAccrualRule"
)
_FAQ = "Square Loyalty FAQs, squareup.com/help/au/en/article/6462-square-loyalty-faqs"
_WALK_1 = "Square, Loyalty API walkthrough 1, developer.squareup.com/docs/loyalty-api/walkthrough1"
_WALK_2 = "Square, Loyalty API walkthrough 2, developer.squareup.com/docs/loyalty-api/walkthrough2"
_POINTS = "Square, Adjust loyalty points, developer.squareup.com/docs/loyalty-api/walkthrough2-accrue-points"
_ADJUST = (
    "Square, AdjustLoyaltyPoints, developer.squareup.com/reference/square/loyalty-api/adjust-loyalty-points"
)
_PROMOTIONS = "Square, Loyalty promotions, developer.squareup.com/docs/loyalty-api/loyalty-promotions"
_MULTIPLIER = (
    "Square, LoyaltyPromotionIncentivePointsMultiplierData, "
    "developer.squareup.com/reference/square/objects/LoyaltyPromotionIncentivePointsMultiplierData"
)
_TUESDAY_4_TO_6 = Boost(2, weekdays=(1,), from_minute=16 * 60, to_minute=18 * 60)
_HOT_DRINKS = Accrual(Basis.ITEM, categories=("hot drinks",))

SQUARE: tuple[Case, ...] = (
    Case(
        "Only full steps of the money count",
        _ACCRUAL,
        "Earn 1 point for every $10 you spend: if the buyer spends $105, the buyer earns 10 points.",
        by_amount(10_00, 20),
        (Pay(0, 105_00),),
        (Held(10, (0,)),),
    ),
    Case(
        "A step that is not full earns nothing",
        _FAQ,
        "One point per every $5 spent on a purchase. (The purchases of $4.99 and $24.99 are ours.)",
        by_amount(5_00, 10),
        (Pay(0, 4_99), Pay(1, 24_99)),
        (Held(4, (0,)),),
    ),
    Case(
        "Each thing earns its own number",
        _FAQ,
        "A drip coffee earns 1 point, a latte earns 2 points and a sandwich earns 3 points.",
        by_item(10),
        (Buy(0, COFFEE), Buy(0, LATTE, at="8:31"), Buy(0, SANDWICH, at="8:32")),
        (Held(6, (0,)),),
    ),
    Case(
        "A category earns, and nothing beside it",
        "Square, LoyaltyProgramAccrualRuleType, "
        "developer.squareup.com/reference/square/enums/LoyaltyProgramAccrualRuleType",
        'Points for purchasing any item in the "hot drink" category: coffee, tea, or hot cocoa.',
        Terms(rewards(10), _HOT_DRINKS),
        (Buy(0, COFFEE), Buy(1, TEA), Buy(2, COCOA), Buy(3, SANDWICH), Buy(4, CAKE)),
        (Held(3, (0,)),),
    ),
    Case(
        "A visit earns once, whatever is bought in it",
        "Square, LoyaltyProgramAccrualRuleType, "
        "developer.squareup.com/reference/square/enums/LoyaltyProgramAccrualRuleType",
        "VISIT: a buyer earns points for each visit.",
        by_visit(10),
        (Buy(0, COFFEE), Buy(0, LATTE, at="8:40"), Buy(1, COFFEE)),
        (Held(2, (0,)),),
        numbers_ours=True,
    ),
    Case(
        "One point for each dollar, ten for the discount",
        _WALK_1,
        "Earn one point for each dollar spent; redeem 10 points for 10% off. (The $12 and the $8 are ours.)",
        by_amount(1_00, 10),
        (Pay(0, 12_00), Redeem(0, at="8:31"), Pay(1, 8_00)),
        (Held(10, (1,)),),
    ),
    Case(
        "Two tiers on one card: the smaller leaves what is over",
        f"{_WALK_2}; {_POINTS}",
        "10 points for a free coffee and 15 for a free sandwich; 12 points granted to test redemption.",
        by_item(10, 15),
        (Had(0, 12), Redeem(0, at="8:31")),
        (Held(2, (0, 0)),),
    ),
    Case(
        "What is free earns nothing, what is paid beside it does",
        "Square, Redeem points, developer.squareup.com/docs/loyalty-api/walkthrough2-redeem-points",
        "Buyers earn points only for the items that they pay for. (12 points first, one coffee paid: ours.)",
        by_item(10, 15),
        (Had(0, 12), Redeem(0, at="8:31"), Buy(0, COFFEE, at="8:32")),
        (Held(3, (0, 0)),),
    ),
    Case(
        "Thirty points are one of the dear reward or two of the cheap one",
        "Square, Loyalty programs, developer.squareup.com/docs/loyalty-api/loyalty-programs",
        '"10% off entire sale" for 15 points, "25% off entire sale" for 30. (The 30 points held are ours.)',
        by_item(15, 30),
        (Had(0, 30),),
        (Held(30, (2, 1)),),
    ),
    Case(
        "Nine of ten is not ten",
        _WALK_2,
        "Redeem 10 points for a free coffee. (The 9 points held are ours.)",
        by_item(10, 15),
        (Stamp(0, 9), Fails(Redeem(1), RefusalCode.STAMPS_SHORT, short=1)),
        (Held(9, (0, 0)),),
    ),
    Case(
        "Rewards pile up until they are wanted",
        "Square community, Loyalty Accumulating and Redeeming, "
        "community.squareup.com/t5/Customer-Engagement/Loyalty-Accumulating-and-Redeeming/m-p/836730",
        "10% off after 10 purchases; the customer waits until 20, and has two.",
        by_visit(10),
        tuple(Stamp(number) for number in range(20)),
        (Held(20, (2,)),),
    ),
    Case(
        "Double points within the hours",
        _PROMOTIONS,
        "Buyers get double points every Tuesday from 4 PM to 6 PM. (Purchases are ours.)",
        by_item(10, boosts=(_TUESDAY_4_TO_6,)),
        (Buy(5, COFFEE, at="16:00"), Buy(5, COFFEE, at="17:59")),
        (Held(4, (0,)),),
    ),
    Case(
        "Single points just outside the hours, and on another day",
        _PROMOTIONS,
        "Buyers get double points every Tuesday from 4 PM to 6 PM. (Purchases are ours.)",
        by_item(10, boosts=(_TUESDAY_4_TO_6,)),
        (Buy(5, COFFEE, at="15:59"), Buy(5, COFFEE, at="18:00"), Buy(6, COFFEE, at="17:00")),
        (Held(3, (0,)),),
    ),
    Case(
        "Points are multiplied after they are counted",
        _MULTIPLIER,
        "5 program points x 3 promotion multiplier = 15 points.",
        by_item(20, boosts=(Boost(3),)),
        (Buy(0, SANDWICH), Buy(0, LATTE, at="8:31")),
        (Held(15, (0,)),),
    ),
    Case(
        "A double that is taken back is taken back whole",
        _PROMOTIONS,
        "Buyers get double points every Tuesday from 4 PM to 6 PM. (The refund is ours.)",
        by_item(10, boosts=(_TUESDAY_4_TO_6,)),
        (Buy(5, LATTE, at="16:30"), Undo(6, 0)),
        (Held(0, (0,)),),
    ),
    Case(
        "Points for nothing bought, with a reason",
        "Square, AdjustLoyaltyPointsRequest, "
        "github.com/square/square-python-sdk/blob/master/doc/models/adjust-loyalty-points-request.md",
        '"points": 10, "reason": "Complimentary points". (2 points are ours: a cashier has a limit.)',
        by_item(10),
        (Goodwill(0, 2),),
        (Held(2, (0,)),),
    ),
    Case(
        "The same key twice is one adjustment",
        _ADJUST,
        "idempotency_key: a unique string that identifies this request. (2 points are ours.)",
        by_item(10),
        (Goodwill(0, 2), Retry(0, 0, at="8:31")),
        (Held(2, (0,)),),
    ),
)
