"""The order in which a reader looks for a name."""

from collections.abc import Iterable

from PySide6.QtCore import QCollator, QLocale, Qt

from frontdesk.domain.paper.power_sheets import Candidate


def in_reading_order(language: str, people: Iterable[Candidate]) -> tuple[Candidate, ...]:
    """People by how they are addressed, as the dictionaries of a language would have it."""
    collator = QCollator(QLocale(language))
    collator.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
    collator.setNumericMode(True)
    return tuple(sorted(people, key=lambda each: collator.sortKey(each.address)))
