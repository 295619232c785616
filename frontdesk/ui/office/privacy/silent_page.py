"""Who has not been here for longer than the shop keeps people: keep them, or erase the chosen ones."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from frontdesk.domain.days import day_at
from frontdesk.domain.privacy.erasing import ErasedMany, WhyErased
from frontdesk.domain.privacy.retention import (
    LEAST_YEARS,
    MOST_YEARS,
    Kept,
    RetentionRules,
    RulesSaved,
    Silent,
    SilentPeople,
)
from frontdesk.ui.counter.sheets import Counter, SheetName
from frontdesk.ui.language import LANGUAGE, ntr, tr
from frontdesk.ui.look.metrics import RHYTHM, Size, grown
from frontdesk.ui.office.privacy.confirming import ConfirmErasing
from frontdesk.ui.office.privacy.read_page import ReadPage
from frontdesk.ui.office.privacy.silent_row import SilentRow
from frontdesk.ui.widgets.buttons import TextButton
from frontdesk.ui.widgets.choices import Choice
from frontdesk.ui.widgets.emptying import empty
from frontdesk.ui.widgets.fields import Field
from frontdesk.ui.widgets.labels import PlainLabel
from frontdesk.ui.widgets.pages import tab_through
from frontdesk.ui.widgets.prose import Prose
from frontdesk.wording.dates import full_date
from frontdesk.wording.privacy import (
    erased_sentence,
    rules_sentence,
    silent_since,
    silent_summary,
    years_option,
)

LISTED: Final = 100
"""More are not looked at one by one; choosing all takes those, too, that are not shown."""
_NEVER: Final = "never"
_YEARS_WIDTH: Final = 420


class SilentPage(ReadPage):
    def __init__(self, counter: Counter) -> None:
        super().__init__(counter)
        self.found: SilentPeople | None = None
        self.rows: list[SilentRow] = []
        self.held_rows: list[SilentRow] = []
        self._all = False
        self.years = Choice(self._options)
        self.years.chosen.connect(self._set_years)
        self.words = Prose(size=Size.BODY, ink="ink")
        self.all_button = TextButton("list-checks", "quiet")
        self.all_button.clicked.connect(self._choose_all)
        self._list, self._held = QVBoxLayout(), QVBoxLayout()
        self.confirm, self.goes = ConfirmErasing(), Prose()
        self.confirm.confirmed.connect(self._erase)
        self._lay_out()
        self._fill()

    def first_focus(self) -> QWidget:
        return self.rows[0].choose if self.rows else self.years

    def stops(self) -> Sequence[QWidget]:
        return self.years, self.all_button, *self.rows, *self.held_rows, self.confirm

    def read(self) -> None:
        desk = self._counter.desk
        said = tr("Looking up who has not been here for long")
        self._work(said, desk.retention.silent, desk.act(), done=self._on_found, counted=True)

    # --- doing ---

    def _set_years(self, value: str) -> None:
        rules = RetentionRules(None if value == _NEVER else int(value))
        self._counter.submit(self._counter.desk.retention.save_rules, rules, done=self._on_rules)

    def _on_rules(self, saved: RulesSaved) -> None:
        undo = partial(self._set_years, str(saved.before.years or _NEVER))
        self._counter.notify(rules_sentence(LANGUAGE.texts, saved.rules.years), undo=undo)
        self.years.choose(str(saved.rules.years or _NEVER))
        self.read()

    def _keep(self, silent: Silent) -> None:
        keep = self._counter.desk.retention.keep
        self._counter.submit(keep, silent.customer_id, done=partial(self._on_kept, silent.name))

    def _on_kept(self, name: str, kept: Kept) -> None:
        day = full_date(LANGUAGE.texts, day_at(kept.until - 1, self._counter.desk.zone))
        said = tr("{name} is kept until {date}.", name=name, date=day)
        self._counter.notify(said, undo=partial(self._take_back, kept.gesture))
        self.read()

    def _take_back(self, gesture: bytes) -> None:
        take_back = self._counter.desk.retention.take_back
        self._counter.submit(take_back, gesture, done=self._on_taken_back)

    def _on_taken_back(self, _: Kept) -> None:
        self.read()

    def _erase(self) -> None:
        desk, ids = self._counter.desk, tuple(each.customer_id for each in self._chosen())
        said, work = tr("Erasing, and clearing every trace"), desk.erasing.erase_each
        self._work(said, work, desk.act, ids, WhyErased.SILENT, done=self._on_erased, counted=True)

    def _on_erased(self, done: ErasedMany) -> None:
        self.progress.stop()
        self._counter.notify(erased_sentence(LANGUAGE.texts, done), icon="trash-2", stays=True)
        self.read()

    # --- choosing ---

    def _chosen(self) -> tuple[Silent, ...]:
        if self._all and self.found is not None:
            return self.found.proposed
        return tuple(row.silent for row in self.rows if row.choose.isChecked())

    def _choose_all(self) -> None:
        self._all = False
        for row in self.rows:
            row.choose.setChecked(True)
        self._all = True
        self._say_chosen()

    def _on_choice(self) -> None:
        self._all = False
        self._say_chosen()

    def _say_chosen(self) -> None:
        """The button says whom it is about; whatever was confirmed of others is not confirmed any more."""
        chosen = self._chosen()
        self.confirm.begin_anew()
        for part in (self.confirm, self.goes):
            part.setVisible(bool(chosen))
        self.goes.setText(
            tr(
                "Name, telephone, e-mail, birthday, photo and every word about them go for good. Visits, "
                "stamps and rewards stay, as of nobody."
            )
        )
        if len(chosen) == 1:
            self.confirm.say(tr("Erase {name} for good", name=chosen[0].name))
        else:
            count = len(chosen)
            self.confirm.say(ntr("Erase {n} person for good", "Erase {n} people for good", count))

    # --- showing ---

    def _on_found(self, found: SilentPeople | None) -> None:
        self.progress.stop()
        if found is None or found.stopped:
            return
        self.found = found
        self._fill()
        self._counter.submit(self._counter.desk.retention.looked, done=_nothing)

    def _fill(self) -> None:
        empty(self._list)
        empty(self._held)
        self.rows, self.held_rows, self._all = [], [], False
        found = self.found
        self.words.setText(silent_summary(LANGUAGE.texts, found) if found is not None else "")
        proposed = found.proposed if found is not None else ()
        for silent in proposed[:LISTED]:
            self._add(silent)
        more = len(proposed) - LISTED
        if more > 0:
            after = ntr("And {n} more after these.", "And {n} more after these.", more)
            self._list.addWidget(PlainLabel(after, "quiet"))
        self.all_button.say(ntr("Choose {n}", "Choose all {n}", len(proposed)))
        self.all_button.setVisible(len(proposed) > 1)
        if found is not None and found.held:
            self._held.addWidget(PlainLabel(tr("Not proposed: something is still open"), "heading"))
            for silent in found.held[:LISTED]:
                self._add(silent, held=True)
        self._say_chosen()
        tab_through(*self.stops())

    def _add(self, silent: Silent, *, held: bool = False) -> None:
        said = silent_since(LANGUAGE.texts, silent, self._counter.desk.zone)
        row = SilentRow(silent, said, proposed=not held)
        if not held:
            row.line.offer(tr("Keep for another year"), partial(self._keep, silent))
            row.chosen.connect(self._on_choice)
        row.line.offer(tr("Open"), partial(self._open, silent.customer_id))
        (self.held_rows if held else self.rows).append(row)
        (self._held if held else self._list).addWidget(row)

    def _open(self, customer_id: int) -> None:
        self._counter.open(SheetName.PERSON, customer_id=customer_id)

    def _options(self) -> list[tuple[str, str]]:
        texts = LANGUAGE.texts
        years = [(str(n), years_option(texts, n)) for n in range(LEAST_YEARS, MOST_YEARS + 1)]
        return [*years, (_NEVER, years_option(texts, None))]

    def _lay_out(self) -> None:
        rules = self._counter.desk.retention.rules()
        self.years.choose(str(rules.years or _NEVER))
        self.years.setMaximumWidth(grown(_YEARS_WIDTH))
        field = Field(lambda: tr("Propose people for erasing who were not here"), self.years, _hint)
        column = self.page.column
        column.addWidget(field)
        column.addWidget(self.words)
        column.addWidget(self.all_button, 0, Qt.AlignmentFlag.AlignLeft)
        for listed in (self._list, self._held):
            listed.setSpacing(RHYTHM)
            column.addLayout(listed)
        column.addStretch(1)
        # In sight however long the list is.
        for part in (self.goes, self.confirm):
            self.foot.addWidget(part)


def _hint() -> str:
    return tr("Nobody is erased by itself: you are asked. Time in which the shop was closed does not count.")


def _nothing(_: object) -> None:
    """That it was looked at is noted, and that is all."""
