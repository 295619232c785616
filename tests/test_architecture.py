"""The plan of the house, held by a test: who may import whom, and what nobody may do.

`faults_in` reads one source file and says in sentences what breaks the plan. The tests at the end show
that it finds each kind of fault, because a checker that finds nothing looks like a house in order.
"""

import ast
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path, PurePosixPath

import pytest

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = "frontdesk"

GROUND = {"config", "logs", "texts", "wording", "domain"}

# Room → the rooms that it may import, besides itself. A room is a folder, or a module beside the folders.
MAY_IMPORT: dict[str, set[str]] = {
    "domain": set(),
    "config": set(),
    "logs": {"config"},
    "texts": {"config"},
    "wording": {"texts", "domain"},
    "media": GROUND,
    "interchange": GROUND,
    "storage": GROUND,
    "printing": GROUND | {"media"},
    "services": GROUND | {"storage", "media", "interchange"},
    "desk": GROUND | {"storage", "services"},
    "bootstrap": GROUND | {"storage", "services", "desk"},
    "web": GROUND | {"services", "printing", "bootstrap", "desk"},
    "commands": GROUND | {"storage", "media", "interchange", "services", "printing", "bootstrap", "desk"},
    "ui": GROUND | {"services", "printing", "bootstrap", "desk", "web"},
}
FREE = {"__main__", "__init__"}

# Package from outside → the rooms that may import it. None: nobody.
ONLY_IN: dict[str, set[str]] = {
    "PySide6": {"ui", "printing", "__main__"},
    "shiboken6": {"ui", "printing"},
    "peewee": {"storage"},
    "playhouse": {"storage"},
    "apsw": {"storage"},
    "keyring": {"storage"},
    "secretstorage": {"storage"},
    "PIL": {"media"},
    "qrcode": {"media"},
    "zxingcpp": {"media"},
    "fsrs": {"services"},
    "h11": {"web"},
    "sqlite3": set(),
    "pysqlite3": set(),
}
WHY_NOBODY = {
    "sqlite3": "two SQLite libraries on one file drop each other's locks; storage/ uses apsw",
    "pysqlite3": "two SQLite libraries on one file drop each other's locks; storage/ uses apsw",
}
QT_FOR_PRINTING = {"QtCore", "QtGui", "QtSvg"}
QT_NOT_FREE = {"QtCharts", "QtGraphs", "QtDataVisualization"}
LAYERS = ("domain", "services", "storage")  # with the same rooms: one word is followed through all three
MOST_SIDE_BY_SIDE = 24  # modules in one folder of a layer: as many as one takes in at a glance
NAMES_THAT_SAY_NOTHING = {"util", "utils", "helper", "helpers", "common", "manager", "misc"}
DOMAIN_KNOWS_NOT = {"time", "random", "os"}
MAY_DRAW_LOTS = PurePosixPath("domain/ids.py")  # an id that two tills cannot both make has chance in it
OUTSIDE_WORLD = {"open", "print"}
FILE_QUESTIONS = {"getOpenFileName", "getOpenFileNames", "getSaveFileName", "getExistingDirectory"}
CLOCK_READERS = {"now", "utcnow", "today", "time_ns", "monotonic"}


def room_of(path: PurePosixPath) -> str:
    """Return the room of a file, whose path is given from the package's folder."""
    return path.parts[0] if len(path.parts) > 1 else path.stem


def imports_in(tree: ast.AST, path: PurePosixPath) -> Iterator[tuple[int, str]]:
    """Yield line and full dotted name of each import, also of lazy, relative and dynamic ones."""
    for node in ast.walk(tree):
        match node:
            case ast.Import(names=names):
                yield from ((node.lineno, alias.name) for alias in names)
            case ast.ImportFrom(module=module, names=names, level=level):
                folder = [PACKAGE, *path.parent.parts]
                base = folder[: len(folder) - level + 1] if level else []
                start = ".".join([*base, *([module] if module else [])])
                yield from ((node.lineno, f"{start}.{alias.name}") for alias in names)
            case ast.Call(func=ast.Name(id="__import__") | ast.Attribute(attr="import_module")):
                if node.args and isinstance(node.args[0], ast.Constant):
                    yield node.lineno, str(node.args[0].value)


