"""What goes on beside the customers: the clock, the wall's order, the shop's name, its colours, a backup."""

from __future__ import annotations

import logging
from datetime import date
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from frontdesk.config import APP_NAME
from frontdesk.domain.acts import Changes
from frontdesk.domain.days import HOUR, MINUTE
from frontdesk.domain.shop import Theme
from frontdesk.services.errors import store_fault
from frontdesk.ui.bridge import Bridge
from frontdesk.ui.counter.attending import Attending
from frontdesk.ui.counter.header import Header
from frontdesk.ui.counter.sheets import Notify
from frontdesk.ui.language import LANGUAGE, tr
from frontdesk.ui.look.style import LOOK
from frontdesk.wording.dates import clock_time

if TYPE_CHECKING:
    from frontdesk.domain.trust.cut_end import CutEnd
    from frontdesk.domain.trust.verification import StartFinding
    from frontdesk.ui.today.today_watch import TodayWatch

log = logging.getLogger(__name__)

_TICK_MS: Final = 20_000
_COPY_EVERY_MS: Final = 10 * MINUTE
_LEARN_EVERY_MINUTES: Final = 5


class Housekeeping(QObject):
    """Ticks while the window is open; nothing of it stands in a cashier's way."""

    def __init__(
        self, window: QWidget, bridge: Bridge, header: Header, attending: Attending, notify: Notify
    ) -> None:
        super().__init__(window)
        self._window, self._bridge, self._desk = window, bridge, bridge.desk
        self._header, self._attending, self._notify = header, attending, notify
        self._minute = -1
        self._swept: date | None = None
        self._today: TodayWatch | None = None
        bridge.changed.connect(self._on_changed)
        header.theme_wanted.connect(self.wear)
        self._clock = QTimer(self)
        self._clock.timeout.connect(self.tick)
        self._clock.start(_TICK_MS)
        attending.refresh_wall()
        attending.refresh_day()
        self._read_shop()
        self.tick()

    def back_up(self) -> None:
        """Make a backup now, beside the counter, and say when it is there."""
        self._notify(tr("Making a backup…"), icon="hourglass")
        self._bridge.work(self._desk.backups.make, done=self._on_backup)

    def watch_today(self) -> None:
        """From now on count what there is to do for people; the first frame has no time for it."""
        if self._today is None:
            from frontdesk.ui.today.today_watch import TodayWatch

            self._today = TodayWatch(self._bridge, self._header, self._window)

    def back_up_hourly(self) -> None:
        """From now on make a backup each hour, and speak of it only when there is none; copy one each day."""
        hourly = QTimer(self)
        hourly.timeout.connect(self._back_up_unasked)
        hourly.start(HOUR)
        often = QTimer(self)
        often.timeout.connect(self._copy_where_due)
        often.start(_COPY_EVERY_MS)

    def sweep_daily(self) -> None:
        """Now, and each new day: end the stamps whose time has come and warn of those whose comes soon; count
        what is ordered together, for the one suggestion of a greeting; see who slips away.
        """
        self._swept = self._desk.today()
        sweep = self._desk.expiring.sweep
        self._bridge.work(sweep, self._desk.now(), cancellable=True, refused=self._on_not_swept)
        self._bridge.work(self._desk.suggesting.refresh, self._desk.now(), refused=self._on_not_counted)
        self._bridge.work(self._see_who_slips_away, refused=self._on_not_seen)

    def _see_who_slips_away(self) -> None:
        """On a worker's thread, which also imports what no frame needs."""
        self._desk.slipping.refresh(self._desk.now())

    def renew_search(self) -> None:
        """Write the search index anew where an older version wrote it, beside the counter."""
        renew = self._desk.search_upkeep.renew
        self._bridge.work(renew, cancellable=True, refused=self._on_not_renewed)

    def check_ledger(self) -> None:
        """Check what was written since the last check, beside the counter; speak only of what is wrong."""
        self._bridge.work(self._checked, done=self._on_checked, refused=self._on_not_checked)

    def wear(self, theme: Theme) -> None:
        """Change the colours now, and remember them; if that is refused, they stay for today."""
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        LOOK.wear(app, theme)
        if self._desk.shop.settings().opened:
            change = self._desk.shop.change_settings
            self._bridge.submit(change, self._desk.act(), {"theme": theme}, refused=lambda said, error: None)

    def tick(self) -> None:
        """The clock; each new minute, while nobody is attended to, the wall and the day are asked anew."""
        now = self._desk.now()
        staff = self._desk.staffing.staff()
        here = (each.name for each in staff if each.id == self._desk.staff_id)
        time = clock_time(LANGUAGE.texts, now, self._desk.zone)
        self._header.set_who(next(here, ""), time, several=len(staff) > 1)
        minute = now // 60_000
        if minute == self._minute:
            return
        first, self._minute = self._minute < 0, minute
        if self._swept is not None and self._swept != self._desk.today():
            self.sweep_daily()
        if not first and not self._attending.customer_id:
            self._attending.refresh_wall()
            self._attending.refresh_day()
        if not first and minute % _LEARN_EVERY_MINUTES == 0:
            self._attending.learn()

    def _on_backup(self, made: object) -> None:
        self._notify(tr("The backup is made and checked."), icon="shield-check")

    def _back_up_unasked(self) -> None:
        self._bridge.work(self._desk.backups.make, refused=self._on_no_backup, owner=self)

    def _copy_where_due(self) -> None:
        """Once a day, when the counter is quiet: into the second place, if there is one. The page of safety
        says what came of it, and so does Today when the copy gets too old.
        """
        self._bridge.work(self._keep_up, refused=self._on_no_copy)

    def _keep_up(self) -> None:
        """On a worker's thread, which also imports what no frame needs."""
        self._desk.safety.keep_up()

    def _on_no_copy(self, sentence: str, error: Exception) -> None:
        """It is tried again in some minutes."""
        log.warning("no backup was copied to the second place: %s", type(error).__name__)

    def _on_no_backup(self, sentence: str, error: Exception) -> None:
        """The `sentence` is that of an act, and nobody has done one: the bar says what it is about."""
        from frontdesk.wording.backups import hourly_failed_sentence

        log.warning("the hourly backup failed: %s", type(error).__name__)
        said = hourly_failed_sentence(LANGUAGE.texts, store_fault(error))
        self._notify(said, icon="circle-alert")

    def _checked(self) -> tuple[StartFinding | None, CutEnd | None]:
        """On a worker's thread, which also imports what no frame needs."""
        now = self._desk.now()
        finding = self._desk.verifier.at_start(now)
        return finding, self._desk.verifier.cut_end(now) if finding is not None else None

    def _on_checked(self, checked: tuple[StartFinding | None, CutEnd | None]) -> None:
        finding, cut = checked
        if finding is not None:
            from frontdesk.wording.verification import start_sentence

            said = start_sentence(LANGUAGE.texts, finding, cut, self._desk.zone, self._desk.now())
            self._notify(said, icon="circle-alert", stays=True)

    def _on_not_checked(self, sentence: str, error: Exception) -> None:
        """Nobody asked for it, and the next start tries again."""
        log.warning("the ledger was not checked: %s", type(error).__name__)

    def _on_not_swept(self, sentence: str, error: Exception) -> None:
        """Nobody waits for it, and the next sweep does what is left."""
        log.warning("the daily sweep broke off: %s", type(error).__name__)

    def _on_not_renewed(self, sentence: str, error: Exception) -> None:
        """Search finds by the old entries, and the next start goes on."""
        log.warning("the search index was not renewed: %s", type(error).__name__)

    def _on_not_counted(self, sentence: str, error: Exception) -> None:
        """Then nothing is suggested today."""
        log.warning("what is ordered together was not counted: %s", type(error).__name__)

    def _on_not_seen(self, sentence: str, error: Exception) -> None:
        """Then nobody is missed before the list is opened."""
        log.warning("who slips away was not seen: %s", type(error).__name__)

    def _on_changed(self, changes: Changes) -> None:
        if changes.shop or changes.everything:
            self._read_shop()
            self.tick()

    def _read_shop(self) -> None:
        """The shop's name stands in the header and over the window."""
        name = self._desk.shop.settings().name or APP_NAME
        self._header.set_shop(name)
        self._window.setWindowTitle(name)
