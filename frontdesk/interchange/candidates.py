"""From the raw values of one row or card to a candidate: hygiene, dates, numbers, and what is left out."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from functools import partial
from typing import TypeVar

from frontdesk.domain.importing.imports import BadRow, CandidateCustomer, Column, LeftOut, RowFault
from frontdesk.domain.people.customers import Birthday, Purpose
from frontdesk.domain.text import BadInput, InputFault, clean_line, clean_name, clean_note

T = TypeVar("T")

_DETAIL_LIMIT = 80
_EMAIL = re.compile(r"[^\s@<>,;:\"()\[\]]{1,64}@[^\s@<>,;:\"()\[\]]{1,189}")
_WHOLE_NUMBER = re.compile(r"\d{1,9}(?:[.,]0+)?")

_YEAR_FIRST = re.compile(r"(?P<year>\d{4})(?P<sep>[-./]?)(?P<month>\d\d?)(?P=sep)(?P<day>\d\d?)")
_NO_YEAR = re.compile(r"(?:--)?(?P<month>\d\d?)-?(?P<day>\d\d)")
_YEAR_LAST = re.compile(r"(?P<first>\d\d?)[-./ ](?P<second>\d\d?)[-./ ](?P<year>\d{4})")
_CLOCK = re.compile(r"(?:T\d\d:?| \d\d?:)\d\d.*")
_NOT_TOLD = (0, 1604)  # what systems write where they must write a year
_BUDDHIST_ERA, _FIRST_BUDDHIST_YEAR = 543, 2400
_FIRST_YEAR_OF_VISITS = 1970  # systems write 0001 or 1900 where there was none

_LANGUAGE = re.compile(r"[a-z]{2,3}([-_][A-Za-z]{2,4})?")
_YES_OR_NO = {"yes": True, "no": False}


@dataclass(slots=True)
class RawCustomer:
    """The values of one row as they stand in the file, before anything is checked."""

    line: int
    name: str = ""
    given: str = ""
    middle: str = ""
    family: str = ""
    nickname: str = ""
    company: str = ""
    phones: list[str] = field(default_factory=list)
    email: str = ""
    birthday: str = ""
    note: str = ""
    reference: str = ""
    stamps: str = ""
    visits: str = ""
    first_visit: str = ""
    last_visit: str = ""
    spoken: str = ""
    language: str = ""
    greet_by_name: str = ""
    on_screen: str = ""
    allergy: str = ""
    preference: str = ""
    consents: str = ""
    photo: bytes | None = None
    left_out: list[LeftOut] = field(default_factory=list)

    def named_apart(self) -> bool:
        """Whether `name` is the given name alone, as where Thai and Lao lists head it "name"."""
        family = self.family.strip()
        return bool(family) and not self.given.strip() and family not in self.name

    def shown_name(self) -> str:
        """The full name; where there is none, what else a person may be called by."""
        parts = " ".join(part for part in (self.given, self.middle, self.family) if part.strip())
        if self.name.strip():
            return f"{self.name} {self.family}" if self.named_apart() else self.name
        return next((called for called in (parts, self.nickname) if called.strip()), self.company)


def candidate(raw: RawCustomer, *, month_first: bool = False) -> CandidateCustomer | BadRow:
    """The candidate of a row, or why there is none. Only a name is needed; other faults are left out."""
    try:
        name = clean_name(raw.shown_name())
    except BadInput as bad:
        reason = RowFault.NO_NAME if bad.code is InputFault.EMPTY else RowFault.TOO_LONG
        return BadRow(
            raw.line, reason, shortened(raw.shown_name() or next(iter(raw.phones), "") or raw.email)
        )
    left_out = raw.left_out

    def by_day(read: Callable[..., T]) -> Callable[[str], T]:
        return partial(read, month_first=month_first)

    phones = [phone for phone in (_line(phone, Column.PHONE, left_out) for phone in raw.phones) if phone]
    return CandidateCustomer(
        line=raw.line,
        name=name,
        given_name=_line(raw.name if raw.named_apart() else raw.given, Column.GIVEN_NAME, left_out),
        nickname=_line(raw.nickname, Column.NICKNAME, left_out),
        phone=phones[0] if phones else "",
        other_phones=tuple(dict.fromkeys(phones[1:])),
        email=_email(raw.email, left_out),
        birthday=_read(raw.birthday, by_day(read_birthday), Column.BIRTHDAY, left_out),
        note=_note(raw.note, Column.NOTE, left_out),
        reference=_line(raw.reference, Column.REFERENCE, left_out),
        stamps=_number(raw.stamps, Column.STAMPS, left_out),
        visits=_number(raw.visits, Column.VISITS, left_out),
        first_visit=_read(raw.first_visit, by_day(read_moment), Column.FIRST_VISIT, left_out),
        last_visit=_read(raw.last_visit, by_day(read_moment), Column.LAST_VISIT, left_out),
        spoken=_line(raw.spoken, Column.SPOKEN, left_out),
        language=_read(raw.language, _language, Column.LANGUAGE, left_out) or "",
        greet_by_name=_read(raw.greet_by_name, _yes_or_no, Column.GREET_BY_NAME, left_out) is not False,
        on_screen=_read(raw.on_screen, _yes_or_no, Column.ON_SCREEN, left_out) is not False,
        allergy=_note(raw.allergy, Column.ALLERGY, left_out),
        preference=_note(raw.preference, Column.PREFERENCE, left_out),
        consents=_read(raw.consents, _purposes, Column.CONSENTS, left_out) or frozenset(),
        photo=raw.photo,
        left_out=tuple(left_out),
    )


def shortened(text: str) -> str:
    """A value as it may be shown beside its fault."""
    visible = "".join(c if c.isprintable() else " " for c in text[: _DETAIL_LIMIT * 2])
    return " ".join(visible.split())[:_DETAIL_LIMIT]


def read_birthday(raw: str, *, month_first: bool = False) -> Birthday:
    """A birthday from the ways in which systems write it; raises ValueError.

    1990-04-12, 19900412, --04-12, --0412, 04-12, 12/04/1990 (or 04/12/1990 when `month_first`), with or
    without a clock behind. A Thai year such as 2533 is counted from the Buddha and becomes 1990.
    """
    text = _CLOCK.sub("", raw.strip())
    found = _YEAR_FIRST.fullmatch(text) or _NO_YEAR.fullmatch(text)
    if found:
        year = int(found["year"]) if "year" in found.groupdict() else None
        return _in_era(int(found["month"]), int(found["day"]), year)
    last = _YEAR_LAST.fullmatch(text)
    if not last:
        raise ValueError("not a birthday")
    day, month = int(last["first"]), int(last["second"])
    if month_first:
        day, month = month, day
    return _in_era(month, day, int(last["year"]))


def read_moment(raw: str, *, month_first: bool = False) -> datetime:
    """A day, with or without a clock and a zone, as systems write it; raises ValueError."""
    try:
        moment = datetime.fromisoformat(raw.strip())
    except ValueError:
        day = read_birthday(raw, month_first=month_first)
        moment = datetime(day.year or 1, day.month, day.day)
    if moment.year >= _FIRST_BUDDHIST_YEAR:
        moment = moment.replace(year=moment.year - _BUDDHIST_ERA)
    if moment.year < _FIRST_YEAR_OF_VISITS:
        raise ValueError("not the day of a visit")
    return moment


def writes_month_first(birthdays: list[str]) -> bool:
    """Whether a file's slashed dates are American: some second number is over 12 and no first one is."""
    found = [match for match in map(_YEAR_LAST.fullmatch, birthdays) if match]
    return any(int(m["second"]) > 12 for m in found) and not any(int(m["first"]) > 12 for m in found)


