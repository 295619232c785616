"""Every act that can be recorded or refused has a sentence, whatever is known of it."""

from dataclasses import replace
from string import Formatter

from frontdesk.domain.trust.deeds import (
    KINDS,
    OF_BOTH,
    Deed,
    DeedFacts,
    DeedGroup,
    DeedPlace,
    DeedSource,
    Whom,
    group_of,
)
from frontdesk.texts import texts_for
from frontdesk.wording.deeds import deed_sentence, group_name
from frontdesk.wording.deeds_refused import wanted
from tests.wording.kinds_of_acts import kinds_in_source

EN = texts_for("en")
KNOWN = frozenset().union(*KINDS.values())
SOMSAK = Whom(7, "Somsak")


def deed(kind: str, source: DeedSource = DeedSource.ACT, customer: Whom | None = SOMSAK) -> Deed:
    return Deed(DeedPlace(0, source, 1), kind, 1, "Noi", "Counter", customer)


def test_every_kind_of_act_in_the_source_is_known_and_no_other() -> None:
    in_source = kinds_in_source()
    assert in_source.all - KNOWN == set(), "these kinds have no group in domain/trust/deeds.py"
    assert KNOWN - in_source.all == set(), "nothing records or refuses these any more"


def test_every_kind_of_act_has_words() -> None:
    no_words = deed_sentence(EN, deed("NOT_A_KIND"))
    only_read = {kind for kind in KNOWN if kind.startswith(("READ_", "SEE_", "LOOK_", "BRING_BACK_BACKUP"))}
    assert {kind for kind in KNOWN - only_read if deed_sentence(EN, deed(kind)) == no_words} == set()


def test_every_kind_that_needs_a_right_has_words_for_its_refusal() -> None:
    assert kinds_in_source().need - set(wanted(EN)) == set()


def test_a_stamp_says_on_which_card_and_for_what() -> None:
    facts = DeedFacts(number=2, what="Latte, Cake", card="Coffee")
    stamp = replace(deed("STAMP"), facts=facts)
    assert deed_sentence(EN, stamp) == "Noi gave Somsak 2 stamps on the card “Coffee”, for Latte, Cake"
    one_card = replace(stamp, facts=replace(facts, card=""))
    assert deed_sentence(EN, one_card) == "Noi gave 2 stamps to Somsak for Latte, Cake"
    unearned = replace(stamp, facts=replace(facts, number=0))
    assert deed_sentence(EN, unearned) == "Noi noted what Somsak bought: Latte, Cake"


def test_a_try_of_a_pin_says_whose_and_whether_it_was_right() -> None:
    tried = replace(deed("TRY_PIN"), facts=DeedFacts(member="Noy", became="PIN_WRONG"))
    sentence = "A wrong PIN for Noy"
    assert deed_sentence(EN, tried) == sentence


def test_no_sentence_waits_for_what_nobody_fills() -> None:
    for kind in KNOWN:
        for source in DeedSource:
            for customer in (SOMSAK, None, Whom(7, "", erased=True)):
                sentence = deed_sentence(EN, deed(kind, source, customer))
                assert not [name for _, name, _, _ in Formatter().parse(sentence) if name], sentence


def test_a_kind_is_of_one_group_and_each_group_has_a_name() -> None:
    for kind in KNOWN - OF_BOTH:
        assert [group for group, kinds in KINDS.items() if kind in kinds] == [
            group_of(kind, of_customer=False)
        ]
    assert group_of("LEAVE", of_customer=True) is DeedGroup.CUSTOMERS
    assert group_of("LEAVE", of_customer=False) is DeedGroup.TEAM
    assert len({group_name(EN, group) for group in DeedGroup}) == len(DeedGroup)
