"""What tests of the counter share: programmes to choose from, and strips to tap."""

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QApplication

from frontdesk.bootstrap import FrontDesk
from frontdesk.domain.loyalty.programmes import Look, Programme, ProgrammeDraft, ProgrammeKind, Reward, Terms
from frontdesk.domain.said import Said
from frontdesk.ui.counter.strips import ChoiceStrip
from frontdesk.ui.counter.window import CounterWindow

AddProgramme = Callable[..., Programme]


@pytest.fixture
def add(desk: FrontDesk) -> AddProgramme:
    """Set up a programme: its name, its rewards as pairs of price and what, other terms by their names."""

    def added(
        name: str,
        *rewards: tuple[int, str] | Reward,
        kind: ProgrammeKind = ProgrammeKind.STAMPS,
        **terms: object,
    ) -> Programme:
        made = tuple(
            each if isinstance(each, Reward) else Reward(number, each[0], Said(each[1]))
            for number, each in enumerate(rewards, 1)
        )
        draft = ProgrammeDraft(Look(Said(name)), Terms(made, **terms), kind)  # type: ignore[arg-type]
        return desk.submit(desk.programmes.add, desk.act(), draft).result().programme

    return added


@pytest.fixture
def lunch(add: AddProgramme) -> Programme:
    """A second card: five for a drink, ten for a lunch."""
    return add("Lunch card", (5, "drink"), (10, "lunch"))


@pytest.fixture
def strip(window: CounterWindow) -> Callable[[], ChoiceStrip]:
    """The strip that is open over the counter."""

    def opened() -> ChoiceStrip:
        popup = QApplication.activePopupWidget()
        assert isinstance(popup, ChoiceStrip)
        return popup

    return opened
