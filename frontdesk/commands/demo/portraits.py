"""The portraits of the demo's people, drawn beside the writing because together they take seconds."""

import signal
from collections.abc import Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from contextlib import contextmanager
from multiprocessing import get_context
from os import cpu_count
from typing import Final, Protocol

from frontdesk.commands.demo.names import Gender
from frontdesk.commands.demo.people import DemoPerson, Portrait
from frontdesk.domain.people.photos import Photo
from frontdesk.media.portraits import Looks, draw_portrait

THUMB_SIDE: Final = 256
FULL_SIDE: Final = 512
WORTH_A_POOL: Final = 60
"""So few portraits are drawn faster than other processes are started."""

_LOOKS: Final = {Gender.WOMAN: Looks.HERS, Gender.MAN: Looks.HIS}


class Gallery(Protocol):
    """Gives a person's photo, waiting until it is drawn."""

    def __call__(self, person: DemoPerson) -> Photo | None: ...


@contextmanager
def gallery(people: Sequence[DemoPerson]) -> Iterator[Gallery]:
    """Draw everybody who agreed to a photo, in the order of `people`."""
    sitters = [person for person in people if person.portrait is not None]
    if len(sitters) < WORTH_A_POOL:
        yield _drawn_now
        return
    # Spawned, not forked: a fork beside running threads can hang, and other systems have none.
    workers = max((cpu_count() or 1) - 1, 1)
    with ProcessPoolExecutor(workers, get_context("spawn"), _leave_interrupts_to_the_parent) as pool:
        drawn: dict[int, Future[Photo]] = {
            person.index: pool.submit(draw, person.portrait) for person in sitters if person.portrait
        }

        def find(person: DemoPerson) -> Photo | None:
            return drawn[person.index].result() if person.index in drawn else None

        try:
            yield find
        except BaseException:
            pool.shutdown(wait=False, cancel_futures=True)
            raise


def draw(portrait: Portrait) -> Photo:
    """One portrait in the two sizes that the store keeps."""
    return draw_face(portrait.seed, portrait.gender)


def draw_face(seed: int, gender: Gender) -> Photo:
    """A portrait from a number."""
    looks = _LOOKS[gender]
    return Photo(thumb=draw_portrait(seed, THUMB_SIDE, looks), full=draw_portrait(seed, FULL_SIDE, looks))


def _leave_interrupts_to_the_parent() -> None:
    """Ctrl-C reaches every process of a terminal; one sentence about it is enough."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def _drawn_now(person: DemoPerson) -> Photo | None:
    return draw(person.portrait) if person.portrait is not None else None
