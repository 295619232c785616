"""Where expected and received part."""

from frontdesk.domain.care.care_figures import Counted
from frontdesk.domain.care.contact_points import ContactPoint, Met, Shortfall, gaps


def met(point: ContactPoint, *ways: Shortfall, at: int = 0) -> Met:
    return Met(point, frozenset(ways), Counted(1, "Noy", at))


def test_the_widest_gap_is_first_and_says_in_what_ways() -> None:
    queue, product, door = gaps(
        [
            met(ContactPoint.DOOR),
            met(ContactPoint.PRODUCT, Shortfall.LATE, at=1),
            met(ContactPoint.PRODUCT),
            met(ContactPoint.QUEUE, Shortfall.COMPLAINT, at=2),
            met(ContactPoint.QUEUE, Shortfall.LATE, Shortfall.OVER_PRICE, at=3),
        ]
    )
    assert (queue.point, queue.expected, queue.unmet) == (ContactPoint.QUEUE, 2, 2)
    assert queue.ways == ((Shortfall.LATE, 1), (Shortfall.OVER_PRICE, 1), (Shortfall.COMPLAINT, 1))
    assert [who.at for who in queue.people] == [3, 2]
    assert (product.unmet, product.expected, product.share) == (1, 2, 0.5)
    assert (door.unmet, door.people) == (0, ())


def test_of_as_many_the_larger_share_is_the_wider_gap() -> None:
    found = gaps(
        [
            met(ContactPoint.DOOR, Shortfall.LATE),
            met(ContactPoint.DOOR),
            met(ContactPoint.PAYING, Shortfall.COMPLAINT),
        ]
    )
    assert [gap.point for gap in found] == [ContactPoint.PAYING, ContactPoint.DOOR]
    assert gaps([]) == ()
