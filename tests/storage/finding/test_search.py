"""What the index of words holds by itself, without the slower one of parts."""

import pytest

from frontdesk.bootstrap import FrontDesk
from frontdesk.domain.people.customers import CustomerDraft
from frontdesk.storage.finding import search


@pytest.mark.parametrize(("token", "star"), [("noy", ""), ("1234", ""), ("2055", "*")])
def test_a_name_a_phone_and_its_last_four_are_words(desk: FrontDesk, token: str, star: str) -> None:
    noy = CustomerDraft("Noy", phone="020 5555 1234")
    id_ = desk.submit(desk.customers.enrol, desk.act(), noy).result().customer.id
    assert [row[0] for row in search.by_words(desk.store.read(), f'"{token}"{star}')] == [id_]
