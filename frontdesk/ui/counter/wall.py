"""The wall: the faces that are likely at this hour, as many as fit with nothing cut and nothing to scroll."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from typing import Final

from PySide6.QtCore import QEvent, QObject, QPoint, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from frontdesk.domain.finding.hits import Hit
from frontdesk.domain.regulars.wall.places import keeping_places
from frontdesk.ui.counter.pointer_watch import PointerWatch
from frontdesk.ui.counter.tile import CustomerTile
from frontdesk.ui.language import LANGUAGE, ntr, speak, tr
from frontdesk.ui.look.metrics import RHYTHM, grown
from frontdesk.ui.look.shared_screen import SHARED_SCREEN
from frontdesk.ui.look.style import LOOK
from frontdesk.ui.widgets.labels import PlainLabel
from frontdesk.ui.widgets.portrait import Portraits

FEWEST, FEW, MANY = 6, 12, 24
_MANY_FROM = (560, 760)
"""The least size of the grid that shows MANY tiles; below it, FEW."""
_LEAST_TILE = 104
"""How wide a tile is at least, for a name; where text is large there are fewer."""


_ASK_AGAIN_MS: Final = 500
_WORDS_AFTER_MS: Final = 80
_NOBODY_LOOKED_S: Final = 60.0
_WORDS_HOLD_S: Final = 1800.0


class Wall(QWidget):
    """A heading and a grid of tiles. Arrow keys move among them; Enter and Space choose.

    It stands still while a hand is over it or on its way to it, while a tile has the keyboard, and while it
    is told to. Else only those who left are replaced; all is in order anew when nobody looked for a minute.
    """

    picked = Signal(int)
    grew = Signal()
    """The window became larger and the wall could show more than it has been given."""

    def __init__(self, portraits: Portraits, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._portraits = portraits
        self._current = 0
        self._shown = 0
        self.knows_somebody = False
        """Whether there is anybody to show, also where the screen is not to show them."""
        self._waiting: tuple[Hit, ...] = ()
        self._why: dict[int, str] = {}
        self._asked_all = 0.0
        self.watch: PointerWatch | None = None
        self._held, self._keeps_places = False, False
        self.why: Callable[[int], str] = lambda customer_id: ""
        """When somebody comes, in words; asked after the faces are shown."""
        self._ask_again, self._words = QTimer(self), QTimer(self)
        for timer, after, act in (
            (self._ask_again, _ASK_AGAIN_MS, self._show_waiting),
            (self._words, _WORDS_AFTER_MS, self._say_why),
        ):
            timer.setSingleShot(True)
            timer.setInterval(after)
            timer.timeout.connect(act)
        heading, self._count = PlainLabel(role="heading"), PlainLabel(role="small")
        speak(heading.setText, lambda: tr("Likely at this hour"))
        self._grid = QWidget()
        self._grid.installEventFilter(self)
        self._nobody = PlainLabel(role="quiet")
        self._nobody.setWordWrap(True)
        self._nobody.setAlignment(Qt.AlignmentFlag.AlignCenter)
        speak(self._nobody.setText, _why_nobody)
        self._tiles = [self._make_tile() for _ in range(MANY)]
        self._arrange(heading)
        portraits.arrived.connect(self._on_portrait)
        heading.setHidden(SHARED_SCREEN.on)
        SHARED_SCREEN.changed.connect(self._on_shared)
        LOOK.changed.connect(self.update)
        LANGUAGE.changed.connect(self._retranslate)

    def _arrange(self, heading: PlainLabel) -> None:
        top = QHBoxLayout()
        self._heading = heading
        top.addWidget(heading)
        top.addStretch(1)
        top.addWidget(self._count)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(RHYTHM)
        column.addLayout(top)
        column.addWidget(self._nobody, 1)
        column.addWidget(self._grid, 1)

    def room_for(self) -> int:
        """How many tiles this size of wall shows."""
        wide, high = _MANY_FROM
        if self.width() >= max(wide, 4 * grown(_LEAST_TILE)) and self.height() >= high:
            return MANY
        return FEW if self.width() >= 3 * grown(_LEAST_TILE) else FEWEST

    def show_hits(self, hits: Sequence[Hit]) -> None:
        """Show these, the likeliest first, as soon as no hand is near; who stood here keeps the place."""
        self.knows_somebody = bool(hits)
        if self._shown and self._is_reached_for():
            self._waiting = tuple(hits)
            self.refresh(hits)
            self._ask_again.start()
            return
        self._waiting = ()
        looked_at = self.watch is None or self.watch.idle_for() < _NOBODY_LOOKED_S
        if looked_at and self._keeps_places:
            by_id = {hit.customer_id: hit for hit in hits}
            hits = [by_id[id_] for id_ in keeping_places(self.customers(), list(by_id))]
        self._keeps_places = True
        self._show_in_order(hits)

    def _show_in_order(self, hits: Sequence[Hit]) -> None:
        self._shown = 0 if SHARED_SCREEN.on else min(len(hits), self.room_for())
        for tile, hit in zip(self._tiles, hits[: self._shown], strict=False):
            tile.show_hit(hit)
            tile.set_why(self._why.get(hit.customer_id, ""))
            tile.set_current(hit.customer_id == self._current)
        for place, tile in enumerate(self._tiles):
            tile.setVisible(place < self._shown)
        self._grid.setVisible(bool(self._shown))
        self._nobody.setVisible(not self._shown)
        self._say_count()
        self._lay_out()
        self._words.start()

    def _on_shared(self) -> None:
        """Nobody's face before others, or all of them again."""
        self._nobody.setText(_why_nobody())
        self._heading.setHidden(SHARED_SCREEN.on)
        if SHARED_SCREEN.on:
            self._show_in_order(())
        else:
            self.grew.emit()

    def begin_anew(self) -> None:
        """Who stands here was a guess: the next order is taken as it is."""
        self._keeps_places = False

    def hold(self, held: bool) -> None:
        """Stand still for as long as something else points at the tiles."""
        self._held = held

    def _show_waiting(self) -> None:
        if self._waiting:
            self.show_hits(self._waiting)

    def _is_reached_for(self) -> bool:
        if self._held or any(tile.hasFocus() for tile in self.tiles()):
            return True
        if self.watch is None or not self.isVisible():
            return False
        return self.watch.heads_for(QRectF(self.mapTo(self.window(), QPoint()), self.size()))

    def _say_why(self) -> None:
        """Ask for the words of who is new here; the faces are there already. By the half-hour at most they
        are others, and are asked for anew.
        """
        if time.monotonic() - self._asked_all > _WORDS_HOLD_S:
            self._why, self._asked_all = {}, time.monotonic()
        self._why = {id_: self._why.get(id_) or self.why(id_) for id_ in self.customers()}
        for tile in self.tiles():
            if tile.hit is not None:
                tile.set_why(self._why.get(tile.hit.customer_id, ""))

    def refresh(self, hits: Sequence[Hit]) -> None:
        """Show newer facts of the same people where they stand: nobody moves under a finger."""
        newer = {hit.customer_id: hit for hit in hits}
        for tile in self.tiles():
            if tile.hit is not None and tile.hit.customer_id in newer:
                tile.show_hit(newer[tile.hit.customer_id])

    def set_current(self, customer_id: int) -> None:
        """Mark the customer whose greeting is shown; 0 for nobody."""
        self._current = customer_id
        for tile in self._tiles:
            tile.set_current(tile.hit is not None and tile.hit.customer_id == customer_id)

    def customers(self) -> list[int]:
        """Who stands on the wall."""
        return [tile.hit.customer_id for tile in self.tiles() if tile.hit is not None]

    def tiles(self) -> list[CustomerTile]:
        """The tiles that are shown."""
        return self._tiles[: self._shown]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        columns = self._columns()
        steps = {
            Qt.Key.Key_Left: -1,
            Qt.Key.Key_Right: 1,
            Qt.Key.Key_Up: -columns,
            Qt.Key.Key_Down: columns,
        }
        step = steps.get(Qt.Key(event.key()))
        focused = next((place for place, tile in enumerate(self.tiles()) if tile.hasFocus()), None)
        if step is None or focused is None:
            super().keyPressEvent(event)
        elif 0 <= focused + step < self._shown:
            self._tiles[focused + step].setFocus(Qt.FocusReason.TabFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self.room_for() != self._shown:
            self.grew.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The grid has its new size after the wall has."""
        if event.type() == QEvent.Type.Resize:
            self._lay_out()
        return False

    def _make_tile(self) -> CustomerTile:
        tile = CustomerTile(self._portraits, self._grid)
        tile.hide()
        tile.clicked.connect(lambda: self.picked.emit(tile.hit.customer_id if tile.hit else 0))
        return tile

    def _columns(self) -> int:
        return {MANY: 4, FEW: 3, FEWEST: 2}[self.room_for()]

    def _lay_out(self) -> None:
        """Divide the grid evenly, whole pixels each, so that no row is cut."""
        columns = self._columns()
        rows = self.room_for() // columns
        gap = RHYTHM if self._grid.height() < 620 else RHYTHM + 4
        width = (self._grid.width() - gap * (columns - 1)) // columns
        height = (self._grid.height() - gap * (rows - 1)) // rows
        for place, tile in enumerate(self._tiles[: self.room_for()]):
            column, row = place % columns, place // columns
            tile.setGeometry(column * (width + gap), row * (height + gap), width, height)

    def _on_portrait(self, customer_id: int) -> None:
        for tile in self.tiles():
            if tile.hit is not None and tile.hit.customer_id == customer_id:
                tile.update()

    def _say_count(self) -> None:
        self._count.setText(ntr("{n} person", "{n} people", self._shown) if self._shown else "")

    def _retranslate(self) -> None:
        self._say_count()
        self._why = {}
        self._words.start()
        for tile in self.tiles():
            tile.say_again()


def _why_nobody() -> str:
    if SHARED_SCREEN.on:
        return tr("Customers can see this screen, so it shows no faces. Type a name, or scan a card.")
    return tr("The faces of your regulars will appear here.")
