"""Where a shop's files are."""

import os
import stat
from pathlib import Path

import pytest

from frontdesk import config
from frontdesk.config import Paths, default_paths, demo_paths, paths_for, resource_path


@pytest.fixture
def paths(tmp_path: Path) -> Paths:
    return paths_for(tmp_path / "shop")


@pytest.mark.parametrize(
    "parts", [("icons", "stamp.svg"), ("icons", "app.svg"), ("fonts", "NotoSansLao-Bold.ttf")]
)
def test_resources_are_found(parts: tuple[str, ...]) -> None:
    assert resource_path(*parts).is_file()


def test_in_a_wheel_the_resources_lie_inside_the_package(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "frontdesk" / "_resources" / "icons").mkdir(parents=True)
    monkeypatch.setattr(config, "_PACKAGE", tmp_path / "frontdesk")
    assert (
        resource_path("icons", "stamp.svg") == tmp_path / "frontdesk" / "_resources" / "icons" / "stamp.svg"
    )


def test_backups_and_data_do_not_lie_in_each_other(paths: Paths) -> None:
    assert not paths.backups.is_relative_to(paths.data)
    assert not paths.data.is_relative_to(paths.backups)
    assert paths.backups.name == "shop-backups"


def test_the_chains_key_is_not_in_the_store(paths: Paths) -> None:
    assert paths.chain_key != paths.store
    assert paths.chain_key.is_relative_to(paths.data)


def test_each_file_has_a_place_of_its_own(paths: Paths) -> None:
    places = [
        paths.store,
        paths.chain_key,
        paths.backups,
        paths.logs,
        paths.lock,
        paths.ballast,
        paths.demo_mark,
    ]
    assert len(set(places)) == len(places)


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such permissions")
def test_folders_are_for_their_owner_alone_whatever_the_umask(paths: Paths) -> None:
    before = os.umask(0)
    try:
        paths.create()
    finally:
        os.umask(before)
    for folder in (paths.data, paths.chain_key.parent, paths.logs, paths.backups):
        assert stat.S_IMODE(folder.stat().st_mode) == 0o700, folder


def test_creating_again_leaves_what_is_there(paths: Paths) -> None:
    paths.create()
    paths.store.write_bytes(b"a shop")
    paths.create()
    assert paths.store.read_bytes() == b"a shop"


def test_the_demo_has_a_folder_of_its_own() -> None:
    assert default_paths().data != demo_paths().data
    assert default_paths().backups != demo_paths().backups
    assert not demo_paths().data.is_relative_to(default_paths().data)


def test_a_demo_says_that_it_is_one(paths: Paths) -> None:
    assert not paths.is_demo()
    paths.mark_as_demo()
    assert paths.is_demo()
    assert "demo" in paths.demo_mark.read_text(encoding="utf-8")


def test_a_demo_is_not_made_over_a_real_shop(paths: Paths) -> None:
    paths.create()
    paths.store.write_bytes(b"a real shop")
    assert paths.holds_real_shop()
    with pytest.raises(FileExistsError):
        paths.mark_as_demo()
    assert not paths.is_demo()


def test_a_demos_own_store_is_no_real_shop(paths: Paths) -> None:
    paths.mark_as_demo()
    paths.store.write_bytes(b"invented people")
    assert not paths.holds_real_shop()


def test_a_relative_folder_is_made_absolute(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("USERPROFILE", str(tmp_path))
    assert paths_for(Path("shop")).data == tmp_path / "shop"
    assert paths_for(Path("~/shop")).data == tmp_path / "shop"
    assert paths_for(Path()).backups == tmp_path.with_name(f"{tmp_path.name}-backups")
