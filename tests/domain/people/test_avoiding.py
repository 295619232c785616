"""What must never be offered, as far as names tell."""

import pytest

from frontdesk.domain.people.avoiding import avoided


@pytest.mark.parametrize(
    ("product", "allergy"),
    [
        ("Peanut cookie", "Peanuts"),
        ("PEANUT cookie", "nuts, milk"),
        ("Coconut cake", "nut allergy"),
        ("Milkshake", "no milk"),
        ("ເຂົ້າໜົມຖົ່ວດິນ", "ຖົ່ວດິນ"),
        ("ถั่วทอด", "ถั่ว"),
    ],
)
def test_a_word_of_the_allergy_in_the_name_is_enough(product: str, allergy: str) -> None:
    assert avoided(product, [allergy])


@pytest.mark.parametrize(
    ("product", "allergies"),
    [("Lao coffee", ["Peanuts"]), ("Lao coffee", []), ("Lao coffee", ["", "-", "of"])],
)
def test_anything_else_may_be_offered(product: str, allergies: list[str]) -> None:
    assert not avoided(product, allergies)
