"""Who stands where on the wall: people keep their places, and newcomers take those that became free."""

from collections.abc import Sequence


def keeping_places(standing: Sequence[int], likely: Sequence[int]) -> list[int]:
    """Those of `likely` in an order in which whoever is in `standing` already has the same place as there.

    The others come into the free places, the likeliest first. Where fewer are likely than stood there,
    whoever stood behind the last place comes forward into a free one.
    """
    wanted = list(dict.fromkeys(likely))
    still = set(wanted)
    placed = [each if each in still else None for each in standing[: len(wanted)]]
    placed += [None] * (len(wanted) - len(placed))
    kept = {each for each in placed if each is not None}
    coming = iter([each for each in wanted if each not in kept])
    return [each if each is not None else next(coming) for each in placed]
