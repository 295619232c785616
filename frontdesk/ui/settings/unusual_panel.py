"""Settings: what in the ledger differs from the shop's own habit. Numbers to look at; nobody is accused."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QShowEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QVBoxLayout, QWidget

from frontdesk.bootstrap import FrontDesk
from frontdesk.domain.acts import Act, Changes
from frontdesk.domain.trust.outliers.facts import Finding, OutlierReport
from frontdesk.domain.trust.outliers.report import USUAL_DAYS
from frontdesk.services.trust.outliers import NamesInReport
from frontdesk.ui.counter.sheets import Counter, SheetName
from frontdesk.ui.language import LANGUAGE, speak, tr
from frontdesk.ui.look.icons import icon_pixmap
from frontdesk.ui.look.metrics import CONTROL_RADIUS, RHYTHM, TARGET, Size
from frontdesk.ui.look.style import LOOK
from frontdesk.ui.widgets.buttons import TextButton
from frontdesk.ui.widgets.emptying import empty
from frontdesk.ui.widgets.pages import ScrolledColumn, fill_with
from frontdesk.ui.widgets.prose import Prose
from frontdesk.ui.widgets.shapes import paint_focus
from frontdesk.wording.outliers import finding_sentence, look_first_sentence, nothing_sentence

_ICON = 22
Look = tuple[OutlierReport, NamesInReport]


class UnusualPanel(QWidget):
    """Looks when it is first shown, and again by its button; a tap on a row opens the customer's record."""

    def __init__(self, counter: Counter) -> None:
        super().__init__()
        self._counter = counter
        self._found: Look | None = None
        self._looking = False
        self._said = Prose(size=Size.BODY, ink="ink")
        self.look_button = TextButton("eye")
        speak(self.look_button.say, lambda: tr("Look again"))
        self.look_button.clicked.connect(self.look)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(RHYTHM)
        self._lay_out()
        LANGUAGE.changed.connect(self._show)
        LOOK.changed.connect(self._show)
        counter.bridge.changed.connect(self._on_changed)

    def look(self) -> None:
        """Read the ledger beside the counter's work."""
        if self._looking:
            return
        self._looking = True
        self.look_button.setEnabled(False)
        self._said.setText(tr("Looking at the last days…"))
        desk = self._counter.desk
        self._counter.bridge.work(_look, desk, desk.act(), done=self._on_found, refused=self._on_refused)

    def rows(self) -> list[FindingRow]:
        """What was found."""
        widgets = [self._rows.itemAt(place).widget() for place in range(self._rows.count())]
        return [widget for widget in widgets if isinstance(widget, FindingRow)]

    def text(self) -> str:
        """The line above the rows."""
        return self._said.text()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._found is None:
            self.look()

    def _on_found(self, found: Look) -> None:
        self._end()
        self._found = found
        self._show()

    def _on_refused(self, sentence: str, error: Exception) -> None:
        self._end()
        self._found = None  # what another was allowed to see is not left standing
        empty(self._rows)
        self._said.setText(sentence)

    def _end(self) -> None:
        self._looking = False
        self.look_button.setEnabled(True)

    def _on_changed(self, changes: Changes) -> None:
        """A merge or an import may change who is meant."""
        if changes.everything and self._found is not None and self.isVisible():
            self.look()

    def _show(self) -> None:
        empty(self._rows)
        if self._found is None:
            return
        report, names = self._found
        if not report.findings:
            self._said.setText(nothing_sentence(LANGUAGE.texts, report, USUAL_DAYS))
            return
        self._said.setText(
            tr("These differ from what is usual here. Each can have a good reason: look before you ask.")
        )
        for finding in report.findings:
            self._rows.addWidget(self._row(finding, names))

    def _row(self, finding: Finding, names: NamesInReport) -> FindingRow:
        texts = LANGUAGE.texts
        row = FindingRow(
            finding,
            finding_sentence(texts, finding, names.staff, names.customers),
            look_first_sentence(texts, finding),
        )
        if finding.customer_ids:
            customer_id = finding.customer_ids[0]
            row.clicked.connect(lambda: self._open_record(customer_id))
        else:
            row.setEnabled(False)
        return row

    def _open_record(self, customer_id: int) -> None:
        from frontdesk.ui.people.edit_sheet import EditSheet  # the settings do not wait for another room

        sheet = self._counter.open(SheetName.EDIT, customer_id=customer_id)
        if isinstance(sheet, EditSheet):
            sheet.show_record()

    def _lay_out(self) -> None:
        page = ScrolledColumn()
        head = QHBoxLayout()
        head.setSpacing(RHYTHM * 2)
        head.addWidget(self._said, 1)
        head.addWidget(self.look_button, 0, Qt.AlignmentFlag.AlignVCenter)
        page.column.addLayout(head)
        page.column.addLayout(self._rows)
        page.column.addStretch(1)
        fill_with(self, page)


class FindingRow(QAbstractButton):
    """What was seen, and what to look at first."""

    def __init__(self, finding: Finding, seen: str, look_first: str) -> None:
        super().__init__()
        self.finding, self.seen = finding, seen
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setMinimumHeight(TARGET)
        self.setAccessibleName(seen)
        self.setAccessibleDescription(look_first)
        column = QVBoxLayout(self)
        column.setContentsMargins(RHYTHM * 4 + _ICON, RHYTHM * 2, RHYTHM * 2, RHYTHM * 2)
        column.setSpacing(RHYTHM)
        column.addWidget(Prose(seen, size=Size.BODY, ink="ink", strong=True))
        column.addWidget(Prose(look_first))
        for part in self.findChildren(QWidget):
            part.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, palette, frame = QPainter(self), LOOK.palette, QRectF(self.rect())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        lit = self.isEnabled() and (self.underMouse() or self.isDown())
        painter.setPen(QPen(palette.colour("accent" if lit else "line"), 1))
        painter.setBrush(palette.colour("soft" if self.isDown() else "raised"))
        painter.drawRoundedRect(frame.adjusted(1, 1, -1, -1), CONTROL_RADIUS, CONTROL_RADIUS)
        picture = icon_pixmap("eye", "accent_ink", _ICON, self.devicePixelRatioF())
        painter.drawPixmap(RHYTHM * 2, RHYTHM * 2, picture)
        if self.hasFocus():
            paint_focus(painter, frame, CONTROL_RADIUS, palette.colour("ink"))


def _look(desk: FrontDesk, act: Act) -> Look:
    """On a worker thread."""
    report = desk.outliers.report(act)
    return report, desk.outliers.names(act, report)