def room_faults(room: str, name: str) -> Iterator[str]:
    """Say which import of one of our own rooms goes against the direction."""
    target = name.split(".")[1] if "." in name else "__init__"
    if room in FREE or target == room or target.startswith("__"):
        return
    if room not in MAY_IMPORT:
        yield f"{room} is not a room of the house; add it to the plan in tests/test_architecture.py"
    elif target not in MAY_IMPORT[room]:
        allowed = ", ".join(sorted(MAY_IMPORT[room])) or "nothing but itself"
        yield f"{room} imports {name}, but may import only: {allowed}"


def package_faults(path: PurePosixPath, name: str) -> Iterator[str]:
    """Say which import of somebody else's package is in the wrong room."""
    room = room_of(path)
    top, _, rest = name.partition(".")
    module = rest.split(".")[0]
    if room == "domain" and top in DOMAIN_KNOWS_NOT and not (top == "random" and path == MAY_DRAW_LOTS):
        yield f"domain imports {top}, but gives the same answer to the same facts, always"
    if room == "domain" and top not in sys.stdlib_module_names:
        yield f"domain imports {top}, but knows the standard library only"
    if top in ONLY_IN and room not in ONLY_IN[top]:
        rooms = ", ".join(sorted(ONLY_IN[top]))
        yield f"{room} imports {top}, " + (f"which belongs to {rooms} only" if rooms else WHY_NOBODY[top])
    if top == "PySide6" and module in QT_NOT_FREE:
        yield f"{room} imports {module}, which is GPL or commercial"
    if top == "PySide6" and room == "printing" and module not in QT_FOR_PRINTING:
        yield f"printing imports {module}, but draws without widgets ({', '.join(sorted(QT_FOR_PRINTING))})"


def habit_faults(path: PurePosixPath, tree: ast.AST) -> Iterator[tuple[int, str]]:
    """Say what is done that nobody may do, with its line."""
    room = room_of(path)
    at_the_counter = path.parts[:2] == ("ui", "counter")
    for node in ast.walk(tree):
        match node:
            case ast.Attribute(attr="processEvents"):
                yield node.lineno, "processEvents runs other code in the middle of this one; use a signal"
            case ast.ClassDef(bases=bases):
                if any(ast.unparse(base).split(".")[-1] == "QThread" for base in bases):
                    yield node.lineno, f"{node.name} is a QThread; work belongs in the writer or a worker"
            case ast.Call(func=ast.Attribute(attr=attr)) if room == "domain" and attr in CLOCK_READERS:
                yield node.lineno, f"domain reads the clock ({attr}); time is an argument"
            case ast.Call(func=ast.Name(id=called)) if room == "domain" and called in OUTSIDE_WORLD:
                yield node.lineno, f"domain calls {called}(); files and screens are for the rooms above"
            case ast.Attribute(attr="exec") if at_the_counter:
                yield node.lineno, "exec holds up the counter until it is answered; use a sheet"
            case ast.Attribute(attr=attr) if at_the_counter and attr in FILE_QUESTIONS:
                yield node.lineno, f"{attr} holds up the counter until it is answered; ask on a page"


def name_faults(path: PurePosixPath) -> Iterator[str]:
    """Say which part of a path says nothing about what is in it."""
    for part in path.with_suffix("").parts:
        if part.lower().split("_")[-1] in NAMES_THAT_SAY_NOTHING:
            yield f"the name {part!r} says nothing about what is in it"


def faults_in(path: PurePosixPath, source: str) -> list[str]:
    """Return a sentence for each way in which this file breaks the plan; its path is from the package."""
    room = room_of(path)
    tree = ast.parse(source)
    faults = [(1, fault) for fault in name_faults(path)]
    for line, name in imports_in(tree, path):
        ours = name.split(".")[0] == PACKAGE
        found = room_faults(room, name) if ours else package_faults(path, name)
        faults += [(line, fault) for fault in found]
    faults += habit_faults(path, tree)
    return [f"{PACKAGE}/{path}, line {line}: {fault}." for line, fault in dict.fromkeys(faults)]


