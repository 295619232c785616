"""What has the shape of a short code is one, well typed or not; names and telephones are none."""

import pytest

from frontdesk.domain.feedback.card_codes import is_like_short


@pytest.mark.parametrize("typed", ["240-H56", "555-aaa", "240 – h56", "240h56", "#7-K7Q", "໒໔໐-H56", "1-2A3"])
def test_a_short_code_is_known_by_its_shape(typed: str) -> None:
    assert is_like_short(typed)


@pytest.mark.parametrize("typed", ["", "240", "020-555", "5551", "Ann-Mae", "240-H5", "12 of 30", "240-ສົມ"])
def test_a_name_or_a_telephone_has_another_shape(typed: str) -> None:
    assert not is_like_short(typed)
