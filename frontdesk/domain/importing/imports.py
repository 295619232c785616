"""Customers as other systems' files bring them, and what can be wrong with a row or a whole file.

Readers never lose a row silently: each becomes a candidate or a bad row with its line and reason, and a
value that could not be read is named on its candidate, who comes in without it.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from frontdesk.domain.people.customers import Birthday, Purpose

# Told now and then: lines done, lines in all. It may raise to stop the reading.
Progress = Callable[[int, int], None]


class FileKind(StrEnum):
    """Which system a file seems to come from."""

    FRONT_DESK = "FRONT_DESK"
    SQUARE = "SQUARE"
    GOOGLE = "GOOGLE"
    TABLE = "TABLE"
    VCARD = "VCARD"


class Column(StrEnum):
    """What a column of a table, or a line of a contact card, can hold for us."""

    NAME = "NAME"
    GIVEN_NAME = "GIVEN_NAME"
    MIDDLE_NAME = "MIDDLE_NAME"
    FAMILY_NAME = "FAMILY_NAME"
    NICKNAME = "NICKNAME"
    COMPANY = "COMPANY"
    PHONE = "PHONE"
    EMAIL = "EMAIL"
    BIRTHDAY = "BIRTHDAY"
    NOTE = "NOTE"
    REFERENCE = "REFERENCE"
    STAMPS = "STAMPS"
    VISITS = "VISITS"
    FIRST_VISIT = "FIRST_VISIT"
    LAST_VISIT = "LAST_VISIT"
    SPOKEN = "SPOKEN"
    LANGUAGE = "LANGUAGE"
    GREET_BY_NAME = "GREET_BY_NAME"
    ON_SCREEN = "ON_SCREEN"
    ALLERGY = "ALLERGY"
    PREFERENCE = "PREFERENCE"
    CONSENTS = "CONSENTS"
    PHOTO = "PHOTO"


class RowFault(StrEnum):
    """Why a row, or one value of it, does not come in."""

    NO_NAME = "NO_NAME"
    TOO_LONG = "TOO_LONG"
    TOO_MANY_CELLS = "TOO_MANY_CELLS"
    BROKEN_ROW = "BROKEN_ROW"
    CARD_NOT_ENDED = "CARD_NOT_ENDED"
    NOT_A_PERSON = "NOT_A_PERSON"
    BAD_EMAIL = "BAD_EMAIL"
    BAD_BIRTHDAY = "BAD_BIRTHDAY"
    BAD_NUMBER = "BAD_NUMBER"
    BAD_PHONE = "BAD_PHONE"
    BAD_VALUE = "BAD_VALUE"
    BAD_PHOTO = "BAD_PHOTO"
    PHOTO_ELSEWHERE = "PHOTO_ELSEWHERE"
    STAMPS_NOT_ADDED = "STAMPS_NOT_ADDED"
    HAS_LEFT = "HAS_LEFT"


class FileFault(StrEnum):
    """Why a whole file is refused."""

    UNREADABLE = "UNREADABLE"
    EMPTY = "EMPTY"
    TOO_BIG = "TOO_BIG"
    NOT_TEXT = "NOT_TEXT"
    SPREADSHEET = "SPREADSHEET"
    UNKNOWN_LETTERS = "UNKNOWN_LETTERS"
    NO_KNOWN_COLUMNS = "NO_KNOWN_COLUMNS"
    NO_CODE_COLUMN = "NO_CODE_COLUMN"
    TOO_MANY_ROWS = "TOO_MANY_ROWS"
    NOT_AN_ARCHIVE = "NOT_AN_ARCHIVE"
    DAMAGED_ARCHIVE = "DAMAGED_ARCHIVE"
    NEWER_ARCHIVE = "NEWER_ARCHIVE"
    STRANGE_ARCHIVE = "STRANGE_ARCHIVE"
    NOT_EMPTY = "NOT_EMPTY"


class BadFile(ValueError):
    """A refused file: `code` says why."""

    def __init__(self, code: FileFault) -> None:
        super().__init__(code.value)
        self.code = code


@dataclass(frozen=True, slots=True, kw_only=True)
class PortableCustomer:
    """A customer as a file can carry them, its values clean.

    The visits' times are those of the shop's own clock where they name no zone.
    """

    name: str
    given_name: str = ""
    nickname: str = ""
    phone: str = ""
    other_phones: tuple[str, ...] = ()
    email: str = ""
    birthday: Birthday | None = None
    note: str = ""
    reference: str = ""
    stamps: int | None = None
    visits: int | None = None
    first_visit: datetime | None = None
    last_visit: datetime | None = None
    spoken: str = ""
    language: str = ""
    greet_by_name: bool = True
    on_screen: bool = True
    allergy: str = ""
    preference: str = ""
    consents: frozenset[Purpose] = frozenset()


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A value that does not come in; `column` is where it stood, `detail` what stood there, shortened."""

    reason: RowFault
    column: Column
    detail: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class CandidateCustomer(PortableCustomer):
    """A row that can come in: `line` is where it starts, `photo` the picture's bytes, unchecked."""

    line: int
    photo: bytes | None = field(default=None, repr=False)
    left_out: tuple[LeftOut, ...] = ()


@dataclass(frozen=True, slots=True)
class BadRow:
    """A row that does not come in; `detail` helps to find it in the file."""

    line: int
    reason: RowFault
    detail: str = ""


@dataclass(frozen=True, slots=True)
class ColumnMatch:
    """A column's header and what it was taken for; None when it is left alone."""

    header: str
    column: Column | None


@dataclass(frozen=True, slots=True)
class ReadFile:
    """Everything in a file, with nothing saved yet."""

    kind: FileKind
    rows: tuple[CandidateCustomer, ...]
    bad: tuple[BadRow, ...]
    encoding: str
    columns: tuple[ColumnMatch, ...] = ()
