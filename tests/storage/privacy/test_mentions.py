"""Where else a name stands: in every column that somebody types into, in whatever case and script."""

import pytest

from frontdesk.bootstrap import FrontDesk
from frontdesk.domain.people.customers import CustomerDraft
from frontdesk.storage.privacy import mentions


@pytest.mark.parametrize(
    ("name", "note"),
    [
        ("Иванова", "Спросить ИВАНОВА"),
        ("Élodie", "ask élodie"),
        ("Élodie", "ask elodie"),
        ("STRAẞE", "asks for strasse"),
        ("ສົມສັກ", "ນ້ອງ ຂອງ ສົມສັກ"),
        ("Maria", "sister of mARIA"),
    ],
)
def test_a_name_is_found_in_any_case(desk: FrontDesk, name: str, note: str) -> None:
    ids = [
        desk.submit(desk.customers.enrol, desk.act(), draft).result().customer.id
        for draft in (CustomerDraft(name), CustomerDraft("Noy", note=note), CustomerDraft(name, note=note))
    ]
    db = desk.store.read()
    assert mentions.count(db, [ids[0]], [name]) == 2
    assert mentions.count(db, [ids[0], ids[2]], [name]) == 1
    assert mentions.count(db, [ids[0]], ["Nobody at all", "Noy"]) == 0


def test_words_of_people_and_of_the_shop_are_looked_through_and_namesakes_are_not() -> None:
    looked_through = set(mentions.columns())
    assert {
        *(("fact", "text"), ("request", "what"), ("recovery", "who"), ("feedback_answer", "words")),
        *(("ticket", "label"), ("saved_filter", "name"), ("care_sheet", "text"), ("act_about", "was")),
        *(("staff_request", "text"), ("feedback_question", "text"), ("playbook", "document")),
    } <= looked_through
    assert not looked_through & {("customer", "name"), ("staff", "name"), ("member_code", "code")}
