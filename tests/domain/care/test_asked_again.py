"""What is asked for again and again, in any script, by how many people."""

import pytest

from frontdesk.domain.care.asked_again import ASKED_OFTEN, Wish, kinds, parts, same_kind, to_suggest


def wishes(*whats: str, customers: tuple[int, ...] = ()) -> list[Wish]:
    who = customers or tuple(range(1, len(whats) + 1))
    return [
        Wish(number, customer, f"Customer {customer}", what, number * 1_000)
        for number, (what, customer) in enumerate(zip(whats, who, strict=True), 1)
    ]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Oat milk", "milk, oat!"),
        ("Oat milk", "Oat milk, please"),
        ("Oat milk kept for Saturday", "oat milk"),
        ("2 oat milks", "Oat Milk"),
        ("Café glacé", "cafe glace"),
        ("ນົມເຂົ້າໂອດ", "ຂໍນົມເຂົ້າໂອດ"),
        ("ชานมไม่หวาน", "ขอชานมไม่หวานครับ"),
        ("កាហ្វេទឹកដោះគោ", "សុំកាហ្វេទឹកដោះគោ"),
        ("კარაქის გარეშე", "კარაქის გარეშე, გთხოვთ"),
    ],
)
def test_the_same_wish_in_other_words_is_of_one_kind(one: str, other: str) -> None:
    assert same_kind(parts(one), parts(other))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Oat milk", "Soy milk"),
        ("Oat milk", "Goat milk"),
        ("Cake", "Carrot cake"),
        ("Birthday cake", "Carrot cake"),
        ("10", "20"),
        ("ນົມເຂົ້າໂອດ", "ນົມຖົ່ວເຫຼືອງ"),
        ("ชานมไม่หวาน", "กาแฟดำ"),
    ],
)
def test_another_wish_is_of_another_kind(one: str, other: str) -> None:
    assert not same_kind(parts(one), parts(other))


def test_a_kind_is_called_as_it_is_asked_for_most_often() -> None:
    (oat, cake) = kinds(wishes("Oat milk, please", "oat milk", "Cake", "oat milk"))
    assert (oat.what, len(oat.wishes), cake.what) == ("oat milk", 3, "Cake")


def test_one_person_who_asks_often_is_one_person() -> None:
    (kind,) = kinds(wishes("oat milk", "Oat milk", "oat milk", customers=(7, 7, 8)))
    assert (len(kind.wishes), kind.people) == (3, 2)


def test_nothing_depends_on_the_order_in_which_wishes_are_read() -> None:
    asked = wishes("Oat milk", "cake", "oat milk please", "Cake", "birthday cake", "oat milk")
    assert kinds(asked) == kinds(reversed(asked))


def test_the_third_of_a_kind_is_a_hint_and_an_answer_silences_it_for_three_more() -> None:
    asked = wishes(*["oat milk"] * (2 * ASKED_OFTEN))
    assert to_suggest(kinds(asked[: ASKED_OFTEN - 1]), {}) == ()
    (hint,) = to_suggest(kinds(asked[:ASKED_OFTEN]), {})
    answered = {hint.latest.request_id: hint.latest.at + 1}
    assert to_suggest(kinds(asked[: 2 * ASKED_OFTEN - 1]), answered) == ()
    (again,) = to_suggest(kinds(asked), answered)
    assert len(again.wishes) == ASKED_OFTEN, "only those since the answer"
