"""A whole shop out and in, as the tests of archives do it."""

import zipfile
from pathlib import Path

from frontdesk.bootstrap import FrontDesk
from frontdesk.config import Paths
from frontdesk.domain.importing.archives import ArchiveMade
from frontdesk.services.importing.archive import TakenIn, take_in
from tests.conftest import FakeClock


def everything(desk: FrontDesk, path: Path) -> ArchiveMade:
    made = desk.archive.everything(desk.act(), path)
    assert made is not None
    return made


def taken_in(paths: Paths, path: Path, clock: FakeClock) -> TakenIn:
    taken = take_in(paths, path, clock=clock)
    assert taken is not None
    return taken


def contents(path: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(path) as archive:
        return {name: archive.read(name) for name in archive.namelist()}
