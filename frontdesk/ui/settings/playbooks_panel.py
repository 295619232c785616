"""Settings: what is done and said when something went wrong, situation by situation."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from frontdesk.domain.acts import Changes
from frontdesk.domain.care.playbooks import Playbook, shipped
from frontdesk.services.care.playbooks import PlaybookSaved
from frontdesk.ui.counter.sheets import Counter
from frontdesk.ui.language import LANGUAGE, speak, tr
from frontdesk.ui.look.metrics import RHYTHM
from frontdesk.ui.people.record_rows import RecordRow
from frontdesk.ui.recoveries.signs import situation_icon
from frontdesk.ui.settings.playbook_editor import PlaybookEditor
from frontdesk.ui.widgets.buttons import TextButton
from frontdesk.ui.widgets.pages import ScrolledColumn, fill_with, in_a_row
from frontdesk.ui.widgets.prose import Prose


class PlaybooksPanel(QWidget):
    """The list, and in its place what is changed. Leaving that saves it, with Undo."""

    def __init__(self, counter: Counter) -> None:
        super().__init__()
        self._counter, self._situation = counter, ""
        self.rows: dict[str, RecordRow] = {}
        self.editor = PlaybookEditor(counter)
        self.editor.languages.chosen.connect(self._on_language)
        self.add_button, self.done_button = TextButton("plus"), TextButton("check", "filled")
        self.reset_button = TextButton("undo-2", "quiet")
        speak(self.add_button.say, lambda: tr("Add a situation of our own"))
        speak(self.done_button.say, lambda: tr("Done"))
        self.add_button.clicked.connect(partial(self.edit, ""))
        self.done_button.clicked.connect(self.leave)
        self.reset_button.clicked.connect(self._reset)
        self._listed = QVBoxLayout()
        self._listed.setSpacing(RHYTHM)
        self._pages = QStackedWidget()
        for page in (self._list_page(), self._editing_page()):
            self._pages.addWidget(page)
        fill_with(self, self._pages)
        counter.bridge.changed.connect(self._on_changes)
        LANGUAGE.changed.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """List the situations as they stand."""
        for row in self.rows.values():
            self._listed.removeWidget(row)
            row.hide()
            row.deleteLater()
        self.rows = {}
        for each in self._counter.desk.playbooks.all(LANGUAGE.code):
            row = RecordRow(situation_icon(each.situation), each.name, _how(each))
            row.offer(tr("Change"), partial(self.edit, each.situation))
            self.rows[each.situation] = row
            self._listed.addWidget(row)
        self._say_reset()

    def finish(self) -> None:
        """Save what was written last."""
        if self._pages.currentIndex():
            self._save()

    def edit(self, situation: str, checked: bool = False) -> None:
        """Turn to what the shop says about a situation; an empty code is for a new one."""
        self._situation = situation
        self.editor.show_playbook(situation, LANGUAGE.code)
        self._say_reset()
        self._pages.setCurrentIndex(1)
        self.editor.name.setFocus()

    def leave(self) -> None:
        """Save, and turn to the list."""
        self._save()
        self._pages.setCurrentIndex(0)
        self.add_button.setFocus()

    def _on_language(self, language: str) -> None:
        """What was written in the language before is saved."""
        self._save()
        self.editor.show_playbook(self._situation, language)
        self._say_reset()

    def _save(self) -> None:
        changed = self.editor.changed()
        if changed is not None:
            _Saving(self._counter).save(*changed)

    def _reset(self) -> None:
        _Saving(self._counter).reset(self._situation, self.editor.languages.value())
        self._pages.setCurrentIndex(0)
        self.add_button.setFocus()

    def _on_changes(self, changes: Changes) -> None:
        if changes.playbooks or changes.everything:
            self.refresh()

    def _say_reset(self) -> None:
        own = bool(self._situation) and shipped(self._situation) is None
        self.reset_button.say(tr("Put this situation away") if own else tr("As it was shipped"))
        self.reset_button.setVisible(own or self.editor.is_own())

    def _list_page(self) -> QWidget:
        said = Prose()
        speak(
            said.setText,
            lambda: tr(
                "What staff are shown when something went wrong. All of it can be said in your words."
            ),
        )
        page = ScrolledColumn()
        page.column.addWidget(said)
        page.column.addLayout(self._listed)
        page.column.addWidget(self.add_button)
        page.column.addStretch(1)
        return page

    def _editing_page(self) -> QWidget:
        page, buttons = ScrolledColumn(), in_a_row()
        buttons.setSpacing(RHYTHM)
        buttons.addWidget(self.done_button)
        buttons.addWidget(self.reset_button)
        buttons.addStretch(1)
        page.column.addWidget(self.editor)
        page.column.addLayout(buttons)
        page.column.addStretch(1)
        return page


class _Saving:
    """Saves, and takes it back. It outlives the page, so that its Undo does."""

    def __init__(self, counter: Counter) -> None:
        self._counter, self._playbooks = counter, counter.desk.playbooks

    def save(self, *changed: object) -> None:
        self._send(self._playbooks.save, *changed, said=lambda: tr("Saved, in your own words."))

    def reset(self, situation: str, language: str) -> None:
        self._send(self._playbooks.reset, situation, language, said=lambda: tr("As it was shipped."))

    def _send(
        self,
        method: Callable[..., PlaybookSaved],
        *args: object,
        said: Callable[[], str],
        undoable: bool = True,
    ) -> None:
        desk = self._counter.desk

        def done(saved: PlaybookSaved) -> None:
            back = partial(
                self._send,
                self._playbooks.restore,
                saved,
                said=lambda: tr("As it was before."),
                undoable=False,
            )
            self._counter.notify(said(), undo=back if undoable else None)

        self._counter.bridge.submit(method, desk.act(), *args, done=done)


def _how(playbook: Playbook) -> str:
    """In a line: whose words, and what happens at once."""
    said = [tr("Your own words") if playbook.own else tr("As shipped")]
    if playbook.handling.calls:
        said.append(tr("the manager is told at once"))
    if playbook.handling.same_day:
        said.append(tr("called the same day"))
    return " · ".join(said)
