"""Every point of contact has a name of its own, in both languages of the counter."""

import pytest

from frontdesk.domain.care.contact_points import ContactPoint
from frontdesk.texts import texts_for
from frontdesk.wording.contact_points import contact_point_name


@pytest.mark.parametrize("language", ["en", "lo"])
def test_each_point_has_a_short_name_of_its_own(language: str) -> None:
    names = [contact_point_name(texts_for(language), point) for point in ContactPoint]
    assert len(set(names)) == len(ContactPoint)
    assert all(0 < len(name) <= 24 for name in names)
