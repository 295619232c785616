"""The parts of the settings. Each is made, and its room imported, when it is first asked for."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from typing import TYPE_CHECKING, Any, TypeVar

from PySide6.QtWidgets import QStackedWidget, QWidget

from frontdesk.ui.counter.sheets import Counter
from frontdesk.ui.settings.saving import saver_of
from frontdesk.ui.widgets.fields import Field

if TYPE_CHECKING:
    from frontdesk.ui.programmes.programmes_panel import ProgrammesPanel
    from frontdesk.ui.settings.care_panel import CarePanel
    from frontdesk.ui.settings.data_panel import DataPanel
    from frontdesk.ui.settings.display_panel import DisplayPanel
    from frontdesk.ui.settings.feedback_panel import FeedbackPanel
    from frontdesk.ui.settings.hours_panel import HoursPanel
    from frontdesk.ui.settings.limits_panel import LimitsPanel
    from frontdesk.ui.settings.lists_panel import ListsPanel
    from frontdesk.ui.settings.playbooks_panel import PlaybooksPanel
    from frontdesk.ui.settings.prints_panel import PrintsPanel
    from frontdesk.ui.settings.products_panel import ProductsPanel
    from frontdesk.ui.settings.shop_fields import ShopFields
    from frontdesk.ui.settings.shop_panel import ShopPanel
    from frontdesk.ui.settings.staff_panel import StaffPanel
    from frontdesk.ui.settings.unusual_panel import UnusualPanel

Part = TypeVar("Part", bound=QWidget)

_TYPED_IN = ("fields", "shop", "prints", "staff", "limits", "playbooks", "caring", "feedback")
"""What may hold a text that was typed and not yet left."""


class SettingsParts(QStackedWidget):
    """A page for each part, under the part's name. To make all of them takes a second on a shop's computer,
    and whoever comes wants one.
    """

    def __init__(self, counter: Counter) -> None:
        super().__init__()
        self._counter, self._saver = counter, saver_of(counter)
        self._waiting = QWidget(self)
        self._waiting.hide()

    def turn_to(self, name: str) -> None:
        """Show the part of this name."""
        self.setCurrentWidget(getattr(self, name))

    def finish(self) -> tuple[str, Field] | None:
        """Take what was typed last in the parts that are there. A text that cannot be kept is told, with its
        part.
        """
        for name in _TYPED_IN:
            part = self._made(name)
            if part is not None:
                part.finish()
        return next(((part, field) for part, field in self._checked() if field and field.fault), None)

    @cached_property
    def fields(self) -> ShopFields:
        """What the shop says of itself: one set of fields, from which several parts lay out their own. Until
        such a part is made its fields wait, out of sight.
        """
        from frontdesk.ui.settings.shop_fields import ShopFields

        fields = ShopFields(self._saver.meant, self)
        for each in vars(fields).values():
            if isinstance(each, Field):
                each.setParent(self._waiting)
        fields.edited.connect(self._saver.save)
        self._saver.settled.connect(fields.fill)
        return fields

    @cached_property
    def shop(self) -> ShopPanel:
        from frontdesk.ui.settings.shop_panel import ShopPanel

        return self._placed(self._following(ShopPanel(self._counter, self.fields)))

    @cached_property
    def hours(self) -> HoursPanel:
        from frontdesk.ui.settings.hours_panel import HoursPanel

        return self._placed(HoursPanel(self._counter))

    @cached_property
    def programmes(self) -> ProgrammesPanel:
        from frontdesk.ui.programmes.programmes_panel import ProgrammesPanel

        return self._placed(ProgrammesPanel(self._counter))

    @cached_property
    def products(self) -> ProductsPanel:
        from frontdesk.ui.settings.products_panel import ProductsPanel

        return self._placed(ProductsPanel(self._counter))

    @cached_property
    def limits(self) -> LimitsPanel:
        from frontdesk.ui.settings.limits_panel import LimitsPanel

        return self._placed(LimitsPanel(self._counter))

    @cached_property
    def staff(self) -> StaffPanel:
        from frontdesk.ui.settings.staff_panel import StaffPanel

        return self._placed(StaffPanel(self._counter))

    @cached_property
    def caring(self) -> CarePanel:
        from frontdesk.ui.settings.care_panel import CarePanel

        return self._placed(CarePanel(self._counter))

    @cached_property
    def playbooks(self) -> PlaybooksPanel:
        from frontdesk.ui.settings.playbooks_panel import PlaybooksPanel

        return self._placed(PlaybooksPanel(self._counter))

    @cached_property
    def feedback(self) -> FeedbackPanel:
        from frontdesk.ui.settings.feedback_panel import FeedbackPanel

        return self._placed(FeedbackPanel(self._counter, self.fields))

    @cached_property
    def display(self) -> DisplayPanel:
        from frontdesk.ui.settings.display_panel import DisplayPanel

        return self._placed(self._following(DisplayPanel()))

    @cached_property
    def unusual(self) -> UnusualPanel:
        from frontdesk.ui.settings.unusual_panel import UnusualPanel

        return self._placed(UnusualPanel(self._counter))

    @cached_property
    def prints(self) -> PrintsPanel:
        from frontdesk.ui.prints.printer import find_printers
        from frontdesk.ui.settings.prints_panel import PrintsPanel

        self._counter.bridge.work(find_printers, done=self.fields.set_printers)
        return self._placed(self._following(PrintsPanel(self._counter, self.fields)))

    @cached_property
    def data(self) -> DataPanel:
        from frontdesk.ui.settings.data_panel import DataPanel

        return self._placed(DataPanel(self._counter))

    @cached_property
    def lists(self) -> ListsPanel:
        from frontdesk.ui.settings.lists_panel import ListsPanel

        return self._placed(ListsPanel(self._counter))

    def _made(self, name: str) -> Any:
        """What is there already; None where nobody has asked for it yet."""
        return vars(self).get(name)

    def _placed(self, part: Part) -> Part:
        self.addWidget(part)
        return part

    def _following(self, part: Part) -> Part:
        """What is edited on it is saved; it shows the settings as they are now, and as they become."""
        shown: Any = part
        shown.edited.connect(self._saver.save)
        shown.show_settings(self._saver.meant)
        self._saver.settled.connect(shown.show_settings)
        return part

    def _checked(self) -> Iterator[tuple[str, Field | None]]:
        """The fields whose text may be faulty, of the parts that are there."""
        fields, shop, prints = self._made("fields"), self._made("shop"), self._made("prints")
        feedback = self._made("feedback")
        if fields is not None:
            yield "shop", fields.name_field
        if shop is not None:
            yield "shop", shop.contacts.faulty()
        if prints is not None:
            yield "prints", prints.receipts.field
        if fields is not None:
            yield "feedback", fields.link_field
        if feedback is not None:
            yield "feedback", feedback.questions.faulty()
