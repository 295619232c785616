"""Stamps that end: by staying away, or by their age; and a change of that rule while cards are out."""

from dataclasses import replace

from frontdesk.domain.loyalty.programmes import Expiry, ExpiryBasis, Terms
from tests.services.loyalty.worked_examples.vocabulary import (
    Case,
    Change,
    Held,
    OpenUntil,
    Redeem,
    Stamp,
    aged,
    by_item,
    day,
    idle,
    rewards,
)

_STAMPED = "Stamped, Points expiration, help-rewards.stamped.io/article/332-points-expiration"
_APPY = (
    "Appy Stamp, Stamp expiry, appydesign.co.uk/knowledgebase/appy-stamp-loyalty-rewards/"
    "configure-your-loyalty-program/stamp-expiry/"
)
_LION = "LoyaltyLion, Point expiry, help.loyaltylion.com/en/articles/2422076-point-expiry"
_CAFE = "A café's terms for Loyalzoo, jemoleys.co.uk/loyalty-club-t-s-c-s"
_BEANS = "Beans, Expiration, docs.trybeans.com/manage/rules/expiration"
_SIX_MONTHS_OLD = replace(by_item(10), expiry=aged(6))
_SPARING = Terms(rewards(10), expiry=Expiry(ExpiryBasis.IDLE, 12, spares_full=True))

TIME_PASSING: tuple[Case, ...] = (
    Case(
        "The last day of a year away",
        _STAMPED,
        "Last activity on 6 January 2021: the points expire on 6 January 2022. (Six years later here.)",
        idle(12, 10),
        (Stamp(day(2027, 1, 6), 8), OpenUntil(day(2028, 1, 5))),
        (Held(8, (0,)),),
    ),
    Case(
        "A year and a day away",
        _STAMPED,
        "Last activity on 6 January 2021: the points expire on 6 January 2022. (Six years later here.)",
        idle(12, 10),
        (Stamp(day(2027, 1, 6), 8), OpenUntil(day(2028, 1, 7))),
        (Held(0, (0,)),),
    ),
    Case(
        "One visit keeps all stamps alive",
        _APPY,
        "Rolling expiry of 6 months; a purchase a month later: the original stamps' expiry is reset.",
        idle(6, 10),
        (Stamp(0, 4), Stamp(30, 1), OpenUntil(day(2027, 6, 10))),
        (Held(5, (0,)),),
    ),
    Case(
        "Six months after the last visit all stamps end",
        _APPY,
        "Rolling expiry of 6 months, counted from the latest activity.",
        idle(6, 10),
        (Stamp(0, 4), Stamp(30, 1), OpenUntil(day(2027, 6, 21))),
        (Held(0, (0,)),),
        numbers_ours=True,
    ),
    Case(
        "Taking a reward is a visit too",
        _APPY,
        "If they decide to redeem a reward, this will push their expiry date back 6 months.",
        idle(6, 10),
        (Stamp(0, 14), Redeem(120), OpenUntil(240)),
        (Held(4, (0,)),),
        numbers_ours=True,
    ),
    Case(
        "With a fixed time each stamp has its own end",
        _APPY,
        "Fixed expiry: each set of activities can have its own expiry.",
        _SIX_MONTHS_OLD,
        (Stamp(0, 4), Stamp(100, 3), OpenUntil(190)),
        (Held(3, (0,)),),
        numbers_ours=True,
    ),
    Case(
        "What was spent does not end",
        _APPY,
        "We will work out the remaining balance, to see if any was spent from each activity.",
        _SIX_MONTHS_OLD,
        (Stamp(0, 8), Stamp(60, 5), Redeem(61), OpenUntil(190)),
        (Held(3, (0,)),),
        numbers_ours=True,
    ),
    Case(
        "The oldest are spent first",
        _BEANS,
        "When customers redeem their points, the oldest points are used first.",
        _SIX_MONTHS_OLD,
        (Stamp(0, 12), Stamp(100, 5), Redeem(101), OpenUntil(190)),
        (Held(5, (0,)),),
        numbers_ours=True,
    ),
    Case(
        "Twelve months without the customer",
        _CAFE,
        "If you do not use your app for 12 months, any points not converted to a reward will expire.",
        _SPARING,
        (Stamp(0, 13), OpenUntil(400)),
        (Held(10, (1,)),),
    ),
    Case(
        "A new rule about ends begins when it is made",
        _LION,
        "12 months, switched on on 1 March 2022: points begin to expire on 1 March 2023. (+5 years here.)",
        by_item(10),
        (Stamp(0, 8), Change(day(2027, 3, 1), idle(12, 10)), OpenUntil(day(2027, 12, 31))),
        (Held(8, (0,)),),
    ),
    Case(
        "And ends what is there after its own time",
        _LION,
        "12 months, switched on on 1 March 2022: points begin to expire on 1 March 2023. (+5 years here.)",
        by_item(10),
        (Stamp(0, 8), Change(day(2027, 3, 1), idle(12, 10)), OpenUntil(day(2028, 3, 31))),
        (Held(0, (0,)),),
    ),
    Case(
        "A rule that is gone ends nothing any more",
        "Square developer forum, Loyalty points expiration policy change, "
        "developer.squareup.com/forums/t/question-about-loyalty-points-expiration-policy-change-behavior/23299",
        'From "6 months" to "never": the expiration time on all points is cleared.',
        _SIX_MONTHS_OLD,
        (Stamp(0, 8), Change(100, by_item(10)), OpenUntil(400)),
        (Held(8, (0,)),),
        numbers_ours=True,
    ),
    Case(
        "A rule that is new does not reach back",
        "Kademi/kademi-dev#1411",
        "Setting an expiry date on the bucket does not affect points already issued.",
        by_item(10),
        (Stamp(0, 8), Change(150, _SIX_MONTHS_OLD), OpenUntil(200)),
        (Held(8, (0,)),),
        numbers_ours=True,
    ),
)
