"""Birthdays, friends who are brought along, and passes with a valid-until."""

from datetime import date

from frontdesk.domain.loyalty.programmes import Gifts, PassTerms, ProgrammeKind, Terms
from tests.services.loyalty.worked_examples.vocabulary import (
    Brought,
    Case,
    Fails,
    Held,
    OpenUntil,
    SellPass,
    Stamp,
    Undo,
    UsePass,
    by_visit,
)

_ZOO_CAFE = "A café's terms for Loyalzoo, jemoleys.co.uk/loyalty-club-t-s-c-s"
_HOT_YOGA = "A yoga studio's flex pass, hotyoga101.ca/index.php/fees-promotions-packages/"
_BOOKWHEN = "Bookwhen, a studio's class pass, bookwhen.com/nl/yogawithmika/passes"
_BIRTHDAY = by_visit(10, gifts=Gifts(birthday=2, birthday_days=7))
_ON_1_DECEMBER = (("A", date(1990, 12, 1)),)
_FRIENDS = by_visit(10, gifts=Gifts(friend=2, referrer=2))
_TEN_IN_THREE_MONTHS = Terms(passes=PassTerms(visits=10, months=3))

PEOPLE: tuple[Case, ...] = (
    Case(
        "A birthday counts for a week",
        _ZOO_CAFE,
        "A reward for use on your birthday or within 7 days of it. (2 stamps are ours.)",
        _BIRTHDAY,
        (Stamp(7),),
        (Held(3, (0,)),),
        birthdays=_ON_1_DECEMBER,
    ),
    Case(
        "A birthday is over after a week, and comes once a year",
        _ZOO_CAFE,
        "A reward for use on your birthday or within 7 days of it. (2 stamps are ours.)",
        _BIRTHDAY,
        (Stamp(2), Stamp(11), Stamp(13), Stamp(25)),
        (Held(6, (0,)),),
        birthdays=_ON_1_DECEMBER,
    ),
    Case(
        "The friend has only looked in",
        "IHOP rewards, FAQ, ihoprewards.com/canada/canada-frequently-asked-questions/",
        "The reward for referring a friend is only sent after their friend checks in. (With us, twice.)",
        _FRIENDS,
        (Stamp(0), Brought(1, who="B", by="A"), Stamp(1, who="B", at="8:31")),
        (Held(1, (0,)), Held(1, (0,), "B")),
        numbers_ours=True,
    ),
    Case(
        "The friend came again, and again",
        "TIBCO Loyalty, Award & limits options, docs.tibco.com/pub/loyalty/16.4.0/doc/html/"
        "GUID-7FC30964-E4A5-4822-A49A-64DFCC73F05A.html",
        "Referrer gets points for referred's first transaction. (Once, at the second visit, with us.)",
        _FRIENDS,
        (
            Stamp(0),
            Brought(1, who="B", by="A"),
            Stamp(1, who="B", at="8:31"),
            Stamp(2, who="B"),
            Stamp(3, who="B"),
        ),
        (Held(3, (0,)), Held(5, (0,), "B")),
        numbers_ours=True,
    ),
    Case(
        "Ten visits in three months",
        _HOT_YOGA,
        "Up to 10 visits over a 3 month period. (Three visits are ours.)",
        _TEN_IN_THREE_MONTHS,
        (SellPass(0), UsePass(1), UsePass(8), UsePass(15)),
        (Held(7),),
        kind=ProgrammeKind.PASS,
    ),
    Case(
        "The eleventh visit is not on the pass",
        _HOT_YOGA,
        "It will expire after 3 months, or when the 10 visits are used up, whichever comes first.",
        _TEN_IN_THREE_MONTHS,
        (SellPass(0), *(UsePass(number) for number in range(1, 11)), Fails(UsePass(11))),
        (Held(0),),
        kind=ProgrammeKind.PASS,
    ),
    Case(
        "After three months the pass is over",
        _HOT_YOGA,
        "It will expire after 3 months, or when the 10 visits are used up, whichever comes first.",
        _TEN_IN_THREE_MONTHS,
        (SellPass(0), UsePass(1), OpenUntil(93), Fails(UsePass(93, at="9:00"))),
        (),
        kind=ProgrammeKind.PASS,
    ),
    Case(
        "A class that was called off goes back on the pass",
        _BOOKWHEN,
        "The class credit will be returned to your pass and can be used again.",
        _TEN_IN_THREE_MONTHS,
        (SellPass(0), UsePass(1), UsePass(8), Undo(8, 2, at="8:40")),
        (Held(9),),
        kind=ProgrammeKind.PASS,
        numbers_ours=True,
    ),
)
