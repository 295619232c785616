"""What answers add up to rests on their number, and what is said again is found in any script."""

from datetime import date
from zoneinfo import ZoneInfo

import pytest

from frontdesk.domain.care.contact_points import ContactPoint
from frontdesk.domain.days import DAY, WEEK
from frontdesk.domain.feedback.feedback_cards import CardFormat
from frontdesk.domain.feedback.questions import Topic
from frontdesk.domain.feedback.response_figures import (
    FEW,
    MOST_WEEKS,
    Batch,
    Face,
    by_batch,
    by_box,
    by_host,
    by_week,
    tally,
)
from frontdesk.domain.feedback.said_often import MOST_COMPARED, Remark, remarks, said_again

MONDAY = 1_795_366_800_000  # 2026-11-23, 00:00 in Vientiane
ZONE = ZoneInfo("Asia/Vientiane")


def face(id_: int, mood: int | None = 4, at: int = MONDAY, batch: int = 1) -> Face:
    return Face(id_, batch, at, mood)


def test_a_mean_rests_on_faces_and_says_when_they_are_few() -> None:
    told = tally([face(1, 1), face(2, 5), face(3, None), face(4, 2, MONDAY + 1)])
    assert told.ids == (4, 3, 2, 1), "the latest first"
    assert (told.faces, told.unhappy, round(told.mean, 2)) == (3, 2, 2.67)
    assert not told.enough
    assert tally(face(number) for number in range(FEW)).enough
    assert not tally([*(face(number) for number in range(FEW - 1)), face(9, None)]).enough


def test_weeks_begin_on_the_shops_monday_and_none_is_left_out() -> None:
    weeks = by_week([face(1, at=MONDAY - 1), face(2, at=MONDAY + 2 * WEEK)], ZONE)
    assert (weeks[0].first, weeks[-1].first) == (date(2026, 11, 16), date(2026, 12, 7))
    assert [week.tally.ids for week in weeks] == [(1,), (), (), (2,)]
    long_ago = by_week([face(1, at=MONDAY - 300 * WEEK), face(2)], ZONE)
    assert len(long_ago) == MOST_WEEKS
    assert by_week([], ZONE) == ()


def batch(
    id_: int,
    format: CardFormat = CardFormat.CARD,
    cards: int = 10,
    answered: int = 0,
    host: int | None = None,
) -> Batch:
    shared = format in (CardFormat.POSTER, CardFormat.SCREEN)
    return Batch(id_, format, shared, MONDAY + id_, host, cards, answered)


def test_each_batch_has_its_rate_single_cards_have_one_and_shared_codes_none() -> None:
    batches = [
        batch(1, cards=10, answered=3),
        batch(2, cards=1, answered=1),
        batch(3, cards=1),
        batch(4, CardFormat.POSTER, cards=1, answered=1),
        batch(5, CardFormat.SCREEN, cards=1),
        batch(6, CardFormat.SCREEN, cards=1),
    ]
    faces = [face(1, batch=4), face(2, batch=4), face(3, batch=2), face(4, batch=5)]
    single, screen, poster, sheet = by_batch(batches, faces, {})
    assert (single.format, single.cards, single.answered, single.tally.ids) == (None, 2, 1, (3,))
    assert not single.enough
    assert (screen.format, screen.cards, screen.tally.ids) == (CardFormat.SCREEN, 0, (4,))
    assert (poster.format, poster.cards, poster.tally.ids) == (CardFormat.POSTER, 0, (2, 1))
    assert (sheet.cards, sheet.share, sheet.enough) == (10, 0.3, True)


def test_who_handed_out_most_is_first_and_cards_without_a_face_are_last() -> None:
    batches = [
        batch(1, cards=40),
        batch(2, cards=2, answered=2, host=7),
        batch(3, cards=5, answered=1, host=8),
        batch(4, cards=1, host=8),
        batch(5, CardFormat.POSTER, host=8),
    ]
    told = by_host(batches, [face(1, batch=3)], {7: "La", 8: "Keo"})
    assert [(each.host, each.cards, each.answered) for each in told] == [
        ("Keo", 6, 1),
        ("La", 2, 2),
        ("", 40, 0),
    ]
    assert told[0].tally.ids == (1,)


def test_two_of_one_name_are_two() -> None:
    batches = [batch(1, cards=3, host=7), batch(2, cards=3, host=8)]
    assert [(each.host, each.cards) for each in by_host(batches, [], {7: "Keo", 8: "Keo"})] == [
        ("Keo", 3)
    ] * 2


def test_boxes_by_how_often_they_were_ticked() -> None:
    ticks = [
        (3, Topic.LIKED, ContactPoint.PRODUCT),
        (2, Topic.LIKED, ContactPoint.SERVICE),
        (2, Topic.DISLIKED, ContactPoint.QUEUE),
        (1, Topic.LIKED, ContactPoint.SERVICE),
    ]
    assert [(each.point, each.ids) for each in by_box(ticks, Topic.LIKED)] == [
        (ContactPoint.SERVICE, (2, 1)),
        (ContactPoint.PRODUCT, (3,)),
    ]


def told(*answers: str) -> list[Remark]:
    """The remarks of answers, the latest first."""
    return [each for id_, words in enumerate(answers) for each in remarks(-id_, words, MONDAY - id_ * DAY)]


@pytest.mark.parametrize(
    ("answers", "again"),
    [
        (("The coffee was cold", "Nice place. Cold coffee!", "parking"), ["Cold coffee"]),
        (("ກາເຟເຢັນ", "ກາເຟເຢັນ, ແຕ່ພະນັກງານດີ", "ບ່ອນຈອດລົດ"), ["ກາເຟເຢັນ"]),
        (("กาแฟเย็น", "รอนาน", "กาแฟเย็น"), ["กาแฟเย็น"]),
        (("ყავა ცივი იყო", "ცივი იყო ყავა"), ["ყავა ცივი იყო"]),
        (("good, good, good",), []),
        (("a", "a", "!", "?"), []),
    ],
)
def test_what_several_say_is_found_in_any_script(answers: tuple[str, ...], again: list[str]) -> None:
    assert [each.words for each in said_again(told(*answers))] == again


def test_each_answer_counts_once_and_only_the_latest_are_compared() -> None:
    (said,) = said_again(told("too loud. too loud", "Too loud", "quiet"))
    assert said.ids == (0, -1)
    many = [Remark(id_, f"{id_}th remark of {id_}", MONDAY) for id_ in range(MOST_COMPARED)]
    assert said_again([*many, *told("too loud", "too loud")]) == ()
