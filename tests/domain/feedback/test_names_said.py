"""Who is named in what a customer wrote: a whole word, or whole syllables where no blank parts words."""

import pytest

from frontdesk.domain.acts import Role, StaffMember
from frontdesk.domain.feedback.names_said import is_named, who_is_named


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("noy was so kind", "Noy"),
        ("NOY!", "Noy"),
        ("merci à Zoë.", "zoe"),
        ("thank you, Anna-Maria", "Anna Maria"),
        ("ნინო კარგია", "ნინო"),
        ("ຂອບໃຈນ້ອຍຫຼາຍໆ", "ນ້ອຍ"),
        ("ເອື້ອຍນ້ອຍບໍລິການດີ", "ນ້ອຍ"),
        ("ລາໃຈດີ", "ລາ"),
        ("ຂອບໃຈ ລາ", "ລາ"),
        ("ລາບໍລິການດີ", "ລາ"),
        ("ขอบคุณคุณสมชายมาก", "สมชาย"),
        ("พี่มาลีน่ารักมาก", "มาลี"),
        ("អរគុណសុខាណាស់", "សុខា"),
        ("ຂອບໃຈ\u200bນ້ອຍ\u200bຫຼາຍ", "ນ້ອຍ"),
    ],
)
def test_a_name_is_found_in_any_script(text: str, name: str) -> None:
    assert is_named(text, name)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("annoying", "Noy"),
        ("Noyna", "Noy"),
        ("K was there", "K"),
        ("", "Noy"),
        ("ແພງຫນ້ອຍຫນຶ່ງ", "ນ້ອຍ"),
        ("ອາຫານລາວ", "ລາ"),
        ("สมชายา", "สมชาย"),
        ("ไมตรี", "มตรี"),
        ("ราวๆ", "รา"),
        ("ขอบคุณ", "คุ"),
    ],
)
def test_a_part_of_a_word_is_no_name(text: str, name: str) -> None:
    assert not is_named(text, name)


def test_the_first_name_will_do_where_it_means_one() -> None:
    bounmy, la, other = (
        StaffMember(key, name, Role.CASHIER)
        for key, name in enumerate(("Bounmy Sisouk", "La Keo", "La Vong"))
    )
    staff = (bounmy, la, other)
    assert who_is_named("bounmy and la are great", staff) == (bounmy,)
    assert who_is_named("La Vong and Bounmy Sisouk", staff) == (bounmy, other)
    assert who_is_named("the tea", staff) == ()
