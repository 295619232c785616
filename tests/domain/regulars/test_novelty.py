"""What is new since they were here last: of their sort, and of what they take."""

from dataclasses import replace

from frontdesk.domain.loyalty.value import ValueReceived
from frontdesk.domain.regulars.greeting import LineKind
from frontdesk.domain.regulars.novelty import Added, PriceChange, news_of
from frontdesk.domain.regulars.visits import Product

COFFEE = Product(1, "Lao coffee", 28_000, category="hot drinks")
TEA, LATTE = replace(COFFEE, id=2, name="Jasmine tea"), replace(COFFEE, id=3, name="Latte")
SOUP = Product(4, "Noodle soup", category="lunch")


def test_of_new_things_of_their_sort_the_latest_is_told() -> None:
    (line,) = news_of([Added(TEA, 10), Added(LATTE, 20), Added(SOUP, 30)], [], taken=[COFFEE])
    assert (line.kind, line.product, line.at) == (LineKind.NEW_SINCE, LATTE, 20)


def test_what_they_take_already_is_not_new_and_what_has_no_sort_is_nobodys() -> None:
    loose = Product(5, "Cup")
    assert news_of([Added(COFFEE, 10), Added(Product(6, "Lid"), 20)], [], taken=[COFFEE, loose]) == []


def test_a_new_price_of_what_they_take_brings_the_value_along() -> None:
    value = ValueReceived(9, 9, 225_000, 5)
    changes = [PriceChange(SOUP, 40_000, 10), PriceChange(COFFEE, 25_000, 20)]
    (line,) = news_of([], changes, taken=[COFFEE], value=value)
    assert (line.kind, line.product, line.was, line.at) == (LineKind.PRICE_SINCE, COFFEE, 25_000, 20)
    assert line.value == value


def test_a_price_that_is_what_it_was_is_no_news() -> None:
    assert news_of([], [PriceChange(COFFEE, 28_000, 20)], taken=[COFFEE]) == []
