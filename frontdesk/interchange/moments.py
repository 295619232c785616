"""When a hosted form says that something was sent: a day and a clock, written in a dozen ways."""

from __future__ import annotations

import re
import unicodedata
from datetime import UTC, datetime, timedelta, timezone
from typing import Final

from frontdesk.interchange.candidates import read_moment

_CLOCK: Final = re.compile(
    r"(?P<hour>\d{1,2})[:.h](?P<minute>\d{2})(?:[:.](?P<second>\d{2}))?(?:[.,]\d+)?"
    r"\s*(?P<half>[ap]\.?\s?m\b\.?)?\s*(?P<zone>Z|(?:GMT|UTC)?\s*[+\-−]\d{1,2}(?::?\d{2})?|GMT|UTC)?$",
    re.IGNORECASE,
)
_OFFSET: Final = re.compile(r"([+\-−])(\d{1,2}):?(\d{2})?$")
_MONTHS: Final = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_NAMED_MONTH: Final = re.compile(
    rf"(?:[a-z]+,\s*)?(?:(?P<day>\d{{1,2}})\s+)?(?P<month>{'|'.join(_MONTHS)})[a-z]*\.?"
    r"(?:\s+(?P<later>\d{1,2}))?,?\s+(?P<year>\d{4})",
    re.IGNORECASE,
)
_SERIAL: Final = re.compile(r"(?:[34]\d|5\d)\d{3}(?:[.,]\d+)?")
_EPOCH: Final = re.compile(r"1\d{9}(?:\d{3})?")
_FIRST_DAY: Final = datetime(1899, 12, 30)
"""From which spreadsheets count days."""


def read_time(raw: str, *, month_first: bool = False) -> datetime:
    """The moment; without a zone where none is named. Raises ValueError.

    2026-11-22 09:41:07, 2026-11-22T02:41:07Z, 22/11/2026 9:41, 11/22/2026 9:41:07 PM (`month_first`),
    22.11.2569 (of the Buddha), 2026/11/22 9:41:07 AM GMT+7, Nov 22, 2026 9:41 AM, a spreadsheet's serial
    number, seconds since 1970; digits of any script.
    """
    text = _plain(raw)
    if _EPOCH.fullmatch(text):
        return datetime.fromtimestamp(int(text[:10]), UTC)
    if _SERIAL.fullmatch(text):
        return _FIRST_DAY + timedelta(seconds=round(float(text.replace(",", ".")) * 86_400))
    if _is_iso(text):
        return read_moment(text)
    clock = _CLOCK.search(text)
    day = _day(text[: clock.start()] if clock else text, month_first)
    return _at(day, clock) if clock else day


def _is_iso(text: str) -> bool:
    try:
        datetime.fromisoformat(text)
    except ValueError:
        return False
    return True


def day_part(raw: str) -> str:
    """The day alone, as it is written: of all rows together these tell whether months stand first."""
    text = _plain(raw)
    clock = _CLOCK.search(text)
    return (text[: clock.start()] if clock else text).strip(" ,T")


def _plain(raw: str) -> str:
    digits = "".join(str(unicodedata.decimal(char, char)) for char in raw.replace("\u202f", " "))
    return " ".join(digits.replace("\u200b", " ").replace("\xa0", " ").split())


def _day(text: str, month_first: bool) -> datetime:
    named = _NAMED_MONTH.search(text)
    if named is None:
        return read_moment(text.strip(" ,"), month_first=month_first)
    number = _MONTHS.index(named["month"].lower()) + 1
    day = named["later"] or named["day"] or ""
    return read_moment(f"{named['year']}-{number:02d}-{day:0>2}")


def _at(day: datetime, clock: re.Match[str]) -> datetime:
    hour = int(clock["hour"])
    if clock["half"]:
        if not 1 <= hour <= 12:
            raise ValueError("no such hour")
        hour = hour % 12 + (12 if clock["half"][0] in "pP" else 0)
    moment = day.replace(hour=hour, minute=int(clock["minute"]), second=int(clock["second"] or 0))
    return moment.replace(tzinfo=_zone(clock["zone"])) if clock["zone"] else moment


def _zone(written: str) -> timezone:
    found = _OFFSET.search(written)
    if found is None:
        return UTC
    minutes = int(found[2]) * 60 + int(found[3] or 0)
    return timezone(timedelta(minutes=minutes if found[1] == "+" else -minutes))
