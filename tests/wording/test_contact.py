"""The words of staying in contact, for staff and for customers."""

from zoneinfo import ZoneInfo

import pytest

from frontdesk.domain.care.messages import Contact, Hindrance, Keepsake, MessageKind, Way
from frontdesk.domain.days import DAY
from frontdesk.domain.loyalty.cards import CardView, Offer, Validity
from frontdesk.domain.loyalty.programmes import Look, Programme, Reward, Terms
from frontdesk.domain.loyalty.value import ValueReceived, YearTogether
from frontdesk.domain.people.leaving import Balance, Kept, LeavingReason, Left
from frontdesk.domain.said import Said
from frontdesk.texts import CUSTOMER_LANGUAGES, LANGUAGES, texts_for
from frontdesk.wording import contact, keepsakes, leaving

ZONE = ZoneInfo("Asia/Vientiane")
NOW = 1_795_000_000_000
EN = texts_for("en")


def price(amount: int) -> str:
    return f"{amount} LAK"


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_kind_way_and_reason_has_a_name_of_its_own(language: str) -> None:
    texts = texts_for(language)
    assert len({contact.kind_name(texts, kind) for kind in (*MessageKind, *Keepsake)}) == 12
    assert len({contact.way_name(texts, way) for way in Way}) == len(Way)
    assert len({leaving.reason_name(texts, reason) for reason in LeavingReason}) == len(LeavingReason)


def test_why_only_paper_is_said_in_one_sentence() -> None:
    for hindrance in Hindrance:
        said = contact.hindrance_sentence(EN, hindrance, "Maria")
        assert said.startswith("Maria has not agreed")
        assert said.count(".") == 1


def test_the_last_contact_is_told_or_that_there_was_none() -> None:
    last = Contact(MessageKind.BIRTHDAY, Way.WHATSAPP, NOW - DAY, "Noy")
    assert contact.last_contact(EN, last, ZONE, NOW) == "Last contact: yesterday, Birthday, WhatsApp (Noy)"
    assert contact.last_contact(EN, None, ZONE, NOW) == "Nobody has written to them yet."


def test_without_a_network_it_is_said_what_waits() -> None:
    assert "no network" in contact.opened_sentence(EN, Way.WHATSAPP, online=False)
    assert "no network" not in contact.opened_sentence(EN, Way.WHATSAPP, online=True)
    assert contact.opened_sentence(EN, Way.COPY, online=False).startswith("The text is copied.")


def test_who_left_and_why() -> None:
    assert leaving.left_sentence(EN, Left(1, "Noy", NOW - DAY), ZONE, NOW) == "left yesterday"
    gone = Left(1, "Noy", NOW - DAY, LeavingReason.PRICE)
    assert leaving.left_sentence(EN, gone, ZONE, NOW) == "left yesterday: The price"


def year(**facts: int) -> YearTogether:
    received = ValueReceived(facts.get("rewards", 0), facts.get("priced", 0), facts.get("worth", 0))
    return YearTogether(NOW - 700 * DAY, facts.get("visits", 9), facts.get("in_year", 4), "Latte", received)


def told(together: YearTogether) -> dict[str, str]:
    return {each.words: each.value for each in keepsakes.year_words(EN, together, ZONE, price).told}


def test_the_year_says_only_what_is_known() -> None:
    assert told(year()) == {"visits": "9", "of them in the last year": "4"}
    assert told(year(visits=4)) == {"visits": "4"}
    some = year(rewards=3, priced=2, worth=50_000)
    assert told(some)["saved, at least"] == "50000 LAK"
    every = year(rewards=2, priced=2, worth=50_000)
    assert told(every)["saved"] == "50000 LAK"
    words = keepsakes.year_words(EN, YearTogether(None, 0, 0, "", ValueReceived()), ZONE, price)
    assert (words.favourite, words.greeting) == ("", "")


GYM = Programme(1, Look(Said("Gym pass")), (Terms(),))


def pass_of(visits: int | None, worth: int = 0) -> Kept:
    return Kept(CardView(GYM, Terms(), 0, validity=Validity(NOW + 30 * DAY, visits, 10)), worth)


def test_a_slip_tells_each_card_and_that_it_is_kept() -> None:
    ready = Offer(Reward(1, 5, Said("coffee")), 1, 1)
    stamps = Kept(CardView(GYM, Terms((ready.reward,)), 7, (ready,)))
    words = keepsakes.slip_words(EN, Balance((stamps, pass_of(7, 140_000), pass_of(None))), ZONE, NOW, price)
    assert words.lines[0] == "Gym pass: 7 stamps, enough for 1 reward"
    assert words.lines[1].endswith("worth 140000 LAK")
    assert words.lines[2].startswith("Gym pass: good until")
    assert "We keep it for you." in words.kept


@pytest.mark.parametrize("language", CUSTOMER_LANGUAGES)
def test_no_card_is_told_of_twice(language: str) -> None:
    """Or a customer could ask for the stamps and for the reward, both on our own paper."""
    coffee = Reward(1, 5, Said("coffee"))
    cards = (CardView(GYM, Terms((coffee,)), 12, (Offer(coffee, 1, 2),)), CardView(GYM, Terms((coffee,)), 1))
    ready, one = keepsakes.balance_lines(
        texts_for(language), Balance(tuple(map(Kept, cards))), ZONE, NOW, price
    )
    assert ready.startswith("Gym pass")
    assert "12" in ready
    assert "2" in ready.replace("12", "")
    assert "1" in one
    if language == "en":
        assert (ready, one) == ("Gym pass: 12 stamps, enough for 2 rewards", "Gym pass: 1 stamp")


@pytest.mark.parametrize("language", CUSTOMER_LANGUAGES)
def test_a_slip_of_nothing_still_has_a_kind_word(language: str) -> None:
    words = keepsakes.slip_words(texts_for(language), Balance(), ZONE, NOW, price)
    assert len(words.lines) == 1
    assert words.kept
    assert words.kept != keepsakes.slip_words(EN, Balance((pass_of(7),)), ZONE, NOW, price).kept
