"""Whoever takes anything out of the shop is on record, in whatever form they take it."""

from collections.abc import Callable
from pathlib import Path

import pytest

from frontdesk.bootstrap import FrontDesk
from frontdesk.domain.importing.list_kinds import ListKind
from frontdesk.domain.trust.deeds import KINDS, DeedsAsked
from frontdesk.texts import texts_for
from tests.services.counter_acts import enrol

Way = Callable[[FrontDesk, int, Path], object]

WAYS: dict[str, tuple[Way, ...]] = {
    "TAKE_OUT_CUSTOMERS": (
        lambda desk, maria, path: desk.exports.customers_csv(path),
        *(
            lambda desk, maria, path, kind=kind: desk.exports.customers_as(kind, path)  # type: ignore[misc]
            for kind in ListKind
        ),
    ),
    "TAKE_OUT_CHOSEN": (lambda desk, maria, path: desk.exports.chosen_csv(path, [maria]),),
    "TAKE_OUT_ANSWERS": (lambda desk, maria, path: desk.response_files.write(path),),
    "TAKE_OUT_DEEDS": (
        lambda desk, maria, path: desk.audit.take_out(
            desk.act(), path, DeedsAsked(), texts_for("en"), desk.zone
        ),
    ),
    "TAKE_OUT_EVERYTHING": (lambda desk, maria, path: desk.archive.everything(desk.act(), path),),
    "TAKE_OUT_PERSON": (lambda desk, maria, path: desk.telling.write(desk.act(), maria, path),),
}


def test_every_kind_of_taking_out_has_its_ways_here() -> None:
    assert WAYS.keys() == {kind for kinds in KINDS.values() for kind in kinds if kind.startswith("TAKE_OUT_")}


@pytest.mark.parametrize("kind", WAYS)
def test_each_way_out_is_one_act_on_record(desk: FrontDesk, tmp_path: Path, kind: str) -> None:
    maria = enrol(desk)
    for way in WAYS[kind]:
        before = _kinds(desk)
        way(desk, maria, tmp_path / "out")
        assert _kinds(desk) == [*before, kind]


@pytest.mark.parametrize("kind", WAYS)
def test_who_takes_it_out_is_on_record_before_there_is_a_file(
    desk: FrontDesk, tmp_path: Path, kind: str
) -> None:
    maria = enrol(desk)
    with pytest.raises(OSError, match="nowhere"):
        WAYS[kind][0](desk, maria, tmp_path / "nowhere" / "out")
    assert _kinds(desk)[-1] == kind


def _kinds(desk: FrontDesk) -> list[str]:
    return [kind for (kind,) in desk.store.read().run("SELECT kind FROM gesture ORDER BY id")]
