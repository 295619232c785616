"""What is done to the list of products, each with its way back in the notice."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from frontdesk.domain.regulars.visits import Product
from frontdesk.services.shop import ShopSaved
from frontdesk.ui.bridge import Refusal
from frontdesk.ui.counter.sheets import Counter
from frontdesk.ui.language import tr

Landed = Callable[[], None]


@dataclass(frozen=True)
class ProductActs:
    """Adds, changes and retires. It outlives the sheet: what came of it is said, and undone, without one.

    `landed` is called when it is done, `refused` when it is not.
    """

    counter: Counter

    def add(self, product: Product, landed: Landed, refused: Refusal) -> None:
        def done(saved: ShopSaved) -> None:
            added = _product(saved)
            landed()
            self._say(tr("{product} is on the list.", product=added.name), lambda: self._unlist(added))

        self._submit(self._shop.add_product, product, done=done, refused=refused)

    def save(self, product: Product, landed: Landed, refused: Refusal) -> None:
        def done(saved: ShopSaved) -> None:
            landed()
            said = tr("{product} is changed.", product=_product(saved).name)
            self._say(said, lambda: self._change_back(saved.before))

        self._submit(self._shop.save_product, product, done=done, refused=refused)

    def retire(self, product: Product, landed: Landed, refused: Refusal) -> None:
        def done(saved: ShopSaved) -> None:
            landed()
            said = tr("{product} is no longer sold.", product=product.name)
            self._say(said, lambda: self._sell_again(product), icon="archive")

        self._submit(self._shop.retire_product, product.id, done=done, refused=refused)

    def _unlist(self, product: Product) -> None:
        said = tr("{product} is off the list again.", product=product.name)
        self._submit(self._shop.retire_product, product.id, done=lambda _: self._say_undone(said))

    def _sell_again(self, product: Product) -> None:
        said = tr("{product} is on the list again.", product=product.name)
        self._submit(self._shop.retire_product, product.id, False, done=lambda _: self._say_undone(said))

    def _change_back(self, before: Product | None) -> None:
        assert before is not None
        said = tr("{product} is as it was before.", product=before.name)
        self._submit(self._shop.save_product, before, done=lambda _: self._say_undone(said))

    def _say(self, said: str, undo: Callable[[], None], icon: str = "check") -> None:
        self.counter.notify(said, icon=icon, undo=undo)

    def _say_undone(self, said: str) -> None:
        self.counter.notify(said, icon="undo-2")

    def _submit(
        self, method: Any, *args: Any, done: Callable[[ShopSaved], None], refused: Refusal | None = None
    ) -> None:
        self.counter.bridge.submit(method, self.counter.desk.act(), *args, done=done, refused=refused)

    @property
    def _shop(self) -> Any:
        return self.counter.desk.shop


def _product(saved: ShopSaved) -> Product:
    assert saved.product is not None
    return saved.product
