"""The shop's logo, and with it all that a print says of the shop."""

from dataclasses import dataclass
from typing import Final

from frontdesk.domain.acts import Act, Changes, Role
from frontdesk.domain.paper.shop_signs import Logo, ShopSigns
from frontdesk.services.gesture import begin
from frontdesk.services.shop import ShopService
from frontdesk.services.undoing import check_last, to_undo
from frontdesk.storage.paper import logo
from frontdesk.storage.store import Store

_KINDS: Final = ("SET_LOGO", "REMOVE_LOGO")


@dataclass(frozen=True, slots=True)
class LogoSaved:
    """`gesture` takes it back."""

    gesture: bytes
    changes: Changes


class LogoService:
    def __init__(self, store: Store, shop: ShopService) -> None:
        self._store, self._shop = store, shop
        self._shrunk: tuple[tuple[int | None, int], bytes | None] | None = None

    def image(self) -> bytes | None:
        """The logo as PNG, at most 512 px, or None."""
        return logo.image(self._store.read())

    def image_within(self, most_bytes: int) -> bytes | None:
        """The same, made small enough for a page that a phone asks for; made once for each logo."""
        db = self._store.read()
        which = (logo.last_act(db), most_bytes)
        if self._shrunk is None or self._shrunk[0] != which:
            from frontdesk.media.logo import shrunk_logo

            image = logo.image(db)
            self._shrunk = which, shrunk_logo(image, most_bytes) if image is not None else None
        return self._shrunk[1]

    def signs(self) -> ShopSigns:
        """The shop's name, contacts and logo, for whatever is printed."""
        settings = self._shop.settings()
        return ShopSigns(settings.name, settings.contacts, self.image())

    def prepare(self, source: bytes) -> Logo:
        """Make a picture fit to keep; up to a second, so not on the UI thread. Raises `BadPhoto`."""
        from frontdesk.media.logo import prepare_logo  # Pillow is not needed for the first frame

        return prepare_logo(source)

    def set(self, act: Act, chosen: Logo) -> LogoSaved:
        """From now on this is the shop's logo. Raises `Refused` ONLY_MANAGER."""
        return self._keep(act, "SET_LOGO", chosen.png)

    def remove(self, act: Act) -> LogoSaved:
        """Print no logo from now on. Raises `Refused` ONLY_MANAGER."""
        return self._keep(act, "REMOVE_LOGO", None)

    def undo(self, act: Act, gesture: bytes) -> LogoSaved:
        """What stood before stands again.

        Raises `Refused` NOTHING_TO_UNDO, ALREADY_UNDONE, ONLY_MANAGER, MOVED_ON where it was set anew since.
        """
        db = self._store.write()
        undone = to_undo(db, act, gesture, _KINDS)
        if undone is not None:
            check_last(undone, logo.last_act(db))
            begin(self._store, act, "UNDO_LOGO", undoes_id=undone.id, needs=Role.MANAGER)
        return LogoSaved(act.gesture, Changes(shop=True))

    def _keep(self, act: Act, kind: str, image: bytes | None) -> LogoSaved:
        begun = begin(self._store, act, kind, needs=Role.MANAGER)
        if begun is not None:
            logo.keep(begun.db, self._store.new_id, act, begun.id, image)
        return LogoSaved(act.gesture, Changes(shop=True))
