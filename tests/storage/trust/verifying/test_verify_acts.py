"""Every act that takes another one back is known to the store's check: else an honest undo is a fault."""

import ast
import re
from pathlib import Path

import frontdesk.services
from frontdesk.storage.trust.verifying.verify_acts import _UNDOING

SERVICES = Path(frontdesk.services.__file__).parent


def undoing(source: Path) -> set[str]:
    """The kinds of acts that one file names as the undo of another, however they reach the act."""
    return {
        each.value
        for each in ast.walk(ast.parse(source.read_text("utf-8")))
        if isinstance(each, ast.Constant)
        and isinstance(each.value, str)
        and re.fullmatch(r"UNDO(_[A-Z]+)*", each.value)
    }


def test_every_undo_is_known_to_the_check() -> None:
    kinds = set().union(*(undoing(file) for file in SERVICES.rglob("*.py")))
    assert {"UNDO", "UNDO_ARRIVAL", "UNDO_REQUEST_CHANGE"} <= kinds
    assert kinds - set(_UNDOING) == set()
