"""A panel of rules: each is saved when it is set, with Undo; what is saved elsewhere is followed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import shiboken6
from PySide6.QtWidgets import QWidget

from frontdesk.domain.acts import Changes
from frontdesk.ui.counter.sheets import Counter
from frontdesk.ui.language import LANGUAGE


@dataclass(frozen=True, slots=True)
class Keeping:
    """How a set of rules is read, and kept: `keep(act, rules)` answers with what was `before`; what is said
    when they are saved, and when they are as they were.
    """

    kept: Callable[[], Any]
    keep: Callable[..., Any]
    saved: Callable[[], str]
    undone: Callable[[], str]


class RulesPanel(QWidget):
    """Whoever shows rules here fills its fields in `show_kept` while `_filling`, reads them in `chosen`, and
    says in `say` what they make; the fields call `keep` when they are settled.
    """

    def __init__(self, counter: Counter, keeping: Keeping) -> None:
        super().__init__()
        self._counter, self._keeping = counter, keeping
        self._meant: Any = keeping.kept()
        self._filling, self._under_way = False, 0

    def listen(self) -> None:
        """From now on follow the language and what is saved elsewhere."""
        LANGUAGE.changed.connect(self.say)
        self._counter.bridge.changed.connect(self._on_changed)

    def show_kept(self) -> None:
        """Show the rules as they are kept."""
        raise NotImplementedError

    def chosen(self) -> Any:
        """The rules as the fields say them."""
        raise NotImplementedError

    def say(self) -> None:
        """Put the sentences that the fields make below them."""
        raise NotImplementedError

    def keep(self, *_: object) -> None:
        """A field was settled: save what they all say now."""
        if self._filling or self.chosen() == self._meant:
            return
        self._meant = self.chosen()
        self.say()
        self._under_way += 1
        _save(self._counter, self._keeping, self._meant, self._on_settled)

    def _on_settled(self) -> None:
        if shiboken6.isValid(self):
            self._under_way -= 1
            self._follow()

    def _on_changed(self, changes: Changes) -> None:
        if changes.shop or changes.feedback_rules:
            self._follow()

    def _follow(self) -> None:
        """Show what is kept; but of two quick taps not the first one's rules, and not over what is typed."""
        if not self._under_way and self.chosen() == self._meant:
            self.show_kept()


def _save(counter: Counter, keeping: Keeping, rules: Any, settled: Callable[[], None] | None = None) -> None:
    """Not a method: undoing must work when the sheet is gone. Without `settled` it is itself an undo."""

    def done(saved: Any) -> None:
        if settled is None:
            counter.notify(keeping.undone())
            return
        counter.notify(keeping.saved(), undo=lambda: _save(counter, keeping, saved.before))
        settled()

    def refused(sentence: str, error: Exception) -> None:
        counter.notify(sentence, icon="circle-alert")
        if settled is not None:
            settled()

    counter.bridge.submit(keeping.keep, counter.desk.act(), rules, done=done, refused=refused)
