"""Who is let in, who has to go for it, and how often somebody may come: without a socket or a clock."""

from dataclasses import dataclass, replace

from frontdesk.web.limits import Limits, Rate, Visitors

LIMITS = replace(Limits(), per_address=3, in_all=5, held_bytes=100)


@dataclass(eq=False)
class Stub:
    """A connection as far as it matters."""

    address: str = ""
    heard: bool = False
    asked: bool = False
    held: int = 0
    dropped: bool = False

    def drop(self) -> None:
        self.dropped = True

    async def end(self) -> None:
        """Nobody ends these."""


def full_house() -> tuple[Visitors, list[Stub]]:
    visitors, here = Visitors(LIMITS), [Stub(f"10.0.0.{number}") for number in range(LIMITS.in_all)]
    assert all(map(visitors.take_in, here))
    return visitors, here


def test_one_address_has_so_many_connections_and_makes_room_among_its_own() -> None:
    visitors, mine = Visitors(LIMITS), [Stub("a") for _ in range(LIMITS.per_address)]
    other = Stub("b")
    assert all(map(visitors.take_in, (other, *mine)))
    assert visitors.take_in(Stub("a"))
    assert [each.dropped for each in (other, *mine)] == [False, True, False, False]
    assert len(visitors) == LIMITS.per_address + 1


def test_an_address_that_is_answered_so_often_at_once_has_to_wait() -> None:
    visitors, mine = Visitors(LIMITS), [Stub("a", asked=True) for _ in range(LIMITS.per_address)]
    assert all(map(visitors.take_in, mine))
    assert not visitors.take_in(Stub("a"))
    visitors.let_go(mine[0])
    visitors.let_go(mine[0])
    assert visitors.take_in(Stub("a"))


def test_a_full_house_lets_the_one_go_that_is_silent_longest() -> None:
    visitors, here = full_house()
    here[0].heard = True
    assert visitors.take_in(Stub("new"))
    assert [each.dropped for each in here] == [False, True, False, False, False]
    assert len(visitors) == LIMITS.in_all


def test_where_all_have_begun_to_ask_the_longest_has_to_go() -> None:
    visitors, here = full_house()
    for each in here:
        each.heard = True
    here[0].asked = True
    assert visitors.take_in(Stub("new"))
    assert [each.dropped for each in here] == [False, True, False, False, False]


def test_whoever_has_just_come_does_not_go_for_those_who_drip() -> None:
    visitors, here = full_house()
    for each in here[:-1]:
        each.heard = True
    assert visitors.take_in(Stub("new"))
    assert [each.dropped for each in here] == [True, False, False, False, False]


def test_nobody_goes_whose_answer_is_being_kept() -> None:
    visitors, here = full_house()
    for each in here:
        each.heard = each.asked = True
    assert not visitors.take_in(Stub("new"))
    assert not any(each.dropped for each in here)


def test_when_half_sent_requests_are_too_much_the_largest_goes() -> None:
    visitors, here = full_house()
    for each, held in zip(here, (30, 60, 11, 0, 500), strict=True):
        each.held = held
    here[4].asked = True
    visitors.weigh()
    assert [each.dropped for each in here] == [False, True, False, False, False]


def test_a_rate_counts_each_key_by_itself_and_forgets() -> None:
    rate = Rate(2, 60.0)
    assert [rate.allows("a", at) for at in (0, 1, 2, 59.9, 60, 60.5, 61)] == [1, 1, 0, 0, 1, 0, 1]
    assert rate.allows("b", 2)


def test_a_rate_remembers_only_so_many_keys() -> None:
    rate = Rate(1, 60.0)
    assert rate.allows(-1, 0)
    assert all(rate.allows(key, 1) for key in range(2000))
    assert rate.allows(-1, 2), "whoever was not heard of for longest is forgotten first"
    assert not rate.allows(1999, 2)
