"""The owner's way through the first start: how far it is, so that a start after a kill goes on from there."""

from frontdesk.domain.acts import Act, Changes, Role
from frontdesk.domain.loyalty.programmes import ProgrammeDraft, same_promise
from frontdesk.domain.office.first_steps import STEPS, FirstStep
from frontdesk.domain.shop import ShopSettings
from frontdesk.services.gesture import check_role
from frontdesk.services.loyalty.programmes import ProgrammeService
from frontdesk.services.shop import ShopSaved, ShopService
from frontdesk.services.team.pins import PinService
from frontdesk.storage import shop
from frontdesk.storage.office import first_steps
from frontdesk.storage.store import Store


class FirstStepService:
    def __init__(
        self, store: Store, shop_service: ShopService, programmes: ProgrammeService, pins: PinService
    ) -> None:
        self._store, self._shop = store, shop_service
        self._programmes, self._pins = programmes, pins

    def reached(self) -> FirstStep | None:
        """Where the owner goes on; None where the way is gone, or a customer came meanwhile.

        What is there is not asked for again: a kill may have come between it and the note of it.
        """
        db = self._store.read()
        if not self._shop.settings().opened:
            return FirstStep.SHOP
        noted = first_steps.noted(db)
        if noted is None or first_steps.is_kept(db, FirstStep.CUSTOMER):
            return None
        return next(step for step in STEPS[STEPS.index(noted) :] if not self._is_kept(step))

    def open_shop(self, act: Act, settings: ShopSettings, owner_name: str = "") -> ShopSaved:
        """The first step is kept: there is a shop, without a programme yet. Raises `BadInput`."""
        self._shop.open_shop(act, settings, None, owner_name)
        return self._noted(act, FirstStep.CARD)

    def set_up_card(self, act: Act, draft: ProgrammeDraft) -> ShopSaved:
        """The stamp card is made, or changed by who went back to it. Raises `BadTerms`, `BadInput`."""
        made = self._shop.programmes()
        if not made:
            self._programmes.add(act, draft)
        elif not same_promise(made[0].terms_at(act.at), draft.terms):
            self._programmes.change(act, made[0].id, draft.terms)
        return self._noted(act, FirstStep.PIN)

    def go_on(self, act: Act, step: FirstStep | None) -> ShopSaved:
        """This is the next step, or none is. Onwards it is a note of our own and nobody's right: the owner's
        proof may be over by then. Back, or to begin anew, is a manager's. Raises `Refused` PIN_NEEDED,
        ONLY_MANAGER.
        """
        noted = first_steps.noted(self._store.read())
        onwards = step is None or (noted is not None and STEPS.index(step) >= STEPS.index(noted))
        if self._shop.settings().opened and not onwards:
            check_role(self._store, act, Role.MANAGER, "SAVE_SETTINGS")
        return self._noted(act, step)

    def _is_kept(self, step: FirstStep) -> bool:
        if step is FirstStep.PIN:
            return self._pins.in_use()
        return first_steps.is_kept(self._store.read(), step)

    def _noted(self, act: Act, step: FirstStep | None) -> ShopSaved:
        db = self._store.write()
        first_steps.note(db, step, act.at)
        return ShopSaved(shop.settings(db), Changes(shop=True))
