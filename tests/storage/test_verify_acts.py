"""Every act that takes another one back is known to the store's check: else an honest undo is a fault."""

import ast
from pathlib import Path

import frontdesk.services
from frontdesk.storage.verify_acts import _UNDOING

SERVICES = Path(frontdesk.services.__file__).parent


def undoing(source: Path) -> set[str]:
    """The kinds of acts in one file that are recorded as the undo of another."""
    calls = [each for each in ast.walk(ast.parse(source.read_text("utf-8"))) if isinstance(each, ast.Call)]
    return {
        each.args[2].value
        for each in calls
        if any(keyword.arg == "undoes_id" for keyword in each.keywords)
        and len(each.args) > 2
        and isinstance(each.args[2], ast.Constant)
    }


def test_every_undo_is_known_to_the_check() -> None:
    kinds = set().union(*(undoing(file) for file in SERVICES.glob("*.py")))
    assert {"UNDO", "UNDO_ARRIVAL"} <= kinds
    assert kinds - set(_UNDOING) == set()
