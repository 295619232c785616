"""The team poster: who is on it, in which languages, and the two ways out."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

from frontdesk.domain.acts import Role, StaffMember
from frontdesk.domain.people.first_names import first_name
from frontdesk.printing.team_poster import MOST, TEAM_POSTER_PAGE, OnPoster, TeamPosterPrint
from frontdesk.texts import CUSTOMER_LANGUAGES, SOURCE_LANGUAGE
from frontdesk.ui.counter.sheets import Counter, Place, Sheet
from frontdesk.ui.language import speak, tr
from frontdesk.ui.look.metrics import RHYTHM
from frontdesk.ui.people.scrolling import scrolling
from frontdesk.ui.people.tick_row import TickRow
from frontdesk.ui.prints.print_panel import PrintPanel, stand_beside
from frontdesk.ui.widgets.buttons import Chip
from frontdesk.ui.widgets.choices import ChipRow
from frontdesk.ui.widgets.fields import Field
from frontdesk.ui.widgets.labels import PlainLabel
from frontdesk.ui.widgets.pages import tab_through
from frontdesk.ui.widgets.portrait import first_letter
from frontdesk.ui.widgets.prose import Prose
from frontdesk.ui.widgets.wrapping import Wrapping


def open_sheet(counter: Counter) -> TeamPosterSheet:
    """The poster of all who work here."""
    return TeamPosterSheet(counter)


class TeamPosterSheet(Sheet):
    """Choices on the left, the poster on the right. Faces are of those who agreed to be seen."""

    place = Place.PAGE

    def __init__(self, counter: Counter) -> None:
        super().__init__()
        self._desk = counter.desk
        self._staff: tuple[StaffMember, ...] = counter.desk.staffing.staff()[: MOST + 1]
        self.panel = PrintPanel(counter, lambda: tr("Team poster"))
        self.languages = self._language_chips()
        able = [each for each in self._staff if each.role is not Role.CASHIER]
        self.manager = ChipRow([(str(each.id), partial(str, each.name)) for each in able])
        first = next((each for each in able if each.role is Role.MANAGER), able[0])
        self.manager.choose(str(first.id))
        self.ticks = {each.id: self._tick(each) for each in self._staff}
        self._lay_out(several_managers=len(able) > 1)
        self.manager.chosen.connect(self._show)
        self.panel.cards_wanted.connect(lambda: self.panel.write([self.poster()], TEAM_POSTER_PAGE))
        self._show()

    def title(self) -> str:
        return tr("Team poster")

    def first_focus(self) -> QWidget:
        return self.panel.save_button

    def may_close(self) -> bool:
        return self.panel.may_close()

    def poster(self) -> TeamPosterPrint:
        """What is chosen now."""
        on = [each for each in self._staff if self.ticks[each.id].isChecked()]
        manager = next((each for each in on if str(each.id) == self.manager.value()), None)
        return TeamPosterPrint(
            self._desk.logo.signs(),
            self._on_poster(manager) if manager is not None else None,
            tuple(self._on_poster(each) for each in on if each is not manager),
            tuple(code for code, chip in self.languages.items() if chip.isChecked()) or (SOURCE_LANGUAGE,),
        )

    def _show(self) -> None:
        self.panel.set_ready(any(tick.isChecked() for tick in self.ticks.values()))
        self.panel.show_sample([self.poster()], TEAM_POSTER_PAGE)

    def _on_poster(self, member: StaffMember) -> OnPoster:
        name = first_name(member.name) or member.name
        return OnPoster(name, self._desk.staffing.full(member.id), first_letter(name))

    def _language_chips(self) -> dict[str, Chip]:
        """The shop's own language first, then English; others as the shop chooses."""
        settings = self._desk.shop.settings()
        order = dict.fromkeys(
            (settings.language, settings.cards_language, SOURCE_LANGUAGE, *CUSTOMER_LANGUAGES)
        )
        chips = {}
        for code in (each for each in order if each in CUSTOMER_LANGUAGES):
            chips[code] = Chip(checkable=True)
            chips[code].say(CUSTOMER_LANGUAGES[code])
            chips[code].setChecked(code in (settings.language, settings.cards_language, SOURCE_LANGUAGE))
            chips[code].clicked.connect(self._show)
        return chips

    def _tick(self, member: StaffMember) -> TickRow:
        tick = TickRow()
        tick.say(member.name)
        if not member.has_photo:
            speak(
                tick.set_below, lambda: tr("No photo that customers may see: the first letter stands there.")
            )
        tick.setChecked(True)
        tick.toggled.connect(self._show)
        return tick

    def _lay_out(self, *, several_managers: bool) -> None:
        chips = QWidget()
        row_of_chips = Wrapping(chips)
        for chip in self.languages.values():
            row_of_chips.addWidget(chip)
        column = QVBoxLayout()
        column.setSpacing(RHYTHM)
        column.addWidget(Field(lambda: tr("Languages"), chips))
        if several_managers:
            column.addWidget(Field(lambda: tr("Who is the manager to speak to?"), self.manager))
        heading = PlainLabel(role="heading")
        speak(heading.setText, lambda: tr("Who is on it"))
        column.addWidget(heading)
        for tick in self.ticks.values():
            column.addWidget(tick)
        hint = Prose()
        hint.set_ink("quiet")
        speak(
            hint.setText, lambda: tr("Photos are added in Settings, under Staff, where each of them agrees.")
        )
        column.addWidget(hint)
        column.addStretch(1)
        options = scrolling(column)
        stand_beside(self, options, self.panel)
        choices = (chips, self.manager) if several_managers else (chips,)
        ways_out = (self.panel.save_button, self.panel.print_button)
        tab_through(*choices, *self.ticks.values(), *ways_out)
