"""The counter's menu: what an owner does now and then."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QMenu, QWidget

from frontdesk.ui.counter.sheets import SheetName
from frontdesk.ui.language import tr
from frontdesk.ui.look.icons import icon


@dataclass(frozen=True, slots=True)
class MenuActs:
    """What the menu's lines do: `open` a page, or one of the window's own acts."""

    open: Callable[[SheetName], object]
    backup: Callable[[], object] | None = None
    customer_screen: Callable[[], object] | None = None
    office: Callable[[], object] | None = None
    practise: Callable[[], object] | None = None
    leave_practice: Callable[[], object] | None = None
    """What cannot be done here is None, and has no line: a practice makes no backup."""
    counts: Mapping[SheetName, int] = field(default_factory=dict)
    """How much waits on a page."""


@dataclass(frozen=True, slots=True)
class PageLine:
    """A page of the menu that asks for nobody: its sign, its words in the language spoken now, its sheet."""

    icon: str
    say: Callable[[], str]
    sheet: SheetName


CARE_PAGES: tuple[PageLine, ...] = (
    PageLine("inbox", lambda: tr("What guests say"), SheetName.RESPONSES),
    PageLine("square-pen", lambda: tr("Key in answers"), SheetName.KEY_IN),
    PageLine(
        "message-square-warning", lambda: tr("Complaint of somebody we do not know"), SheetName.COMPLAINT
    ),
    PageLine("footprints", lambda: tr("Slipping away"), SheetName.SLIPPING),
    PageLine("log-out", lambda: tr("Who left"), SheetName.LEFT),
    PageLine("users", lambda: tr("The team"), SheetName.TEAM),
    PageLine("user-check", lambda: tr("Names and faces: a quiz"), SheetName.QUIZ),
)
"""What the shop does for all its people."""

_PRINTS: tuple[PageLine, ...] = (
    PageLine("message-square-heart", lambda: tr("Feedback cards for the till"), SheetName.FEEDBACK_CARDS),
    PageLine("list-checks", lambda: tr("Power-cut sheet"), SheetName.POWER_CUT),
    PageLine("settings", lambda: tr("Settings"), SheetName.SETTINGS),
)
"""What the shop itself needs now and then. All lines together fit a screen of 720 pixels in one column: the
team's poster is on the team's page, all requests are in Today, lists come in by the settings.
"""


_FIGURES = PageLine("heart-handshake", lambda: tr("How we care"), SheetName.CARE_FIGURES)
"""In the back office; only a window that has none, as that of a practice, shows it here."""


def open_menu(corner: QWidget, acts: MenuActs) -> QMenu:
    """Open the menu under `corner`: what is for people, what is for the shop, and what this window can do."""
    menu = QMenu(corner)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    care = CARE_PAGES if acts.office is not None else (*CARE_PAGES, _FIGURES)
    for pages in (care, _PRINTS):
        add_pages(menu, pages, acts.open, acts.counts)
        menu.addSeparator()
    for name, text, act in (
        ("chart-column", tr("Back office"), acts.office),
        ("smile", tr("Customer's screen"), acts.customer_screen),
        ("database-backup", tr("Back up now"), acts.backup),
        ("graduation-cap", tr("Practise on a copy"), acts.practise),
        ("arrow-left", tr("Back to the real counter"), acts.leave_practice),
    ):
        if act is not None:
            action = menu.addAction(icon(name, "ink", 20), text)
            action.triggered.connect(lambda checked=False, act=act: act())
    number_lines(menu)
    below = corner.mapToGlobal(QPoint(corner.width(), corner.height() + 4))
    menu.popup(QPoint(below.x() - menu.sizeHint().width(), below.y()))
    return menu


def add_pages(
    menu: QMenu,
    pages: Sequence[PageLine],
    chosen: Callable[[SheetName], object],
    counts: Mapping[SheetName, int] = MappingProxyType({}),
) -> None:
    """A line for each page, with how much waits there; `chosen` gets the sheet of the one that is tapped."""
    for line in pages:
        said, waiting = line.say(), counts.get(line.sheet, 0)
        told = tr("{page} ({n})", page=said, n=waiting) if waiting else said
        action = menu.addAction(icon(line.icon, "ink", 20), told)
        action.triggered.connect(lambda checked=False, sheet=line.sheet: chosen(sheet))


def number_lines(menu: QMenu) -> None:
    """Put its digit, or from the tenth on its letter, before each line; pressing it, or tapping, does it."""
    lines = [action for action in menu.actions() if not action.isSeparator()]
    for digit, action in zip("123456789ABCDEFGH", lines, strict=False):
        action.setText(f"&{digit}   {action.text()}")
