"""Which services ask for a right, found by reading them: what nobody thought of is found, too."""

import ast
import inspect
import pkgutil
import textwrap
from collections.abc import Callable, Iterator
from functools import cached_property
from importlib import import_module
from types import FunctionType, ModuleType
from typing import Any

from frontdesk import services
from frontdesk.bootstrap import FrontDesk

_HERE = services.__name__
_ASKS = "frontdesk.services.gesture"


def guarded(desk: FrontDesk) -> dict[str, tuple[str, ...]]:
    """Service of the desk → its public methods that only a manager may call, always or sometimes."""
    found = {name: _guarded_methods(type(service)) for name, service in services_of(desk).items()}
    return {name: methods for name, methods in found.items() if methods}


def services_of(desk: FrontDesk) -> dict[str, Any]:
    """Every service by the name that it has on the desk."""
    named = {name for each in type(desk).__mro__ for name, value in vars(each).items() if _is_part(value)}
    parts = {
        name: getattr(desk, name) for name in sorted(named | set(vars(desk))) if not name.startswith("_")
    }
    return {name: part for name, part in parts.items() if type(part).__module__.startswith(_HERE)}


def unreachable(desk: FrontDesk) -> list[str]:
    """Classes that ask for a right and are no service of the desk, nor a part of one that it is made of."""
    reached = {each for service in services_of(desk).values() for each in type(service).__mro__}
    return sorted(
        f"{cls.__module__}.{cls.__name__}"
        for module in _modules()
        for cls in vars(module).values()
        if inspect.isclass(cls) and cls.__module__ == module.__name__ and cls not in reached
        if _guarded_methods(cls)
    )


def _modules() -> Iterator[ModuleType]:
    for info in pkgutil.walk_packages(services.__path__, f"{_HERE}."):
        yield import_module(info.name)


def _is_part(value: object) -> bool:
    return isinstance(value, cached_property)


def _guarded_methods(cls: type) -> tuple[str, ...]:
    methods = (name for name in dir(cls) if not name.startswith("_"))
    return tuple(name for name in methods if _asks(_function(cls, name), cls, frozenset()))


def _function(cls: type, name: str) -> FunctionType | None:
    found = inspect.unwrap(inspect.getattr_static(cls, name, None))
    found = found.__func__ if isinstance(found, staticmethod | classmethod) else found
    return found if isinstance(found, FunctionType) else None


def _asks(function: Callable[..., Any] | None, cls: type, seen: frozenset[str]) -> bool:
    """Whether it asks for a right itself, or by what it calls: of its own class, or beside it."""
    if not isinstance(function, FunctionType) or function.__qualname__ in seen:
        return False
    if not function.__module__.startswith(_HERE) or function.__module__ == _ASKS:
        return False
    seen |= {function.__qualname__}
    tree = ast.parse(textwrap.dedent(inspect.getsource(function)))
    return any(
        _is_question(call) or _asks(_called(call, cls, function), cls, seen)
        for call in ast.walk(tree)
        if isinstance(call, ast.Call)
    )


def _is_question(call: ast.Call) -> bool:
    match call.func:
        case ast.Name("check_role"):
            return True
        case ast.Name("begin"):
            return any(each.arg == "needs" and not _is_anybody(each.value) for each in call.keywords)
    return False


def _is_anybody(value: ast.expr) -> bool:
    return isinstance(value, ast.Attribute) and value.attr == "CASHIER"


def _called(call: ast.Call, cls: type, function: FunctionType) -> Callable[..., Any] | None:
    match call.func:
        case ast.Attribute(ast.Name("self"), name):
            return _function(cls, name)
        case ast.Name(name):
            return inspect.unwrap(found) if (found := function.__globals__.get(name)) is not None else None
    return None
