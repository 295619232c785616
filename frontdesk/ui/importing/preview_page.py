"""What a file would bring, before anything is saved."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from frontdesk.domain.importing.import_batches import ImportPreview
from frontdesk.ui.importing.counts import Counts
from frontdesk.ui.importing.preview_table import ImportTable, ImportTableModel
from frontdesk.ui.language import LANGUAGE, ntr, speak, tr
from frontdesk.ui.look.metrics import ACTION, RHYTHM
from frontdesk.ui.widgets.buttons import TextButton
from frontdesk.ui.widgets.labels import PlainLabel
from frontdesk.ui.widgets.prose import ProseStrip
from frontdesk.wording.imports import left_out_sentence, ready_sentence


class PreviewPage(QWidget):
    """Counts, what is left out or falls due, the rows, the question about photos, the one filled button."""

    bring_wanted = Signal()
    other_wanted = Signal()
    columns_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.shown: ImportPreview | None = None
        self.counts, self.model = Counts(), ImportTableModel()
        self.table = ImportTable(self.model)
        speak(self.table.setAccessibleName, lambda: tr("The rows of the file"))
        self.left_out, self.ready = PlainLabel(role="quiet"), ProseStrip("warn", "gift")
        self.photos = QCheckBox()
        self.other_button, self.bring_button = TextButton("folder-open"), TextButton("import", "filled")
        self.columns_button = TextButton("sliders-horizontal", "quiet")
        speak(self.columns_button.say, lambda: tr("What the columns hold"))
        self.columns_button.clicked.connect(self.columns_wanted)
        for button in (self.columns_button, self.other_button, self.bring_button):
            button.setMinimumHeight(ACTION)
        speak(self.other_button.say, lambda: tr("Another file"))
        self.counts.wanted.connect(self.model.show_only)
        self.photos.toggled.connect(self._say)
        self.other_button.clicked.connect(self.other_wanted)
        self.bring_button.clicked.connect(self.bring_wanted)
        LANGUAGE.changed.connect(self._say)
        self._lay_out()

    def show_preview(self, preview: ImportPreview) -> None:
        """Show what was read. Nobody's photo is agreed to before somebody says so."""
        self.shown = preview
        self.counts.show_preview(preview)
        self.model.show_preview(preview)
        self.left_out.setVisible(preview.left_out > 0)
        self.columns_button.setVisible(bool(preview.file.columns))
        self.photos.setChecked(False)
        self.photos.setVisible(preview.photos > 0)
        self._say()

    def photos_allowed(self) -> bool:
        """Whether the shop says that the people on the photos agreed."""
        return self.photos.isChecked()

    def main_button(self) -> TextButton:
        """Where the keyboard should stand: on the next step, or on the way back when there is none."""
        return self.bring_button if self.bring_button.isEnabled() else self.other_button

    def _say(self) -> None:
        if self.shown is None:
            return
        self.left_out.setText(left_out_sentence(LANGUAGE.texts, self.shown.left_out))
        self.ready.setText(ready_sentence(LANGUAGE.texts, self.shown.ready))
        self.photos.setText(
            ntr(
                "Our customers agreed to their photos being kept ({n} photo)",
                "Our customers agreed to their photos being kept ({n} photos)",
                self.shown.photos,
            )
        )
        coming = self.shown.new + self.shown.matched
        anything = coming > 0 or (self.photos_allowed() and self.shown.photos > 0)
        self.bring_button.setEnabled(anything)
        if not anything:
            self.bring_button.say(tr("Nobody new in this file"))
        elif self.shown.new:
            self.bring_button.say(ntr("Bring {n} customer in", "Bring {n} customers in", self.shown.new))
        else:
            self.bring_button.say(tr("Complete the known ones"))

    def _lay_out(self) -> None:
        last = QHBoxLayout()
        last.setSpacing(RHYTHM * 2)
        last.addWidget(self.photos, 1)
        last.addStretch(1)
        last.addWidget(self.columns_button)
        last.addWidget(self.other_button)
        last.addWidget(self.bring_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(RHYTHM * 2)
        column.addWidget(self.counts)
        column.addWidget(self.left_out)
        column.addWidget(self.ready)
        column.addWidget(self.table, 1)
        column.addLayout(last)
