"""Stamp Me, Loyalzoo and other stamp cards: head starts, limits, several cards, a card that is given up."""

from frontdesk.domain.loyalty.programmes import Gifts
from tests.services.loyalty.worked_examples.vocabulary import (
    COFFEE,
    SANDWICH,
    Buy,
    Case,
    Change,
    Fails,
    Had,
    Held,
    Pay,
    Redeem,
    Retire,
    Stamp,
    Undo,
    by_amount,
    by_item,
    by_visit,
)

_JOIN = (
    "Stamp Me, How to add or remove join stamps, "
    "help.stampme.com/en/articles/6784307-how-to-add-or-remove-join-stamps"
)
_DELAY = (
    "Stamp Me, What is a time delay between stamping, "
    "help.stampme.com/en/articles/6151143-what-is-a-time-delay-between-stamping"
)
_MULTIPLE = (
    "Stamp Me, How to issue multiple stamps, "
    "help.stampme.com/en/articles/6204425-how-to-issue-multiple-stamps"
)
_INTERIM = "Stamp Me, What are interim rewards, stampme.com/support/interim-rewards/"
_VOUCHERS = (
    "Stamp Me, How reward vouchers are issued, help.stampme.com/en/articles/"
    "6141078-how-rewards-vouchers-are-issued-for-face-to-face-redemption"
)
_STAMP_ME_FAQ = "Stamp Me, FAQs, support.stampme.com/articles/17658-faqs"
_ZOO_STAMPS = (
    "Loyalzoo, Setting up your stamps-based loyalty program, "
    "help.loyalzoo.com/getting-started/setting-up-your-stamps-based-loyalty-program"
)
_ZOO_PUNCH = (
    "Loyalzoo, How to set up your Punch loyalty program, "
    "help.loyalzoo.com/en/articles/6069484-how-to-set-up-your-punch-loyalty-program"
)
_ZOO_UNDO = (
    "Loyalzoo, Updating a customers points balance, "
    "help.loyalzoo.com/en/articles/418957-updating-a-customers-points-balance"
)
_ZOO_CAFE = "A café's terms for Loyalzoo, jemoleys.co.uk/loyalty-club-t-s-c-s"
_EESY = "eesy, Loyalty program, docs.eesy.app/en/docs/eesy-manager/admin-panel/treueprogramm"
_PERKSTAR = (
    "Perkstar, Creating and managing stamp cards, "
    "intercom.help/perkstar/en/articles/12573460-creating-and-managing-stamp-cards"
)
_JOIN_STAMPS = by_item(10, gifts=Gifts(welcome=2))
_ONE_A_DAY = by_item(10, most_per_day=1)

