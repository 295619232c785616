"""What the index of words holds by itself, without the slower one of parts."""

import pytest

from frontdesk.bootstrap import FrontDesk
from frontdesk.domain.customers import CustomerDraft
from frontdesk.storage import search


@pytest.mark.parametrize("token", ["noy", "2055", "1234"])
def test_a_name_a_phone_and_its_last_four_are_words(desk: FrontDesk, token: str) -> None:
    noy = CustomerDraft("Noy", phone="020 5555 1234")
    id_ = desk.submit(desk.customers.enrol, desk.act(), noy).result().customer.id
    for found in (search.by_words, search.by_whole_words)[: 1 if token == "2055" else 2]:
        assert [row[0] for row in found(desk.store.read(), [token], 0)] == [id_]
