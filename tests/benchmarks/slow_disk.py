"""A disk whose every sync takes five milliseconds: a cheap till's, and the same on every machine."""

import time

import apsw

SYNC_SECONDS = 0.005


class SlowDisk(apsw.VFS):
    """The default for stores that are opened while it is registered."""

    def __init__(self) -> None:
        self.real = apsw.vfs_names()[0]
        super().__init__("slow", base=self.real, makedefault=True)

    def xOpen(self, name, flags):  # type: ignore[no-untyped-def]  # noqa: N802
        return _SlowFile(self.real, name, flags)


class _SlowFile(apsw.VFSFile):
    def xSync(self, flags: int) -> None:  # noqa: N802
        time.sleep(SYNC_SECONDS)
        super().xSync(flags)
