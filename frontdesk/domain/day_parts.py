"""The parts of a day, as people greet in them and order in them."""

from enum import StrEnum

MORNING_FROM, AFTERNOON_FROM, EVENING_FROM = 4, 12, 17


class DayPart(StrEnum):
    MORNING = "MORNING"
    AFTERNOON = "AFTERNOON"
    EVENING = "EVENING"


def day_part(hour: int) -> DayPart:
    """The part of the day that an hour (0 to 23, of the shop's own clock) falls in."""
    if MORNING_FROM <= hour < AFTERNOON_FROM:
        return DayPart.MORNING
    if AFTERNOON_FROM <= hour < EVENING_FROM:
        return DayPart.AFTERNOON
    return DayPart.EVENING
