"""A version of a programme's terms as the text in which it is kept, and back.

Only what differs from the usual is written. Products are named by their uid, which is the same on every till.
"""

import json
from collections.abc import Callable, Mapping
from dataclasses import MISSING, fields, is_dataclass
from datetime import date
from enum import Enum
from typing import Any, Final

from frontdesk.domain.programmes import (
    Accrual,
    Basis,
    Boost,
    Expiry,
    ExpiryBasis,
    Gifts,
    PassTerms,
    Reward,
    RewardKind,
    Terms,
)
from frontdesk.domain.said import Said

UNKNOWN: Final = 0
"""A product that this till does not know yet: nothing is it, and the rule still names something."""

_LEFT_OUT: Final = {"starts_at", "id"}


def as_text(terms: Terms, uid_of: Mapping[int, bytes]) -> str:
    """The promise as JSON; `uid_of` names the products. Raises `KeyError` for one that there is not."""
    return json.dumps(_plain(terms, uid_of), ensure_ascii=False, sort_keys=True)


def as_terms(text: str, id_of: Mapping[str, int], *, id_: int, starts_at: int) -> Terms:
    """The promise as it was kept. A product that this till does not know yet is `UNKNOWN`."""
    kept = json.loads(text)
    accrual = kept.get("accrual", {})
    return Terms(
        tuple(_reward(each, id_of) for each in kept.get("rewards", ())),
        Accrual(**{**_known(Accrual, accrual), **_parsed(accrual, _ACCRUAL, id_of)}),
        _made(Expiry, kept.get("expiry"), {"basis": ExpiryBasis}),
        Gifts(**_known(Gifts, kept.get("gifts", {}))),
        _made(PassTerms, kept.get("passes"), {}),
        starts_at,
        id_,
    )


def said_as_text(said: Said) -> str:
    return json.dumps(_said(said), ensure_ascii=False, sort_keys=True)


def said_from(words: Mapping[str, str], usual: str = "") -> Said:
    """Words by language code, the usual ones under the empty code."""
    others = tuple(sorted((code, text) for code, text in words.items() if code))
    return Said(words.get("", usual), others)


def _plain(value: Any, uid_of: Mapping[int, bytes]) -> Any:
    if isinstance(value, Said):
        return _said(value)
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, tuple):
        return [_plain(each, uid_of) for each in value]
    if not is_dataclass(value):
        return value
    found = {}
    for each in fields(value):
        part = getattr(value, each.name)
        usual = each.default_factory() if each.default_factory is not MISSING else each.default
        if part == usual or (isinstance(value, Terms) and each.name in _LEFT_OUT):
            continue
        if each.name == "products":
            found[each.name] = [uid_of[id_].hex() for id_ in part]
        else:
            found[each.name] = _plain(part, uid_of)
    return found


def _said(said: Said) -> dict[str, str]:
    return {"": said.usual, **dict(said.others)}


def _products(uids: list[str], id_of: Mapping[str, int]) -> tuple[int, ...]:
    return tuple(id_of.get(uid, UNKNOWN) for uid in uids)


def _boost(kept: dict[str, Any]) -> Boost:
    days = {key: date.fromisoformat(kept[key]) for key in ("first_day", "last_day") if kept.get(key)}
    weekdays = {"weekdays": tuple(kept["weekdays"])} if "weekdays" in kept else {}
    return Boost(**{**_known(Boost, kept), **days, **weekdays})


_Parse = Callable[[Any, Mapping[str, int]], Any]
_ACCRUAL: Final[Mapping[str, _Parse]] = {
    "basis": lambda kept, id_of: Basis(kept),
    "products": _products,
    "categories": lambda kept, id_of: tuple(kept),
    "boosts": lambda kept, id_of: tuple(_boost(each) for each in kept),
}
_REWARD: Final[Mapping[str, _Parse]] = {
    "kind": lambda kept, id_of: RewardKind(kept),
    "what": lambda kept, id_of: said_from(kept),
    "products": _products,
    "categories": lambda kept, id_of: tuple(kept),
}


def _reward(kept: dict[str, Any], id_of: Mapping[str, int]) -> Reward:
    return Reward(**{**_known(Reward, kept), **_parsed(kept, _REWARD, id_of)})


def _parsed(kept: dict[str, Any], parsers: Mapping[str, _Parse], id_of: Mapping[str, int]) -> dict[str, Any]:
    return {name: parse(kept[name], id_of) for name, parse in parsers.items() if name in kept}


def _known(kind: type[Any], kept: dict[str, Any]) -> dict[str, Any]:
    """What this program knows of; a newer one may have written more."""
    names = {each.name for each in fields(kind)}
    return {name: value for name, value in kept.items() if name in names}


def _made(kind: type[Any], kept: dict[str, Any] | None, enums: Mapping[str, type[Enum]]) -> Any:
    if kept is None:
        return None
    values = _known(kind, kept)
    return kind(**{**values, **{name: enums[name](values[name]) for name in enums if name in values}})
