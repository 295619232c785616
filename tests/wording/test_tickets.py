"""What waits for a name, in words."""

import pytest

from frontdesk.domain.days import DAY, HOUR, MINUTE
from frontdesk.domain.loyalty.tickets import DropReason, Ticket, TicketItem
from frontdesk.domain.regulars.visits import Product
from frontdesk.texts import texts_for
from frontdesk.wording.tickets import ago_words, reason_words, ticket_words

EN = texts_for("en")
LATTE = TicketItem(Product(1, "Latte"), 2)
CAKE = TicketItem(Product(2, "Cake"), 1)


@pytest.mark.parametrize(
    ("label", "stamps", "items", "words"),
    [
        ("blue helmet", 0, (LATTE,), "blue helmet: 2 × Latte"),
        ("", 0, (LATTE, CAKE), "2 × Latte, 1 × Cake"),
        ("", 1, (), "1 stamp"),
        ("cap", 3, (CAKE,), "cap: 1 × Cake, 3 stamps"),
        ("{n}", 1, (), "{n}: 1 stamp"),
    ],
)
def test_a_ticket_is_one_line(label: str, stamps: int, items: tuple[TicketItem, ...], words: str) -> None:
    assert ticket_words(EN, Ticket(1, label, stamps, items, 0, "Noy")) == words


@pytest.mark.parametrize(
    ("waited", "words"),
    [
        (-DAY, "just now"),
        (MINUTE - 1, "just now"),
        (4 * MINUTE, "4 min"),
        (HOUR, "1 h"),
        (DAY - 1, "23 h"),
        (DAY, "1 day"),
        (13 * DAY, "13 days"),
    ],
)
def test_how_long_it_waits_is_said_in_one_unit(waited: int, words: str) -> None:
    assert ago_words(EN, 20 * DAY, 20 * DAY + waited) == words


def test_every_reason_has_words_of_its_own() -> None:
    assert len({reason_words(EN, each) for each in DropReason}) == len(DropReason)
