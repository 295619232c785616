"""What all customers together said to each purpose, and in which words they were asked."""

from dataclasses import dataclass

from frontdesk.domain.people.customers import Purpose


@dataclass(frozen=True, slots=True)
class PurposeFigures:
    """Who said yes, who no, and who was never asked: keys of customers who are here."""

    purpose: Purpose
    agreed: tuple[int, ...]
    refused: tuple[int, ...]
    unasked: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class WordingUsed:
    """One sentence that people agreed to: how many times, in which language, from when to when."""

    purpose: Purpose
    wording: str
    language: str
    times: int
    first_at: int
    last_at: int


@dataclass(frozen=True, slots=True)
class ConsentReport:
    figures: tuple[PurposeFigures, ...]
    wordings: tuple[WordingUsed, ...]
