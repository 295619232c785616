"""The quiz on a real shop: who is shown, when a face comes again, and that nothing is noted of customers."""

from datetime import timedelta
from importlib.metadata import requires

import apsw
import pytest

from frontdesk.bootstrap import FrontDesk
from frontdesk.domain.acts import Role
from frontdesk.domain.days import DAY
from frontdesk.domain.people.customers import CustomerDraft, Purpose
from frontdesk.domain.people.photos import Photo
from frontdesk.domain.people.scripts import Script
from frontdesk.domain.refusals import RefusalCode, Refused
from frontdesk.services.team.quiz import QuizRound
from tests.conftest import FakeClock

NAMES = ("Maly", "Noy", "Somsak", "Keo", "Vilay", "Phet")


def enrol(desk: FrontDesk, name: str, *, photo: bool = True, by_name: bool = True) -> int:
    draft = CustomerDraft(name, greet_by_name=by_name, consents=frozenset({Purpose.PHOTO}))
    picture = Photo(b"thumb", b"full") if photo else None
    return desk.submit(desk.customers.enrol, desk.act(), draft, picture).result().customer.id


@pytest.fixture
def faces(desk: FrontDesk) -> dict[str, int]:
    return {name: enrol(desk, name) for name in NAMES}


def round_now(desk: FrontDesk, staff_id: int | None = None) -> QuizRound:
    return desk.quiz.round(staff_id or desk.staff_id, desk.now(), Script.LATIN, seed=1)


def names(desk: FrontDesk) -> list[str]:
    return [each.answer.name for each in round_now(desk).questions]


def answer(desk: FrontDesk, customer_id: int, known: bool) -> None:
    desk.submit(desk.quiz.answer, desk.act(), customer_id, known=known).result()


def test_whoever_comes_most_often_is_asked_first(
    desk: FrontDesk, faces: dict[str, int], clock: FakeClock
) -> None:
    for name, visits in (("Keo", 3), ("Noy", 2)):
        for _ in range(visits):
            clock.forward(hours=2)
            desk.submit(desk.loyalty.add_stamps, desk.act(), faces[name], 1).result()
    assert names(desk)[:2] == ["Keo", "Noy"]


def test_a_habit_of_long_ago_counts_less(desk: FrontDesk, faces: dict[str, int], clock: FakeClock) -> None:
    for _ in range(3):
        clock.forward(hours=2)
        desk.submit(desk.loyalty.add_stamps, desk.act(), faces["Keo"], 1).result()
    clock.forward(days=200)
    desk.submit(desk.loyalty.add_stamps, desk.act(), faces["Noy"], 1).result()
    assert names(desk)[:2] == ["Noy", "Keo"]


def test_nobody_is_shown_who_has_no_photo_or_is_not_called_by_name_or_is_archived(
    desk: FrontDesk, faces: dict[str, int]
) -> None:
    enrol(desk, "Without", photo=False)
    enrol(desk, "Nameless", by_name=False)
    desk.submit(desk.customers.archive, desk.act(), faces["Phet"]).result()
    assert sorted(names(desk)) == ["Keo", "Maly", "Noy", "Somsak", "Vilay"]


def test_a_photo_consent_that_is_taken_back_takes_the_face_out(
    desk: FrontDesk, faces: dict[str, int]
) -> None:
    desk.submit(desk.customers.edit, desk.act(), faces["Maly"], CustomerDraft("Maly")).result()
    assert "Maly" not in names(desk)


def test_two_records_of_one_person_are_one_face(desk: FrontDesk, faces: dict[str, int]) -> None:
    answer(desk, faces["Maly"], known=True)
    desk.submit(desk.merging.merge, desk.act(), faces["Noy"], faces["Maly"]).result()
    assert names(desk).count("Noy") == 1
    assert "Maly" not in names(desk)
    assert names(desk)[-1] == "Noy"  # what was answered of the one is known of both


