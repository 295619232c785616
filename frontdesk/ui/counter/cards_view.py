"""The customer's cards in the greeting: one large, the others as chips beside it; a tap changes which."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from zoneinfo import ZoneInfo

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from frontdesk.domain.days import DAY
from frontdesk.domain.loyalty.cards import CardView
from frontdesk.domain.loyalty.stamping import EntryKind, StampOutcome
from frontdesk.domain.regulars.greeting import RENEWED_WITHIN, Greeting
from frontdesk.ui.counter.flow import ChipFlow
from frontdesk.ui.counter.paper_row import PaperRow
from frontdesk.ui.counter.pass_row import PassRow
from frontdesk.ui.language import LANGUAGE, speak, tr
from frontdesk.ui.look import fonts
from frontdesk.ui.look.icons import wear_icon
from frontdesk.ui.look.metrics import RHYTHM, Size
from frontdesk.ui.look.palette import dyed
from frontdesk.ui.look.style import LOOK
from frontdesk.ui.widgets.buttons import Chip
from frontdesk.ui.widgets.card_face import CardFace
from frontdesk.ui.widgets.emptying import empty
from frontdesk.ui.widgets.labels import ElidedLabel, plain_tip
from frontdesk.ui.widgets.stamps import StampCardView
from frontdesk.wording.loyalty import card_sentence

_CHIP_WORDS, _LEAST_WORDS = 190, 40
_MOST_ROWS = 3
_ROW_END = 150  # the end of a row stays empty where the next chip would be too wide for it
_PASSES = 2
SPARED = 5


class CardsView(QWidget):
    """Shows the cards of one greeting. `shown` is the card that the stamp button means."""

    turned = Signal()
    """Another card is the one that is shown."""
    use_wanted = Signal(int)
    sell_wanted = Signal(int)
    paper_wanted = Signal(int, int)
    """So many stamps of a paper card are to be taken over into a programme."""

    def __init__(self, zone: ZoneInfo, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.zone, self.currency = zone, "LAK"
        self.passes: tuple[CardView, ...] = ()
        self.shown: CardView | None = None
        self.cards: tuple[CardView, ...] = ()
        self._customer_id, self._now = 0, 0
        self.paper_of: Callable[[int], dict[int, int]] = lambda customer_id: {}
        """Programme → how many stamps of a paper card may be taken over for a customer."""
        self._paper: dict[int, int] = {}
        self.chips = ChipFlow()
        self.heading = ElidedLabel("", "heading")
        self.words = ElidedLabel("", "quiet")
        self.words.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.stamps = StampCardView()
        speak(self.stamps.set_free_word, lambda: tr("FREE"))
        self.paper = PaperRow()
        self.paper.wanted.connect(self._on_paper)
        line = QHBoxLayout()
        line.addWidget(self.heading, 1)
        line.addWidget(self.words, 2)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(RHYTHM // 2)
        column.addWidget(self.chips)
        column.addLayout(line)
        column.addWidget(self.stamps)
        column.addWidget(self.paper)
        self._pass_rows = QVBoxLayout()
        self._pass_rows.setSpacing(RHYTHM // 2)
        column.addLayout(self._pass_rows)
        LOOK.changed.connect(self._make_chips)

    def show_cards(self, greeting: Greeting, now: int, landed: StampOutcome | None = None) -> None:
        """Show the cards of a greeting. What an act of just now gave or took, `landed`, brings its card to
        the front; taking one back leaves the card that was chosen.
        """
        same = greeting.customer.id == self._customer_id
        before = {card.programme.id: card.balance for card in self.cards} if same else {}
        wanted = self.shown.programme.id if same and self.shown is not None else 0
        self._customer_id, self._now, self.cards = greeting.customer.id, now, greeting.cards
        gave = landed is not None and landed.kind is not EntryKind.REVERSED and landed.stamps
        if landed is not None and gave and wanted not in _changed_by(landed):
            wanted = landed.card.programme.id
        self.shown = self._card_of(wanted) or self._first()
        landing = 0
        if landed is not None and self.shown is not None:
            had = before.get(self.shown.programme.id, self.shown.balance)
            landing = max(self.shown.balance - had, 0)
        self.passes = greeting.passes
        self._paper = self.paper_of(self._customer_id)
        self._make_chips()
        self._show(landing)
        self._show_passes()

    def begin_anew(self) -> None:
        """Somebody is chosen, also the one who was here last: which card was shown then says nothing now."""
        self._customer_id = 0

    def show_card(self, programme_id: int) -> None:
        """Bring one of the cards to the front."""
        card = self._card_of(programme_id)
        if card is not None:
            self.shown = card
            self._mark()
            self._show()
            self.turned.emit()

    def show_next(self) -> None:
        """Bring the next card on which something can be earned to the front."""
        ids = [card.programme.id for card in self.cards if card.programme.span.earns(self._now)]
        if self.shown is not None and ids:
            at = ids.index(self.shown.programme.id) if self.shown.programme.id in ids else -1
            self.show_card(ids[(at + 1) % len(ids)])

    def spare(self, step: int) -> None:
        """Leave out the paper card and the passes (all but one, then all), then the words over a card and
        its stamps, which its chip says too, and at last all: SPARED steps.
        """
        self.setVisible(step < SPARED)
        told = step >= SPARED - 2 and len(self.cards) > 1
        self.stamps.setVisible(self.shown is not None and not (told and step == SPARED - 1))
        for label in (self.heading, self.words):
            label.setVisible(not told and not (self.shown is None and bool(self.passes)))
        self.paper.setVisible(step == 0 and bool(self.paper.numbers()))
        for place, row in enumerate(self.pass_rows()):
            row.setVisible(step == 0 or (step == 1 and place == 0))
        self.chips.setVisible(len(self.cards) > 1)
        column = self.layout()
        column.invalidate()
        column.activate()

    def main_pass(self) -> CardView | None:
        """The pass that a check-in means: the first that holds, else the first."""
        holding = (card for card in self.passes if card.validity and card.validity.holds(self._now))
        return next(holding, self.passes[0] if self.passes else None)

    def pass_rows(self) -> list[PassRow]:
        found = (self._pass_rows.itemAt(place).widget() for place in range(self._pass_rows.count()))
        return [row for row in found if isinstance(row, PassRow)]

    def chip_buttons(self) -> list[CardChip]:
        return [chip for chip in self.chips.chips() if isinstance(chip, CardChip)]

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_chips()

    def _card_of(self, programme_id: int) -> CardView | None:
        return next((card for card in self.cards if card.programme.id == programme_id), None)

    def _first(self) -> CardView | None:
        """The first on which something can be earned now; else the first of all."""
        earning = (card for card in self.cards if card.programme.span.earns(self._now))
        return next(earning, self.cards[0] if self.cards else None)

    def _make_chips(self) -> None:
        several = len(self.cards) > 1
        chips: list[QWidget] = []
        for card in self.cards if several else ():
            chip = CardChip(card)
            chip.clicked.connect(lambda checked=False, card=card: self.show_card(card.programme.id))
            chips.append(chip)
        self.chips.show_chips(chips)
        self._fit_chips()
        self._mark()

    def _fit_chips(self) -> None:
        """In one row, long names shortened as far as it takes; where too little is left, in two or more."""
        chips = self.chip_buttons()
        for chip in chips:
            chip.ensurePolished()  # before that it does not know how wide it is
            chip.shorten(_CHIP_WORDS)
        wide = sum(chip.sizeHint().width() + RHYTHM for chip in chips) - RHYTHM
        names, width = [chip.name_width() for chip in chips], self.width()
        besides = wide - sum(names)
        rows, room = 1, _CHIP_WORDS if wide <= width else _level(names, width - besides)
        if room < _LEAST_WORDS:
            rows, room = _MOST_ROWS, max(_level(names, 2 * width - _ROW_END - besides), _LEAST_WORDS)
        for chip in chips:
            chip.shorten(room)
        self.chips.resize(width, self.chips.height())  # its rows are asked for before it is laid out
        self.chips.limit_rows(rows, keep_all=True)
        self.chips.arrange()

    def _mark(self) -> None:
        for chip in self.chip_buttons():
            with QSignalBlocker(chip):
                chip.setChecked(self.shown is not None and chip.programme_id == self.shown.programme.id)

    def _show(self, landing: int = 0) -> None:
        card = self.shown
        self.stamps.setVisible(card is not None)
        most = self._paper.get(card.programme.id, 0) if card is not None else 0
        self.paper.offer(most, card.goal if card is not None else 0)
        if card is None:
            self.heading.setText(tr("Stamp card"))
            self.words.setText(tr("No stamp card yet. The first stamp makes one."))
            return
        named = len(self.cards) > 1
        name = card.programme.look.names.speak(LANGUAGE.code)
        self.heading.setText(name if named else tr("Stamp card"))
        self.stamps.show_face(CardFace.of(card), landing=landing)
        said = card_sentence(LANGUAGE.texts, card)
        self.words.setText(said)
        self.stamps.setAccessibleName(said)

    def _on_paper(self, count: int) -> None:
        if self.shown is not None:
            self.paper_wanted.emit(count, self.shown.programme.id)

    def _show_passes(self) -> None:
        """Those that were bought and not let go long ago; without cards of stamps also what is for sale."""
        empty(self._pass_rows)
        wanted = [card for card in self.passes if not self.cards or self._is_in_use(card)]
        for card in wanted[:_PASSES]:
            row = PassRow(card, self.zone, self._now, self.currency)
            row.use_wanted.connect(self.use_wanted)
            row.sell_wanted.connect(self.sell_wanted)
            self._pass_rows.addWidget(row)

    def _is_in_use(self, card: CardView) -> bool:
        return card.validity is not None and self._now - card.validity.until <= RENEWED_WITHIN * DAY


class CardChip(Chip):
    """A card in small: its name and how far it is, or that a reward is ready."""

    def __init__(self, card: CardView, parent: QWidget | None = None) -> None:
        super().__init__("", parent, checkable=True)
        self.programme_id, self._card = card.programme.id, card
        look = card.programme.look
        self.shorten(_CHIP_WORDS)
        self.setProperty("ready", bool(card.offers))
        ink = LOOK.palette.good_ink if card.offers else dyed(LOOK.palette, look.colour).accent_ink
        wear_icon(self, look.icon, ink, 22, gap=8)

    def shorten(self, width: int) -> None:
        """Give the name no more than so much room; how far the card is stays whole."""
        card = self._card
        name = card.programme.look.names.speak(LANGUAGE.code)
        far = tr("ready") if card.offers else _far(card)
        self._short = fonts.measures(Size.BODY, True).elidedText(name, Qt.TextElideMode.ElideRight, width)
        self.say(tr("{card}: {far}", card=self._short, far=far))
        self.setAccessibleName(f"{name}. {card_sentence(LANGUAGE.texts, card)}")
        self.setToolTip(plain_tip(name))

    def name_width(self) -> int:
        """How much room the name takes as it is written now."""
        return round(fonts.measures(Size.BODY, True).horizontalAdvance(self._short))


def _far(card: CardView) -> str:
    """As the notice counts: above the goal what is on it, which goes for rewards not given any more."""
    return str(card.balance) if card.balance > card.goal else f"{max(card.balance, 0)}/{card.goal}"


def _level(widths: Sequence[int], room: int) -> int:
    """The most that each may take so that all of them fit in `room`."""
    for place, width in enumerate(sorted(widths)):
        share = room // (len(widths) - place)
        if width >= share:
            return share
        room -= width
    return _CHIP_WORDS


def _changed_by(landed: StampOutcome) -> set[int]:
    return {landed.card.programme.id, *(card.programme.id for card in landed.others)}
