"""Settings: the shop's own page on its Wi-Fi: on or off, where phones find it, and how to try it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtNetwork import QHostAddress
from PySide6.QtWidgets import QVBoxLayout, QWidget

from frontdesk.domain.feedback.feedback_rules import HIGHEST_PORT, LOWEST_PORT, USUAL_PORT, FeedbackRules
from frontdesk.ui.display.code_view import CodeView
from frontdesk.ui.feedback.page_state import PAGE_STATE, Standing
from frontdesk.ui.language import LANGUAGE, speak, tr
from frontdesk.ui.look.metrics import RHYTHM
from frontdesk.ui.people.tick_row import TickRow
from frontdesk.ui.settings.own_addresses import OwnAddress, Reach, own_addresses
from frontdesk.ui.widgets.choices import Choice, Option, Stepper
from frontdesk.ui.widgets.fields import Field
from frontdesk.ui.widgets.labels import PlainLabel
from frontdesk.ui.widgets.pages import GAP, beside, in_a_row
from frontdesk.ui.widgets.prose import Prose, ProseStrip

_CODE_SIDE = 176
"""A phone held at arm's length reads it."""


class PagePart(QWidget):
    """While the page is off there is only its switch. `changed`: somebody has set something."""

    changed = Signal()

    def __init__(self, find: Callable[[], tuple[OwnAddress, ...]] = own_addresses) -> None:
        super().__init__()
        self._find = find
        self._found: tuple[OwnAddress, ...] = ()
        self.before = Prose()
        self.on, self.port = TickRow(), Stepper(LOWEST_PORT, HIGHEST_PORT, USUAL_PORT)
        self.address = Choice(self._options)
        self.runs, self.fault = ProseStrip("good", "circle-check"), ProseStrip("warn", "triangle-alert")
        self.code, self.try_it, self.help = CodeView(), Prose(ink="ink"), [Prose() for _ in range(3)]
        self._more = QWidget()
        self._lay_out()
        self.on.clicked.connect(self._on_set)
        self.address.chosen.connect(self._on_set)
        self.port.changed.connect(self._say)
        self.port.settled.connect(self._on_set)
        PAGE_STATE.changed.connect(self._look)
        LANGUAGE.changed.connect(self._say)

    def show_rules(self, kept: FeedbackRules) -> None:
        """Show what is kept. An address that is this computer's no longer is kept, and said to be gone."""
        self._found = self._find()
        self.on.setChecked(kept.page_on)
        self.port.setValue(kept.page_port)
        self.address.refill()
        self.address.choose(kept.page_address or self._found[0].address)
        self._say()

    def put_into(self, rules: FeedbackRules) -> FeedbackRules:
        """The rules with what stands here. Where the page is off, its address waits as it was."""
        if not self.on.isChecked():
            return replace(rules, page_on=False)
        return replace(rules, page_on=True, page_address=self.address.value(), page_port=self.port.value())

    def finish(self) -> None:
        """Take what was typed last."""
        self.port.finish()

    def showEvent(self, event: QShowEvent) -> None:
        """The cable may have been plugged in since."""
        super().showEvent(event)
        self._look()

    def _look(self) -> None:
        """Which addresses are there now?"""
        self._found = self._find()
        self.address.refill()
        self._say()

    def _options(self) -> list[Option]:
        return [(each.address, _told(each)) for each in self._found]

    def _on_set(self, *_: object) -> None:
        self._say()
        self.changed.emit()

    def _say(self) -> None:
        on, rules = self.on.isChecked(), self.put_into(FeedbackRules())
        fault = self._fault(rules.page_address) if on else ""
        self._more.setVisible(on)
        self.fault.setText(fault)
        self.runs.setText(PAGE_STATE.sentence() if PAGE_STATE.standing is Standing.RUNS else "")
        for part in (self.code, self.try_it):
            part.setVisible(not fault)
        self.code.show_url(f"{rules.page_base}/" if rules.page_base else "")
        self.code.setAccessibleName(rules.page_base)
        self.try_it.setText(
            tr(
                "Try it: scan this with your own phone while it is on the shop’s Wi-Fi, or open {address}.",
                address=rules.page_base,
            )
        )
        for place, sentence in zip(self.help, _help(rules.page_address), strict=True):
            place.setText(sentence)

    def _fault(self, address: str) -> str:
        """Why no phone gets there: the address first, then what the page itself met."""
        own = {each.address: each.reach for each in self._found}
        if own.get(address) is Reach.NOBODY:
            return tr(
                "This computer is in no network now, so no phone can reach it. Join the shop’s Wi-Fi first."
            )
        is_name = QHostAddress(address).isNull()  # whose computer that is, the router knows
        if address in own or is_name:
            return PAGE_STATE.sentence() if PAGE_STATE.standing in (Standing.TAKEN, Standing.FAILED) else ""
        return tr(
            "This computer’s address is not {address} any more, and the cards that are printed lead there. "
            "Let the router give it that address again, or choose another one here and print new cards.",
            address=address,
        )

    def _lay_out(self) -> None:
        heading = PlainLabel(role="strong")
        speak(heading.setText, lambda: tr("The shop’s own page"))
        speak(self.on.say, lambda: tr("Take answers over the shop’s Wi-Fi"))
        speak(
            self.on.set_below,
            lambda: tr(
                "The square on a card opens a page of this computer, as long as Front Desk is open here. It "
                "costs nobody anything, and needs no internet."
            ),
        )
        speak(self.before.setText, _before)
        self.code.setFixedSize(_CODE_SIDE, _CODE_SIDE)
        words = QVBoxLayout()
        words.setSpacing(RHYTHM)
        for prose in (self.try_it, *self.help):
            words.addWidget(prose)
        words.addStretch(1)
        trying = in_a_row()
        trying.setSpacing(GAP)
        trying.addWidget(self.code, 0, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        trying.addLayout(words, 1)
        more = QVBoxLayout(self._more)
        more.setContentsMargins(0, 0, 0, 0)
        more.setSpacing(RHYTHM * 2)
        more.addWidget(self.fault)
        more.addWidget(self.runs)
        more.addLayout(
            beside(
                Field(lambda: tr("This computer’s address"), self.address),
                Field(lambda: tr("Port"), self.port, lambda: tr("Leave it unless something else has it.")),
                stretch=(2, 1),
            )
        )
        more.addLayout(trying)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(RHYTHM * 2)
        for part in (heading, self.on, self.before, self._more):
            column.addWidget(part)


def _before() -> str:
    """What to know before it is switched on."""
    home = tr(
        "What people take home leads to this page alone, and has the boxes on paper. Tents and posters have "
        "the square for anywhere, too."
    )
    return (
        home + "\n" + tr("Give the Wi-Fi a password: without one, others near by can read what guests send.")
    )


def _told(own: OwnAddress) -> str:
    match own.reach:
        case Reach.WIFI:
            return tr("{address} (Wi-Fi, {card})", address=own.address, card=own.card)
        case Reach.CABLE:
            return tr("{address} (cable, {card})", address=own.address, card=own.card)
        case Reach.NOBODY:
            return tr("{address} (this computer only)", address=own.address)
        case Reach.OTHER:
            return tr("{address} ({card})", address=own.address, card=own.card)


def _help(address: str) -> tuple[str, str, str]:
    """What makes it work, in the order in which it goes wrong."""
    return (
        tr(
            "Phones must be on the same Wi-Fi as this computer. A guest Wi-Fi often keeps the two apart; the "
            "router can allow it."
        ),
        tr(
            "Let the router always give this computer {address} (routers call it “address reservation”). "
            "Printed cards lead there.",
            address=address,
        ),
        tr("If a phone finds nothing, let this computer’s firewall allow Front Desk on private networks."),
    )
