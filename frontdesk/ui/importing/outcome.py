"""After an import: what came in, in one sentence, and a way to take it all back; then, that it was."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from frontdesk.domain.importing.import_batches import ImportDone
from frontdesk.ui.importing.import_run import brought_something, done_sentence
from frontdesk.ui.language import LANGUAGE, ntr, speak, tr
from frontdesk.ui.look.icons import icon_pixmap
from frontdesk.ui.look.metrics import ACTION, RHYTHM
from frontdesk.ui.look.style import LOOK
from frontdesk.ui.widgets.buttons import TextButton
from frontdesk.ui.widgets.labels import PlainLabel
from frontdesk.wording.imports import left_out_sentence

_SIGN = 64


class Outcome(QWidget):
    """A sign, a sentence, three buttons."""

    undo_wanted = Signal(int)
    other_wanted = Signal()
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._done: ImportDone | None = None
        self._undone = False
        self._sign, self.said = QLabel(), PlainLabel(role="title")
        self.left_out, self._more = PlainLabel(role="quiet"), PlainLabel(role="quiet")
        self.undo_button, self.other_button = TextButton("undo-2"), TextButton("folder-open")
        self.back_button = TextButton("users", "filled")
        speak(self.undo_button.say, lambda: tr("Undo this import"))
        speak(self.other_button.say, lambda: tr("Another file"))
        speak(self.back_button.say, lambda: tr("To the counter"))
        self.undo_button.clicked.connect(self._on_undo)
        self.other_button.clicked.connect(self.other_wanted)
        self.back_button.clicked.connect(self.left)
        self._lay_out()
        LANGUAGE.changed.connect(self._say)
        LOOK.changed.connect(self._say)

    def show_done(self, done: ImportDone) -> None:
        """Say what was done."""
        self._done, self._undone = done, False
        self.undo_button.setEnabled(True)
        self.undo_button.setVisible(done.batch_id is not None and brought_something(done))
        self._say()

    @property
    def batch_id(self) -> int | None:
        """The import that is shown, if it brought anything."""
        return self._done.batch_id if self._done is not None else None

    def show_undone(self) -> None:
        """Say that it was taken back, whoever took it back, and wherever they pressed."""
        self._undone = True
        if self.undo_button.hasFocus():
            self.back_button.setFocus()
        self.undo_button.hide()
        self._say()

    def _on_undo(self) -> None:
        if self.batch_id is not None:
            self.undo_button.setEnabled(False)
            self.undo_wanted.emit(self.batch_id)

    def _say(self) -> None:
        if self._done is None:
            return
        if self._undone:
            self._say_undone()
            return
        sound = not self._done.stopped
        self._sign.setPixmap(icon_pixmap("circle-check" if sound else "hourglass", "accent", _SIGN))
        self.said.setText(done_sentence(self._done))
        self.left_out.setText(left_out_sentence(LANGUAGE.texts, self._done.left_out))
        self.left_out.setVisible(self._done.left_out > 0)
        lost = self._done.photos_left_out
        said = ntr(
            "{n} photo could not be read and is left out.",
            "{n} photos could not be read and are left out.",
            lost,
        )
        self._more.setText(said if lost else "")

    def _say_undone(self) -> None:
        self._sign.setPixmap(icon_pixmap("undo-2", "quiet", _SIGN))
        self.said.setText(tr("The import was taken back."))
        self.left_out.hide()
        self._more.setText("")

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        buttons.setSpacing(RHYTHM)
        buttons.addStretch(1)
        for button in (self.undo_button, self.other_button, self.back_button):
            button.setMinimumHeight(ACTION)
            buttons.addWidget(button)
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setSpacing(RHYTHM * 2)
        column.addStretch(1)
        for part in (self._sign, self.said, self.left_out, self._more):
            column.addWidget(part, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addLayout(buttons)
        column.addStretch(1)
