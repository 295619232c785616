"""Where stamps came from that were not given at the till as they were earned."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class FromTicket:
    """A ticket that waited for a name: who made it when, and who gave it its face."""

    made_by: str
    made_at: int
    given_by: str


@dataclass(frozen=True, slots=True)
class FromPowerSheet:
    """A line of a power-cut sheet."""

    sheet: int
    line: int
    keyed_by: str


@dataclass(frozen=True, slots=True)
class FromPaperCard:
    """A stamp card of paper."""

    taken_by: str


Origin = FromTicket | FromPowerSheet | FromPaperCard