def _in_era(month: int, day: int, year: int | None) -> Birthday:
    if year in _NOT_TOLD:
        return Birthday(month, day)
    if year and year >= _FIRST_BUDDHIST_YEAR:
        return Birthday(month, day, year - _BUDDHIST_ERA)
    return Birthday(month, day, year)


def _line(raw: str, column: Column, left_out: list[LeftOut]) -> str:
    try:
        return clean_line(raw)
    except BadInput:
        left_out.append(LeftOut(RowFault.TOO_LONG, column, shortened(raw)))
        return ""


def _note(raw: str, column: Column, left_out: list[LeftOut]) -> str:
    try:
        return clean_note(raw)
    except BadInput:
        left_out.append(LeftOut(RowFault.TOO_LONG, column, shortened(raw)))
        return ""


def _email(raw: str, left_out: list[LeftOut]) -> str:
    text = _line(raw, Column.EMAIL, left_out)
    if text and not _EMAIL.fullmatch(text):
        left_out.append(LeftOut(RowFault.BAD_EMAIL, Column.EMAIL, shortened(text)))
        return ""
    return text


def _read(raw: str, read: Callable[[str], T], column: Column, left_out: list[LeftOut]) -> T | None:
    """A value as `read` understands it; None when nothing stands there, or nothing that it understands."""
    if not raw.strip():
        return None
    try:
        return read(raw)
    except ValueError:
        fault = RowFault.BAD_BIRTHDAY if column is Column.BIRTHDAY else RowFault.BAD_VALUE
        left_out.append(LeftOut(fault, column, shortened(raw)))
        return None


def _language(raw: str) -> str:
    if not _LANGUAGE.fullmatch(raw.strip()):
        raise ValueError("not a language's code")
    return raw.strip()


def _yes_or_no(raw: str) -> bool:
    answer = _YES_OR_NO.get(raw.strip().lower())
    if answer is None:
        raise ValueError("neither yes nor no")
    return answer


def _purposes(raw: str) -> frozenset[Purpose]:
    return frozenset(Purpose(word.strip().upper()) for word in raw.split(","))


def _number(raw: str, column: Column, left_out: list[LeftOut]) -> int | None:
    text = raw.strip()
    if not text:
        return None
    if not _WHOLE_NUMBER.fullmatch(text):
        left_out.append(LeftOut(RowFault.BAD_NUMBER, column, shortened(text)))
        return None
    return int(re.split("[.,]", text)[0])