def shelf_faults(files: Iterable[PurePosixPath]) -> list[str]:
    """Say where too much lies side by side, and which room a layer lacks; paths are from the package."""
    beside: dict[PurePosixPath, set[str]] = {}
    for file in files:
        if file.parts[0] in LAYERS and file.stem != "__init__":
            beside.setdefault(file.parent, set()).add(file.stem)
    faults = [
        f"{PACKAGE}/{folder} holds {len(modules)} modules side by side, not {MOST_SIDE_BY_SIDE} at most"
        for folder, modules in sorted(beside.items())
        if len(modules) > MOST_SIDE_BY_SIDE
    ]
    rooms: dict[str, set[str]] = {}
    for folder in beside:
        if len(folder.parts) > 1:
            rooms.setdefault(folder.parts[1], set()).add(folder.parts[0])
    return faults + [
        f"the room {room} is not in {layer}/; a room has one word in each layer"
        for room, layers in sorted(rooms.items())
        for layer in LAYERS
        if layer not in layers
    ]


def test_every_file_keeps_to_the_plan_of_the_house() -> None:
    package = ROOT / PACKAGE
    files = sorted(package.rglob("*.py"))
    assert files
    faults = [
        fault
        for file in files
        for fault in faults_in(
            PurePosixPath(file.relative_to(package).as_posix()), file.read_text(encoding="utf-8")
        )
    ]
    assert not faults, "\n" + "\n".join(faults)


def test_the_layers_have_the_same_rooms_and_none_is_crowded() -> None:
    package = ROOT / PACKAGE
    files = [PurePosixPath(file.relative_to(package).as_posix()) for file in package.rglob("*.py")]
    faults = shelf_faults(files)
    assert not faults, "\n" + "\n".join(faults)
    words = (ROOT / "README.md").read_text(encoding="utf-8")
    rooms = {file.parts[1] for file in files if file.parts[0] in LAYERS and len(file.parts) > 2}
    assert {room for room in rooms if f"| `{room}` |" not in words} == set()  # the map names each


def test_a_door_to_a_room_opens_nothing_else() -> None:
    """What a room's `__init__.py` imports, whoever needs one module of it would pay for at each start."""
    for layer in LAYERS:
        for door in (ROOT / PACKAGE / layer).glob("*/__init__.py"):
            tree = ast.parse(door.read_text(encoding="utf-8"))
            path = PurePosixPath(door.relative_to(ROOT / PACKAGE).as_posix())
            assert not list(imports_in(tree, path)), f"{path} imports something"


def test_a_crowded_folder_and_a_room_of_one_layer_are_found() -> None:
    crowd = [
        PurePosixPath(f"{layer}/care/module_{i}.py") for layer in LAYERS for i in range(MOST_SIDE_BY_SIDE)
    ]
    assert shelf_faults(crowd) == []
    (crowded,) = shelf_faults([*crowd, PurePosixPath("services/care/one_more.py")])
    assert "frontdesk/services/care holds 25 modules" in crowded
    (alone,) = shelf_faults(file for file in crowd if file.parts[0] != "storage")
    assert "the room care is not in storage/" in alone


def test_the_plan_has_no_circle() -> None:
    built: set[str] = set()
    while len(built) < len(MAY_IMPORT):
        ready = {room for room, below in MAY_IMPORT.items() if room not in built and below <= built}
        assert ready, f"these rooms stand on each other: {sorted(set(MAY_IMPORT) - built)}"
        built |= ready


