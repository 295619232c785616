"""Cards of the staff: whose, and the two ways out; a lost one gets a new code or stops working."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Final

from PySide6.QtWidgets import QVBoxLayout, QWidget

from frontdesk.domain.acts import StaffMember
from frontdesk.printing.page import MEMBER_CARDS, SINGLE_MEMBER_CARD, SheetLayout
from frontdesk.printing.staff_card import StaffCardPrint
from frontdesk.printing.team_poster import OnPoster
from frontdesk.services.team.staff_cards import StaffCardsSaved
from frontdesk.ui.counter.sheets import Counter, Place, Sheet
from frontdesk.ui.language import LANGUAGE, speak, tr
from frontdesk.ui.look.metrics import RHYTHM
from frontdesk.ui.people.scrolling import scrolling
from frontdesk.ui.people.tick_row import TickRow
from frontdesk.ui.prints.print_panel import PrintPanel, stand_beside
from frontdesk.ui.widgets.buttons import TextButton
from frontdesk.ui.widgets.choices import ChipRow
from frontdesk.ui.widgets.fields import Field
from frontdesk.ui.widgets.labels import PlainLabel
from frontdesk.ui.widgets.pages import tab_through
from frontdesk.ui.widgets.portrait import first_letter
from frontdesk.ui.widgets.prose import Prose

SAMPLE_CODE: Final = "SSAMP1E00SAMP1E00"
_SINGLE, _TEN = "single", "ten"
_LAYOUTS: Final[dict[str, SheetLayout]] = {_SINGLE: SINGLE_MEMBER_CARD, _TEN: MEMBER_CARDS}


def open_sheet(counter: Counter, staff_ids: Iterable[int] = (), **facts: Any) -> Sheet:
    """For these of the staff; for all of them where none is named."""
    return StaffCardsSheet(counter, frozenset(staff_ids))


class StaffCardsSheet(Sheet):
    """Who and which size on the left, the cards on the right."""

    place = Place.PAGE

    def __init__(self, counter: Counter, staff_ids: frozenset[int]) -> None:
        super().__init__()
        self._counter = counter
        self._staff: tuple[StaffMember, ...] = counter.desk.staffing.staff()
        self.panel = PrintPanel(counter, lambda: tr("Staff cards"))
        self.sizes = ChipRow(
            [(_SINGLE, lambda: tr("One by one")), (_TEN, lambda: tr("Ten to a page"))],
        )
        self.sizes.choose(_SINGLE if len(staff_ids) == 1 else _TEN)
        self.ticks = {each.id: self._tick(each, staff_ids) for each in self._staff}
        self.new_button, self.stop_button = TextButton("redo-2", "danger"), TextButton("ban", "danger")
        self._about_old = Prose()
        speak(self.new_button.say, lambda: tr("Card lost? Give a new code"))
        speak(self.stop_button.say, lambda: tr("Let their card stop working"))
        self._lay_out()
        self._listen()
        self._show()

    def title(self) -> str:
        return tr("Staff cards")

    def first_focus(self) -> QWidget:
        return self.panel.save_button

    def may_close(self) -> bool:
        return self.panel.may_close()

    def chosen(self) -> list[StaffMember]:
        """Whose cards come out."""
        return [each for each in self._staff if self.ticks[each.id].isChecked()]

    def give_new_code(self) -> None:
        """The card of the one who is chosen works no longer; the next print has a new code."""
        self._of_one(self._counter.desk.staff_cards.reissue, self._on_new_code)

    def stop(self) -> None:
        """The card of the one who is chosen works no longer."""
        self._of_one(self._counter.desk.staff_cards.revoke, self._on_stopped)

    def _of_one(self, method: Any, done: Any) -> None:
        self._counter.submit(method, self.chosen()[0].id, done=done)

    def _on_new_code(self, saved: StaffCardsSaved) -> None:
        name = saved.cards[0].member.name
        self._counter.notify(
            tr("{name} has a new code: print the card. The older one no longer works.", name=name),
            icon="credit-card",
        )
        self._say()

    def _on_stopped(self, saved: StaffCardsSaved) -> None:
        self._counter.notify(tr("The card no longer works."), icon="ban")
        self._say()

    def _layout(self) -> SheetLayout:
        return _LAYOUTS[self.sizes.value()]

    def _drawn(self, member: StaffMember, code: str) -> StaffCardPrint:
        desk = self._counter.desk
        face = OnPoster(member.name, desk.staffing.full(member.id), first_letter(member.name))
        return StaffCardPrint(desk.logo.signs(), face, code, desk.shop.settings().language)

    def _show(self) -> None:
        chosen, layout = self.chosen(), self._layout()
        self.panel.set_ready(bool(chosen))
        shown = chosen[: layout.per_page] or self._staff[:1]
        self.panel.show_sample([self._drawn(each, SAMPLE_CODE) for each in shown], layout)
        self._say()

    def _say(self) -> None:
        self.panel.caption.setText(
            tr("This is a sample. A printed card has a code of its own, and the same one when printed again.")
        )
        chosen, with_card = self.chosen(), self._counter.desk.staff_cards.with_card()
        has_card = len(chosen) == 1 and chosen[0].id in with_card
        for part in (self.new_button, self.stop_button, self._about_old):
            part.setVisible(has_card)
        self._about_old.setText(tr("Either way the card that they have now no longer works."))

    def _on_cards_wanted(self) -> None:
        desk = self._counter.desk
        self._options.setEnabled(False)
        ids = [each.id for each in self.chosen()]
        self._counter.bridge.submit(
            desk.staff_cards.codes_for, desk.act(), ids, done=self._on_codes, refused=self._on_refused
        )

    def _on_codes(self, saved: StaffCardsSaved) -> None:
        self._options.setEnabled(True)
        self._say()
        self.panel.write([self._drawn(card.member, card.code) for card in saved.cards], self._layout())

    def _on_refused(self, sentence: str, error: Exception) -> None:
        self._options.setEnabled(True)
        self.panel.finish(sentence)
        self._counter.bridge.refused.emit(sentence, error)

    def _tick(self, member: StaffMember, wanted: frozenset[int]) -> TickRow:
        tick = TickRow()
        tick.say(member.name)
        if not member.has_photo:
            speak(tick.set_below, lambda: tr("No photo: the first letter of the name stands there."))
        tick.setChecked(not wanted or member.id in wanted)
        return tick

    def _listen(self) -> None:
        self.sizes.chosen.connect(self._show)
        for tick in self.ticks.values():
            tick.toggled.connect(self._show)
        self.new_button.clicked.connect(self.give_new_code)
        self.stop_button.clicked.connect(self.stop)
        self.panel.cards_wanted.connect(self._on_cards_wanted)
        LANGUAGE.changed.connect(self._say)

    def _lay_out(self) -> None:
        heading, purpose = PlainLabel(role="heading"), Prose()
        speak(heading.setText, lambda: tr("Whose cards"))
        speak(
            purpose.setText,
            lambda: tr(
                "Scanned at the counter, a card hands the till over to whoever it belongs to, as a tap on "
                "their name does. Whoever has a PIN is still asked for it."
            ),
        )
        column = QVBoxLayout()
        column.setSpacing(RHYTHM * 2)
        self._options = scrolling(column)
        column.addWidget(purpose)
        column.addWidget(Field(lambda: tr("Size"), self.sizes))
        column.addWidget(heading)
        for tick in self.ticks.values():
            column.addWidget(tick)
        for part in (self.new_button, self.stop_button, self._about_old):
            column.addWidget(part)
        column.addStretch(1)
        stand_beside(self, self._options, self.panel)
        stops = (*self.ticks.values(), self.new_button, self.stop_button)
        tab_through(self.sizes, *stops, self.panel.save_button, self.panel.print_button)
