"""The kinds of acts that the services can record or refuse, as their source names them."""

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import frontdesk.services

_KIND = re.compile(r"[A-Z][A-Z_]{2,39}")
_GIVEN_ON = ("kind", "deed")
"""What a function calls the kind that it only gives on."""


@dataclass
class KindsOfActs:
    """`all` of them, and those that `need` more rights than a cashier's."""

    all: set[str] = field(default_factory=set)
    need: set[str] = field(default_factory=set)


def kinds_in_source() -> KindsOfActs:
    """Every literal that reaches `begin`, `check_role` or `gestures.record`, through whatever gives it on."""
    trees = [
        ast.parse(path.read_text("utf-8")) for path in Path(frontdesk.services.__path__[0]).rglob("*.py")
    ]
    recording = _recording(trees)
    found = KindsOfActs()
    for tree in trees:
        constants = dict(_constants(tree))
        found.all |= set(_defaults(tree, recording))
        for call in _calls(tree, recording):
            named = set(_named(call, constants))
            found.all |= named
            if _name(call) == "check_role" or any(word.arg == "needs" for word in call.keywords):
                found.need |= named
    return found


def _recording(trees: list[ast.Module]) -> set[str]:
    """The functions to which a kind is given, by their names."""
    known, before = {"begin", "check_role", "gestures.record"}, set[str]()
    while known != before:
        before = set(known)
        functions = (each for tree in trees for each in ast.walk(tree) if isinstance(each, ast.FunctionDef))
        known |= {function.name for function in functions if _gives_on(function, before)}
    return known


def _gives_on(function: ast.FunctionDef, known: set[str]) -> bool:
    given = {each.arg for each in (*function.args.args, *function.args.kwonlyargs)} & set(_GIVEN_ON)
    return any(
        isinstance(each, ast.Name) and each.id in given
        for call in _calls(function, known)
        for each in _arguments(call)
    )


def _calls(tree: ast.AST, known: set[str]) -> Iterator[ast.Call]:
    for each in ast.walk(tree):
        if isinstance(each, ast.Call) and (_name(each) in known or ast.unparse(each.func) in known):
            yield each


def _name(call: ast.Call) -> str:
    return call.func.attr if isinstance(call.func, ast.Attribute) else ast.unparse(call.func)


def _arguments(call: ast.Call) -> list[ast.expr]:
    return [*call.args, *(word.value for word in call.keywords if word.arg != "needs")]


def _named(call: ast.Call, constants: dict[str, str]) -> Iterator[str]:
    for argument in _arguments(call):
        if isinstance(argument, ast.Constant | ast.IfExp | ast.Name):
            for each in ast.walk(argument):
                if isinstance(each, ast.Name):
                    yield from (constants[each.id],) if each.id in constants else ()
                elif isinstance(each, ast.Constant) and _KIND.fullmatch(str(each.value)):
                    yield str(each.value)


def _constants(tree: ast.Module) -> Iterator[tuple[str, str]]:
    """Kinds that have a name of their own, such as `_TICK`."""
    for each in tree.body:
        value = each.value if isinstance(each, ast.Assign | ast.AnnAssign) else None
        if isinstance(value, ast.Constant) and _KIND.fullmatch(str(value.value)):
            target = each.targets[0] if isinstance(each, ast.Assign) else each.target
            yield ast.unparse(target), str(value.value)


def _defaults(tree: ast.Module, recording: set[str]) -> Iterator[str]:
    """The kind that a function gives on where it is told none."""
    for each in ast.walk(tree):
        if isinstance(each, ast.FunctionDef) and each.name in recording:
            for default in (*each.args.defaults, *each.args.kw_defaults):
                if isinstance(default, ast.Constant) and _KIND.fullmatch(str(default.value)):
                    yield str(default.value)
