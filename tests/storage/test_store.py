"""The open store, as its threads read it."""

from concurrent.futures import ThreadPoolExecutor

from frontdesk.bootstrap import FrontDesk


def _cache_of(desk: FrontDesk) -> int:
    kept: int = desk.store.read().value("PRAGMA cache_size")
    return kept


def test_whoever_reads_beside_the_window_keeps_fewer_pages_than_the_window(desk: FrontDesk) -> None:
    with ThreadPoolExecutor(1) as beside:
        kept = beside.submit(_cache_of, desk).result()
    # Both are in KiB, which SQLite takes and gives as negative numbers.
    assert 0 > kept > _cache_of(desk)
