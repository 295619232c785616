"""What a till is called, and who may say so."""

import pytest

from frontdesk.bootstrap import FrontDesk
from frontdesk.domain.refusals import RefusalCode, Refused
from frontdesk.domain.text import BadInput
from tests.services.counter_acts import hire


def test_a_manager_names_the_till_and_the_trail_knows_what_it_was(desk: FrontDesk) -> None:
    assert desk.tills.name(desk.till_id) == "Till 1"
    act = desk.act()
    saved = desk.submit(desk.tills.rename, act, desk.till_id, "  By the  door ").result()
    assert (saved.name, saved.before) == ("By the door", "Till 1")
    assert desk.tills.name(desk.till_id) == "By the door"
    db = desk.store.read()
    assert db.one("SELECT was, became FROM act_about ORDER BY gesture_id DESC") == ("Till 1", "By the door")
    desk.submit(desk.tills.rename, act, desk.till_id, "Another").result()
    assert desk.tills.name(desk.till_id) == "By the door", "the same act once more does nothing"


def test_nobody_else_may_and_a_name_has_letters(desk: FrontDesk) -> None:
    with pytest.raises(BadInput):
        desk.submit(desk.tills.rename, desk.act(), desk.till_id, " ").result()
    desk.staff_id = hire(desk, "La")
    with pytest.raises(Refused) as refused:
        desk.submit(desk.tills.rename, desk.act(), desk.till_id, "Mine").result()
    assert refused.value.code is RefusalCode.ONLY_MANAGER
    assert desk.tills.name(desk.till_id) == "Till 1"
