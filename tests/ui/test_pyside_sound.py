"""PySide6 must not give away references to None: one build of it aborts after some 5,000 void calls."""

import sys

from PySide6.QtCore import QObject


def test_a_thousand_void_calls_leave_the_references_to_none_alone() -> None:
    thing = QObject()
    before = sys.getrefcount(None)
    for _ in range(1_000):
        thing.setObjectName("a name")
    assert abs(sys.getrefcount(None) - before) <= 100
