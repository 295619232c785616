"""A disk that remembers every write, and fails at the one that a test names.

It is put under SQLite in place of the system's own. What a kill, or a cut of power, would have left at any
moment is made from the files as they were and the writes until then: much faster than a process for each.
"""

import random
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import apsw

KEPT = ("", "-wal")
"""The store's files that outlive its processes, by the end of their names; the -shm is made anew."""

SECTOR = 512


@dataclass(frozen=True)
class Write:
    """One thing that was done to a file: `data` written, or cut off at `offset`, or (neither) synced."""

    file: str
    offset: int = 0
    data: bytes | None = None
    synced: bool = False


class FailingDisk(apsw.VFS):
    """The system's disk. While `armed`, writes are noted, and from `fail_at` on the disk may fail."""

    def __init__(self, store: Path) -> None:
        self._store = store
        self.writes: list[Write] = []
        self.armed = False
        self.fail_at: int | None = None
        self.forever = False
        self.error: type[apsw.Error] = apsw.IOError
        self.failed = 0
        self.sound = apsw.vfs_names()[0]
        super().__init__("failing disk", base=self.sound, makedefault=True, maxpathname=0)

    def xOpen(self, name: Any, flags: list[int]) -> apsw.VFSFile:  # noqa: N802
        path = name.filename() if hasattr(name, "filename") else name
        which = str(path or "").removeprefix(str(self._store))
        return _File(self, name, flags, which if which in KEPT else None)

    def arm(self, fail_at: int | None = None, *, forever: bool = False, full: bool = False) -> None:
        """From now on note what is written; fail at the write of this number, and after it `forever`."""
        self.writes.clear()
        self.armed, self.fail_at, self.forever, self.failed = True, fail_at, forever, 0
        self.error = apsw.FullError if full else apsw.IOError

    def disarm(self) -> None:
        self.armed, self.fail_at = False, None

    def note(self, write: Write) -> None:
        """Raises what a disk that fails now would. A full one still syncs, and cuts files off."""
        if not self.armed:
            return
        due = self.fail_at is not None and len(self.writes) >= self.fail_at
        takes_room = self.error is not apsw.FullError or bool(write.data)
        fails = due and takes_room and (self.forever or not self.failed)
        self.writes.append(Write(write.file, data=b"") if fails else write)
        if fails:
            self.failed += 1
            raise self.error("the disk failed")


class _File(apsw.VFSFile):
    def __init__(self, disk: FailingDisk, name: Any, flags: list[int], which: str | None) -> None:
        self._disk, self._which = disk, which
        super().__init__(disk.sound, name, flags)

    def xWrite(self, data: bytes, offset: int) -> None:  # noqa: N802
        if self._which is not None:
            self._disk.note(Write(self._which, offset, bytes(data)))
        super().xWrite(data, offset)

    def xTruncate(self, size: int) -> None:  # noqa: N802
        if self._which is not None:
            self._disk.note(Write(self._which, size))
        super().xTruncate(size)

    def xSync(self, flags: int) -> None:  # noqa: N802
        if self._which is not None:
            self._disk.note(Write(self._which, synced=True))
        super().xSync(flags)


@contextmanager
def failing_disk(store: Path) -> Iterator[FailingDisk]:
    """Every connection that is opened within this uses the disk."""
    disk = FailingDisk(store)
    try:
        yield disk
    finally:
        disk.unregister()


Files = dict[str, bytes]


def files_of(store: Path) -> Files:
    """The store's files as they are now."""
    found = {end: store.with_name(store.name + end) for end in KEPT}
    return {end: path.read_bytes() for end, path in found.items() if path.exists()}


def put(files: Files, store: Path) -> None:
    """Put files in the store's place, as a machine finds them when it starts again."""
    for end in (*KEPT, "-shm"):
        path = store.with_name(store.name + end)
        path.unlink(missing_ok=True)
        if end in files:
            path.write_bytes(files[end])


def after_a_kill(before: Files, writes: Sequence[Write]) -> Files:
    """A process that is killed leaves all that it had written, synced or not."""
    files = {end: bytearray(data) for end, data in before.items()}
    for write in writes:
        if not write.synced:
            _apply(files.setdefault(write.file, bytearray()), write)
    return {end: bytes(data) for end, data in files.items()}


def after_a_power_cut(before: Files, writes: Sequence[Write], rng: random.Random | None) -> Files:
    """What was synced is there. Of the rest any part may be, torn at any sector; without `rng`, nothing."""
    files = {end: bytearray(data) for end, data in before.items()}
    pending: dict[str, list[Write]] = {}
    for write in writes:
        if write.synced:
            for each in pending.pop(write.file, []):
                _apply(files.setdefault(each.file, bytearray()), each)
        else:
            pending.setdefault(write.file, []).append(write)
    for write in (each for waiting in pending.values() for each in waiting) if rng is not None else ():
        for part in _torn(write, rng):
            _apply(files.setdefault(write.file, bytearray()), part)
    return {end: bytes(data) for end, data in files.items()}


def _torn(write: Write, rng: random.Random) -> Iterator[Write]:
    if write.data is None:
        if rng.random() < 0.5:
            yield write
        return
    whole = rng.random() < 0.5
    for start in range(0, len(write.data), SECTOR):
        if whole or rng.random() < 0.5:
            yield Write(write.file, write.offset + start, write.data[start : start + SECTOR])


def _apply(file: bytearray, write: Write) -> None:
    if write.data is None:
        del file[write.offset :]
        return
    end = write.offset + len(write.data)
    if len(file) < end:
        file.extend(bytes(end - len(file)))
    file[write.offset : end] = write.data
