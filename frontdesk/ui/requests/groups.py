"""The open requests in the order in which they press: overdue, to do now, today, later, no time."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from enum import StrEnum
from zoneinfo import ZoneInfo

from frontdesk.domain.care.requests import SpecialRequest


class Urgency(StrEnum):
    """The groups, the most pressing first."""

    OVERDUE = "OVERDUE"
    NOW = "NOW"
    TODAY = "TODAY"
    LATER = "LATER"
    NO_TIME = "NO_TIME"


def urgency_of(request: SpecialRequest, now: int, zone: ZoneInfo) -> Urgency:
    """Which group a request belongs to at `now`, by the shop's own day."""
    if request.promised_at is None:
        return Urgency.NO_TIME
    if request.overdue(now):
        return Urgency.OVERDUE
    if request.pressing(now):
        return Urgency.NOW
    promised, today = (datetime.fromtimestamp(at / 1000, zone).date() for at in (request.promised_at, now))
    return Urgency.TODAY if promised <= today else Urgency.LATER


def grouped(
    requests: Iterable[SpecialRequest], now: int, zone: ZoneInfo
) -> dict[Urgency, list[SpecialRequest]]:
    """The groups that have somebody in them; within a group the order stays."""
    groups: dict[Urgency, list[SpecialRequest]] = {urgency: [] for urgency in Urgency}
    for request in requests:
        groups[urgency_of(request, now, zone)].append(request)
    return {urgency: members for urgency, members in groups.items() if members}
