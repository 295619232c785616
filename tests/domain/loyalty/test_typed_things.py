"""What they had is read out of what is typed: a number, and what it counts. A product is never guessed."""

import pytest

from frontdesk.domain.loyalty.typed_things import TypedThings, read_things
from frontdesk.domain.regulars.visits import Product

HOT, LAO, LAO_ICED, TEA, MOCHA, KHMER = range(1, 7)
PRODUCTS = (
    Product(HOT, "Hot latte"),
    Product(LAO, "Lao coffee"),
    Product(LAO_ICED, "Lao iced coffee"),
    Product(TEA, "ຊາດອກມະລິ"),
    Product(MOCHA, "ชาเย็น"),
    Product(KHMER, "Iced peach"),
)


@pytest.mark.parametrize(
    ("text", "label", "items", "stamps"),
    [
        ("blue helmet", "blue helmet", (), 0),
        ("blue helmet, 2 lattes", "blue helmet", ((HOT, 2),), 0),
        ("blue helmet 2 lattes", "blue helmet", ((HOT, 2),), 0),
        ("2 lattes blue helmet", "blue helmet", ((HOT, 2),), 0),
        ("latte x2", "", ((HOT, 2),), 0),
        ("blue helmet, latte ×2", "blue helmet", ((HOT, 2),), 0),
        ("2x hot latte", "", ((HOT, 2),), 0),
        ("2 x latte, red scarf", "red scarf", ((HOT, 2),), 0),
        ("2 hot lattes", "", ((HOT, 2),), 0),
        ("2 LAT", "", ((HOT, 2),), 0),
        ("3 peaches", "", ((KHMER, 3),), 0),
        ("1 latte, 2 lao coffee", "", ((HOT, 1), (LAO, 2)), 0),
        ("2 lao coffee", "", ((LAO, 2),), 0),
        ("໒ ຊາດອກມະລິ", "", ((TEA, 2),), 0),
        ("ໝວກຟ້າ, ຊາດອກ ໒", "ໝວກຟ້າ", ((TEA, 2),), 0),
        ("๓ ชาเย็น", "", ((MOCHA, 3),), 0),
        ("២ latte", "", ((HOT, 2),), 0),
        ("2 coffees", "2 coffees", (), 2),
        ("red scarf, 2 croissants", "red scarf, 2 croissants", (), 2),
        ("red scarf 2 coffee", "red scarf 2 coffee", (), 2),
        ("table 5", "table 5", (), 0),
        ("7:30 blue", "7:30 blue", (), 0),
        ("2 m tall", "2 m tall", (), 0),
        ("021 234 567", "021 234 567", (), 0),
        ("99 lattes", "99 lattes", (), 0),
        ("0 lattes", "0 lattes", (), 0),
        ("15 lattes, 15 peaches", "15 peaches", ((HOT, 15),), 0),
        ("red coffee cup", "red coffee cup", (), 0),
        ("", "", (), 0),
    ],
)
def test_what_is_typed_is_read(
    text: str, label: str, items: tuple[tuple[int, int], ...], stamps: int
) -> None:
    assert read_things(text, PRODUCTS) == TypedThings(label, items, stamps)


def test_of_several_of_one_name_the_whole_name_is_meant() -> None:
    lattes = (Product(1, "Iced latte"), Product(2, "Latte"), Product(3, "Hot latte"))
    assert read_things("2 lattes", lattes).items == ((2, 2),)
    assert read_things("2 lattes", lattes[::2]) == TypedThings("2 lattes", (), 2), "which one is not known"