@pytest.mark.parametrize(
    ("path", "source", "part_of_the_sentence"),
    [
        ("ui/counter/wall.py", "from frontdesk.storage import database", "ui imports frontdesk.storage"),
        ("ui/counter/wall.py", "import frontdesk.media.photos", "ui imports frontdesk.media"),
        ("ui/counter/wall.py", "from frontdesk import interchange", "ui imports frontdesk.interchange"),
        ("ui/counter/wall.py", "from ...storage import database", "ui imports frontdesk.storage"),
        ("ui/a.py", "def f():\n    from frontdesk.storage import b", "line 2: ui imports frontdesk.storage"),
        (
            "ui/a.py",
            "importlib.import_module('frontdesk.media')",
            "ui imports frontdesk.media",
        ),
        ("services/counter.py", "from frontdesk.ui import window", "services imports frontdesk.ui"),
        (
            "services/counter.py",
            "from frontdesk.printing import cards",
            "services imports frontdesk.printing",
        ),
        ("storage/search.py", "from frontdesk.services import counter", "storage imports frontdesk.services"),
        ("storage/photos.py", "from frontdesk.media import photos", "storage imports frontdesk.media"),
        ("printing/cards.py", "from frontdesk.storage import cards", "printing imports frontdesk.storage"),
        ("domain/loyalty.py", "from frontdesk.texts import Texts", "domain imports frontdesk.texts"),
        ("bootstrap.py", "from frontdesk.printing import cards", "bootstrap imports frontdesk.printing"),
        ("cellar/wine.py", "from frontdesk.domain import loyalty", "cellar is not a room"),
        ("services/counter.py", "from PySide6.QtCore import QObject", "services imports PySide6"),
        ("bootstrap.py", "import PySide6", "bootstrap imports PySide6"),
        ("commands/doctor.py", "import PySide6.QtGui", "commands imports PySide6"),
        ("printing/cards.py", "from PySide6.QtWidgets import QLabel", "draws without widgets"),
        ("printing/cards.py", "from PySide6 import QtWidgets", "draws without widgets"),
        ("ui/charts.py", "from PySide6.QtCharts import QChart", "GPL or commercial"),
        ("services/counter.py", "from peewee import Model", "services imports peewee"),
        ("services/counter.py", "import apsw", "services imports apsw"),
        ("services/counter.py", "import keyring", "services imports keyring"),
        ("ui/feedback/page_host.py", "import h11", "ui imports h11"),
        ("web/server.py", "from frontdesk.ui import bridge", "web imports frontdesk.ui"),
        ("web/answering.py", "from frontdesk.storage import feedback", "web imports frontdesk.storage"),
        ("storage/search.py", "import sqlite3", "two SQLite libraries"),
        ("domain/loyalty.py", "import phonenumbers", "the standard library only"),
        ("interchange/vcard.py", "from PIL import Image", "interchange imports PIL"),
        ("domain/loyalty.py", "import datetime\ndatetime.datetime.now()", "line 2: domain reads the clock"),
        ("domain/loyalty.py", "import time", "domain imports time"),
        ("domain/loyalty.py", "from random import choice", "domain imports random"),
        ("domain/ids.py", "import time", "domain imports time"),
        ("domain/loyalty.py", "import os.path", "domain imports os"),
        ("domain/loyalty.py", "def f(p):\n    return open(p)", "line 2: domain calls open()"),
        ("domain/loyalty.py", "print('a')", "domain calls print()"),
        ("ui/counter/wall.py", "dialog.exec()", "exec holds up the counter"),
        ("ui/counter/wall.py", "QFileDialog.getOpenFileName(self)", "getOpenFileName holds up the counter"),
        (
            "ui/counter/wall.py",
            "ask = QFileDialog.getExistingDirectory",
            "getExistingDirectory holds up the counter",
        ),
        ("ui/app.py", "app.processEvents()", "processEvents"),
        ("ui/work.py", "class Work(QtCore.QThread): ...", "Work is a QThread"),
        ("services/utils.py", "", "'utils' says nothing"),
        ("ui/helpers/paint.py", "", "'helpers' says nothing"),
        ("ui/window_manager.py", "", "'window_manager' says nothing"),
    ],
)
def test_each_kind_of_fault_is_found(path: str, source: str, part_of_the_sentence: str) -> None:
    faults = faults_in(PurePosixPath(path), source)
    assert len(faults) == 1, faults
    assert part_of_the_sentence in faults[0]
    assert faults[0].startswith(f"frontdesk/{path}, line ")


@pytest.mark.parametrize(
    ("path", "source"),
    [
        ("domain/loyalty.py", "import datetime\nfrom frontdesk.domain.ledger import Entry"),
        ("storage/database.py", "import apsw\nimport peewee\nfrom frontdesk.config import Paths"),
        ("services/counter.py", "from frontdesk.storage import loyalty\nfrom frontdesk import __version__"),
        ("printing/cards.py", "from PySide6.QtGui import QPainter\nfrom frontdesk.media import codes"),
        ("ui/window.py", "from PySide6 import QtWidgets\nfrom frontdesk.bootstrap import FrontDesk"),
        ("ui/office/manager_page.py", "from . import figures"),
        ("domain/ids.py", "import random"),
        ("ui/importing/import_sheet.py", "QFileDialog.getOpenFileName(self)\ndialog.exec()"),
        ("ui/counter/wall.py", "file.open()"),
        ("__main__.py", "from frontdesk.ui import application\nfrom frontdesk.commands import doctor"),
    ],
)
def test_what_the_plan_allows_is_no_fault(path: str, source: str) -> None:
    assert faults_in(PurePosixPath(path), source) == []