STAMP_CARDS: tuple[Case, ...] = (
    Case(
        "A head start comes with the first stamp",
        _JOIN,
        "The first time, they get any join stamps as well as the stamp; typically one or two.",
        _JOIN_STAMPS,
        (Stamp(0),),
        (Held(3, (0,)),),
    ),
    Case(
        "A head start comes once",
        _JOIN,
        "Join stamps: a head start on your stamp card when they first join it. (The visits are ours.)",
        _JOIN_STAMPS,
        (Stamp(0), Stamp(1), Stamp(2)),
        (Held(5, (0,)),),
    ),
    Case(
        "No more head starts, and nobody loses theirs",
        _JOIN,
        "Stamps will not be removed for anyone who received them. Changes are for new joins.",
        _JOIN_STAMPS,
        (Stamp(0), Change(1, by_item(10)), Stamp(2), Stamp(2, who="B")),
        (Held(4, (0,)), Held(1, (0,), "B")),
        numbers_ours=True,
    ),
    Case(
        "A first stamp that was a slip takes its head start with it",
        _JOIN,
        "Join stamps come with the first stamp. (Taking it back, and the next first stamp, are ours.)",
        _JOIN_STAMPS,
        (Stamp(0), Undo(0, 0, at="8:31"), Stamp(1)),
        (Held(3, (0,)),),
    ),
    Case(
        "One stamp a day",
        _DELAY,
        "A limit of only one stamp per day. (There an error tells how long to wait.)",
        _ONE_A_DAY,
        (Buy(0, COFFEE), Buy(0, COFFEE, at="12:00"), Buy(1, COFFEE)),
        (Held(2, (0,)),),
    ),
    Case(
        "One member's wait is not another's",
        _DELAY,
        "It does not affect or prevent other members from collecting stamps.",
        _ONE_A_DAY,
        (Buy(0, COFFEE), Buy(0, COFFEE, at="8:31", who="B"), Buy(0, COFFEE, at="9:30")),
        (Held(1, (0,)), Held(1, (0,), "B")),
        numbers_ours=True,
    ),
    Case(
        "Several stamps at once",
        _MULTIPLE,
        "Multiple stamps can be issued in a single scan.",
        by_item(10),
        (Stamp(0, 3),),
        (Held(3, (0,)),),
        numbers_ours=True,
    ),
    Case(
        "Rewards along the way",
        _INTERIM,
        "A makeup bag for 10 stamps; on the third stamp 15% off, on the sixth a pack of wipes.",
        by_item(3, 6, 10),
        (Stamp(0, 6), Redeem(1, 1), Stamp(2, 7)),
        (Held(10, (3, 1, 1)),),
        differs="a reward taken on the way is paid with its stamps; theirs come on top of the main one",
    ),
    Case(
        "A reward is saved for another time",
        _VOUCHERS,
        "Members can redeem their reward on their next visit, or save it for another time.",
        by_item(10),
        (Stamp(0, 10), Stamp(7, 4), Redeem(60)),
        (Held(4, (0,)),),
        numbers_ours=True,
    ),
    Case(
        "What is over after the big reward stays",
        _STAMP_ME_FAQ,
        "Stamps and points will reset after the big reward is redeemed.",
        by_item(10),
        (Stamp(0, 12), Redeem(1)),
        (Held(2, (0,)),),
        differs="what remains after a reward carries over: nobody loses a stamp by coming with friends",
        numbers_ours=True,
    ),
    Case(
        "Buy eight coffees, get the next one free",
        _ZOO_STAMPS,
        "Buy 8 coffees, get the next one free.",
        by_item(8, products=(COFFEE,)),
        (*(Buy(number, COFFEE) for number in range(8)), Buy(8, SANDWICH)),
        (Held(8, (1,)),),
    ),
    Case(
        "Two cards at once",
        _ZOO_STAMPS,
        "Free coffee on 5th visit; another could be: buy 7 sandwiches, get free cake on next visit.",
        by_visit(5),
        tuple(Buy(number, SANDWICH) for number in range(7)),
        (Held(7, (1,)), Held(7, (1,), programme=1)),
        also=(by_item(7, products=(SANDWICH,), stamps=1),),
    ),
    Case(
        "A mistake is simple to fix",
        _ZOO_UNDO,
        "If you make a mistake, click the 'undo' button in the customer's profile.",
        by_item(8),
        (Stamp(0, 3), Stamp(1, 5), Undo(1, 1, at="8:32"), Stamp(1, 1, at="8:33")),
        (Held(4, (0,)),),
        numbers_ours=True,
    ),
    Case(
        "After ten visits a free coffee",
        _ZOO_PUNCH,
        "Based on visits: after 10 visits get a free coffee.",
        by_visit(10),
        (*(Buy(number, COFFEE) for number in range(10)), Redeem(10)),
        (Held(0, (0,)),),
    ),
    Case(
        "A discount after so much money",
        _ZOO_PUNCH,
        "Based on amount spent: 10% off after you've spent $100. (The purchases are ours.)",
        by_amount(1_00, 100),
        (Pay(0, 60_00), Pay(1, 45_00)),
        (Held(105, (1,)),),
    ),
    Case(
        "A point for every pound",
        _ZOO_CAFE,
        "You will earn 1 point for every £1 spent. (The £7.80 is ours.)",
        by_amount(1_00, 50),
        (Pay(0, 7_80),),
        (Held(7, (0,)),),
    ),
    Case(
        "Several orders on a day are one stamp",
        _EESY,
        "Once per day with at least one order; multiple orders on same day = 1 stamp; 10 for a reward.",
        by_visit(10, most_per_day=1),
        (Buy(0, COFFEE), Buy(0, SANDWICH, at="12:30"), Buy(0, COFFEE, at="17:00"), Buy(1, COFFEE)),
        (Held(2, (0,)),),
    ),
    Case(
        "Three stamps for thirty dollars",
        _PERKSTAR,
        "1 stamp per $10 spent: a $30 purchase = 3 stamps.",
        by_amount(10_00, 10),
        (Pay(0, 30_00),),
        (Held(3, (0,)),),
    ),
    Case(
        "A card that is given up can still be paid out",
        "Takeaway, the place stopped using StampCards, takeaway.com/bg-en/customerservice/article/"
        "i-collected-stamps-but-the-restaurant-stopped-using-stampcards-what-now",
        "If you already received five stamps, you can still use the voucher until the expiration date.",
        by_visit(5),
        (Had(0, 5), Retire(1, 31), Redeem(30)),
        (Held(0, (0,)),),
    ),
    Case(
        "But not for ever",
        "Loopy Loyalty, Adding expiry dates, docs.loopyloyalty.com/en/articles/940998-adding-expiry-dates",
        "After the date the customer can no longer collect stamps or redeem rewards.",
        by_visit(5),
        (Had(0, 5), Retire(1, 31), Fails(Redeem(31)), Fails(Stamp(31, at="8:31"))),
        (Held(5, (0,)),),
        numbers_ours=True,
    ),
)
