"""Where things are: a shop's data, its backups, and the resources that come with the program.

Nothing here opens a file of the store; it only says where one is. Every folder is made for its owner
alone (0700), because a shop's customers are in it.
"""

from dataclasses import dataclass
from pathlib import Path
from typing import Final

import platformdirs

APP_NAME: Final = "Front Desk"
DEMO_MARK: Final = "this-is-a-demo.txt"
DEMO_MARK_TEXT: Final = (
    "This folder holds the demo shop of Front Desk: invented people, invented visits.\n"
    "It is thrown away and made again. Keep nothing here.\n"
)
PRACTICE_MARK: Final = "this-is-for-practice.txt"
PRACTICE_MARK_TEXT: Final = (
    "This folder holds a copy of the shop of Front Desk, to practise on.\n"
    "It is thrown away when the practice ends. Keep nothing here.\n"
)

_PACKAGE: Final = Path(__file__).resolve().parent
_OWNER_ONLY: Final = 0o700


def resource_path(*parts: str) -> Path:
    """Return the path of a resource, such as ``resource_path("icons", "stamp.svg")``.

    In a wheel the resources lie inside the package; in a checkout they stand beside it.
    """
    installed = _PACKAGE / "_resources"
    root = installed if installed.is_dir() else _PACKAGE.parent / "resources"
    return root.joinpath(*parts)


@dataclass(frozen=True, slots=True)
class Paths:
    """The places of one shop's files. `data` is the folder that ``--data`` names."""

    data: Path

    @property
    def store(self) -> Path:
        """The SQLite file with everything the shop knows."""
        return self.data / "frontdesk.sqlite3"

    @property
    def chain_key(self) -> Path:
        """The key of the ledger's hash chain, kept out of the store that it vouches for."""
        return self.data / "keys" / "chain.key"

    @property
    def verified(self) -> Path:
        """Where the last check of the ledger ended, beside the key that vouches for it."""
        return self.chain_key.with_name("verified")

    @property
    def reached(self) -> Path:
        """How far the ledger had come when this computer last looked, beside the key as well."""
        return self.chain_key.with_name("reached")

    @property
    def backups(self) -> Path:
        """The folder of backups: beside the data folder, not in it.

        It is a sibling on purpose. Deleting, copying or syncing the data folder must not take the backups
        along, yet both stay on one volume, where the last step of a backup is an atomic rename. A
        "Documents" folder would be easier to find, but on shop machines it is often synced to a cloud,
        and customers' names have no business there; `doctor` and the settings page show this path instead.
        """
        return self.data.with_name(f"{self.data.name}-backups")

    @property
    def logs(self) -> Path:
        """The folder of the rotating log."""
        return self.data / "logs"

    @property
    def lock(self) -> Path:
        """The lock that keeps a second window off this store."""
        return self.data / "frontdesk.lock"

    @property
    def ballast(self) -> Path:
        """A file to delete when the disk is full: without some room a WAL store cannot even be read."""
        return self.data / "ballast.bin"

    @property
    def demo_mark(self) -> Path:
        """The file that says that this folder holds the demo shop."""
        return self.data / DEMO_MARK

    @property
    def practice(self) -> "Paths":
        """Where a copy to practise on lies, with its own key, lock and backups.

        It is one folder beside the shop's: what takes the shop along does not take the copy, and one deletion
        removes all of it.
        """
        return Paths(self.data.with_name(f"{self.data.name}-practice") / "shop")

    @property
    def practice_mark(self) -> Path:
        """The file beside a copy's folder that says that all around it may be thrown away."""
        return self.data.with_name(PRACTICE_MARK)

    def is_practice(self) -> bool:
        """Whether this is a copy to practise on."""
        return self.practice_mark.is_file()

    def is_demo(self) -> bool:
        """Whether this folder is marked as the demo shop's."""
        return self.demo_mark.is_file()

    def holds_real_shop(self) -> bool:
        """Whether there is a store here that the demo must not touch."""
        return self.store.exists() and not self.is_demo()

    def mark_as_demo(self) -> None:
        """Mark the folder as the demo shop's. Refuses (`FileExistsError`) where a real shop's store is."""
        if self.holds_real_shop():
            raise FileExistsError(f"{self.store} is a real shop's store")
        self.create()
        self.demo_mark.write_text(DEMO_MARK_TEXT, encoding="utf-8")

    def create(self) -> None:
        """Make the folders that are missing, for their owner alone. What exists is left as it is."""
        for folder in (self.data, self.chain_key.parent, self.logs, self.backups):
            if not folder.is_dir():
                folder.mkdir(mode=_OWNER_ONLY, parents=True, exist_ok=True)
                folder.chmod(_OWNER_ONLY)  # the umask may have narrowed it further, never widen it


def paths_for(data: Path) -> Paths:
    """Return the paths of the shop whose data folder is `data` (made absolute, ``~`` expanded)."""
    return Paths(data.expanduser().absolute())


def default_paths() -> Paths:
    """Return the paths of this computer user's real shop, in the platform's data folder."""
    return Paths(_platform_data() / "shop")


def demo_paths() -> Paths:
    """Return the paths of the demo shop, which has a folder of its own."""
    return Paths(_platform_data() / "demo")


def _platform_data() -> Path:
    """The platform's data folder; one name in it for both shops and for their backups."""
    return platformdirs.user_data_path("frontdesk", appauthor=False)