def test_a_face_that_was_not_known_comes_again_tomorrow_and_a_known_one_later(
    desk: FrontDesk, faces: dict[str, int]
) -> None:
    answer(desk, faces["Maly"], known=False)
    answer(desk, faces["Noy"], known=True)
    maly, noy = desk.quiz.again(desk.staff_id, (faces["Maly"], faces["Noy"]))
    assert (maly.name, maly.day) == ("Maly", desk.today() + timedelta(days=1))
    assert noy.day > maly.day


def test_it_is_the_day_that_counts_and_not_the_hour(
    desk: FrontDesk, faces: dict[str, int], clock: FakeClock
) -> None:
    answer(desk, faces["Somsak"], known=False)
    assert names(desk)[-1] == "Somsak"
    clock.forward(hours=22)
    assert names(desk)[0] == "Somsak"


def test_each_time_a_face_is_known_it_stays_away_longer(
    desk: FrontDesk, faces: dict[str, int], clock: FakeClock
) -> None:
    away = []
    for _ in range(4):
        answer(desk, faces["Keo"], known=True)
        [again] = desk.quiz.again(desk.staff_id, (faces["Keo"],))
        away.append((again.day - desk.today()).days)
        clock.at += away[-1] * DAY
    assert away == sorted(set(away))
    assert away[0] >= 1


def test_each_of_the_staff_learns_for_themselves(desk: FrontDesk, faces: dict[str, int]) -> None:
    other = desk.submit(desk.staffing.add_staff, desk.act(), "Maly P.", Role.CASHIER).result()
    answer(desk, faces["Maly"], known=True)
    assert names(desk)[-1] == "Maly"
    assert round_now(desk, other.id).questions[0].answer.name == "Maly"


def test_an_answer_that_is_repeated_counts_once(desk: FrontDesk, faces: dict[str, int]) -> None:
    act = desk.act()
    for _ in range(2):
        desk.submit(desk.quiz.answer, act, faces["Maly"], known=True).result()
    assert desk.store.read().value("SELECT count(*) FROM quiz_review") == 1


def test_of_the_customer_nothing_is_noted(desk: FrontDesk, faces: dict[str, int]) -> None:
    before = desk.greetings.open(faces["Maly"], desk.now())
    answer(desk, faces["Maly"], known=True)
    assert desk.greetings.open(faces["Maly"], desk.now()) == before
    db = desk.store.read()
    assert db.value("SELECT customer_id FROM gesture WHERE kind = 'QUIZ'") is None
    assert db.value("SELECT count(*) FROM visit") == 0


def test_an_answer_is_never_rewritten(desk: FrontDesk, faces: dict[str, int]) -> None:
    answer(desk, faces["Maly"], known=False)
    for statement in ("UPDATE quiz_review SET known = 1", "DELETE FROM quiz_review"):
        with pytest.raises(apsw.ConstraintError):
            desk.submit(lambda sql=statement: list(desk.store.write().run(sql))).result()


def test_a_stranger_cannot_be_asked(desk: FrontDesk) -> None:
    with pytest.raises(Refused) as caught:
        answer(desk, 999, known=True)
    assert caught.value.code is RefusalCode.UNKNOWN_CUSTOMER


def test_too_few_faces_make_no_round(desk: FrontDesk) -> None:
    enrol(desk, "Maly")
    assert round_now(desk).missing == 3
    assert round_now(desk).questions == ()


def test_how_a_name_is_said_comes_with_it(desk: FrontDesk, faces: dict[str, int]) -> None:
    somsak = enrol(desk, "ສົມສັກ")
    assert round_now(desk).sayings[somsak].casefold() == "somsak"
    assert round_now(desk).sayings[faces["Maly"]] == ""


def test_the_same_store_and_seed_give_the_same_round(desk: FrontDesk, faces: dict[str, int]) -> None:
    answer(desk, faces["Keo"], known=True)
    assert round_now(desk) == round_now(desk)


def test_the_library_brings_no_learning_machine_along() -> None:
    always = [each for each in requires("fsrs") or [] if "extra ==" not in each]
    assert always == ["typing-extensions"]
