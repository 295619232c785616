"""Hygiene for everything that people type, paste or import.

What comes out is NFC, has no character that is invisible or turns the reading direction, carries at most
four marks on a letter, and is stable: cleaning it again changes nothing. Real names in any script pass
unchanged. Faults are typed; the sentence shown to a person is made elsewhere.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from enum import StrEnum

NAME_LIMIT = 200
LINE_LIMIT = 200
NOTE_LIMIT = 2000
STACKED_MARKS = 4

ZERO_WIDTH_SPACE = "\u200b"  # Khmer keyboards type it for the space bar.
_JOINERS = "\u200c\u200d"  # Persian, Sinhala and others spell words with these; they must stay.

# Blanks in the widest sense, among them the fillers that look like nothing but count as letters.
_BLANKS = re.compile("[ \t\u00a0\u115f\u1160\u1680\u2000-\u200b\u202f\u205f\u2800\u3000\u3164\uffa0]+")
_LINE_ENDS = re.compile("\r\n|[\n\v\f\r\u0085\u2028\u2029]")
_JOINER_RUN = re.compile(f"([{_JOINERS}])[{_JOINERS}]+")
_BLANK_LINES = re.compile(r"\n{3,}")
_PLAIN_ASCII = re.compile(r"[!-~]+(?: [!-~]+)*")

# A pasted file must not be cleaned letter by letter only to be refused for its length.
_SURPLUS_FACTOR = 16


class InputFault(StrEnum):
    """Why a typed value was refused."""

    EMPTY = "EMPTY"
    TOO_LONG = "TOO_LONG"
    NOT_A_PHONE = "NOT_A_PHONE"
    TOO_MANY_DIGITS = "TOO_MANY_DIGITS"
    NOT_A_LINK = "NOT_A_LINK"
    LINK_NOT_ALLOWED = "LINK_NOT_ALLOWED"
    LINK_RECIPIENT = "LINK_RECIPIENT"
    NOT_A_HOST = "NOT_A_HOST"
    NOT_AN_EMAIL = "NOT_AN_EMAIL"
    NOT_A_RECEIPT_PRINTER = "NOT_A_RECEIPT_PRINTER"
    PIN_DIGITS = "PIN_DIGITS"
    PIN_OF_SIX = "PIN_OF_SIX"
    PIN_TOO_SHORT = "PIN_TOO_SHORT"
    PIN_TOO_LONG = "PIN_TOO_LONG"
    PIN_GUESSABLE = "PIN_GUESSABLE"
    NOT_A_PIN_CODE = "NOT_A_PIN_CODE"


class BadInput(ValueError):
    """A refused value: `code` says why, `limit` is the limit that was passed where there is one."""

    def __init__(self, code: InputFault, limit: int | None = None) -> None:
        super().__init__(code.value)
        self.code = code
        self.limit = limit


def clean_name(raw: str) -> str:
    """The name in one clean line of 1 to NAME_LIMIT characters; raises BadInput (EMPTY, TOO_LONG)."""
    name = clean_line(raw, NAME_LIMIT)
    if not has_something_to_see(name):
        raise BadInput(InputFault.EMPTY)
    return name


def clean_line(raw: str, limit: int = LINE_LIMIT) -> str:
    """One clean line, empty when nothing was typed; raises BadInput (TOO_LONG)."""
    if len(raw) <= limit and _PLAIN_ASCII.fullmatch(raw):
        return raw
    _refuse_surplus(raw, limit)
    return _within(_settled(_LINE_ENDS.sub(" ", raw), _tidy_line), limit)


def clean_note(raw: str, limit: int = NOTE_LIMIT) -> str:
    """Clean lines with their line breaks kept, empty when nothing was typed; raises BadInput (TOO_LONG)."""
    if len(raw) <= limit and _PLAIN_ASCII.fullmatch(raw):
        return raw
    _refuse_surplus(raw, limit)
    return _within(_settled(_LINE_ENDS.sub("\n", raw), _tidy_lines), limit)


def has_something_to_see(text: str) -> bool:
    """Whether at least one character stands by itself; marks, joiners and blanks do not."""
    return any(unicodedata.category(c)[0] in "LNPS" for c in text)


def _settled(text: str, tidy: Callable[[str], str]) -> str:
    """Apply the rules until nothing changes: dropping one character can bring two others together."""
    while True:
        cleaned = tidy(unicodedata.normalize("NFC", _without_surplus_marks(_without_hidden(text))))
        if cleaned == text:
            return cleaned
        text = cleaned


def _tidy_line(text: str) -> str:
    return _BLANKS.sub(" ", text).strip(" ")


def _tidy_lines(text: str) -> str:
    """Blanks collapsed in each line, and no more than one empty line in a row."""
    return _BLANK_LINES.sub("\n\n", "\n".join(map(_tidy_line, text.split("\n")))).strip("\n")


def _without_hidden(text: str) -> str:
    """Without controls, direction overrides, zero-width characters, surrogates and non-characters.

    U+200B is kept here: it becomes a blank. A run of joiners becomes its first one.
    """
    visible = "".join(c for c in text if c.isascii() or not _is_hidden(c))
    printable = "".join(c for c in visible if (c >= " " and c != "\x7f") or c in "\n\t")
    return _JOINER_RUN.sub(r"\1", printable)


def _is_hidden(char: str) -> bool:
    if char in _JOINERS or char == ZERO_WIDTH_SPACE:
        return False
    point = ord(char)
    not_a_character = 0xFDD0 <= point <= 0xFDEF or point & 0xFFFE == 0xFFFE
    return not_a_character or unicodedata.category(char) in ("Cc", "Cf", "Cs")


def _without_surplus_marks(text: str) -> str:
    """At most STACKED_MARKS marks in a row above or below one letter; joiners do not start a new row."""
    if text.isascii():
        return text
    kept: list[str] = []
    stacked = 0
    for char in text:
        if unicodedata.category(char) in ("Mn", "Me"):
            stacked += 1
        elif char not in _JOINERS:
            stacked = 0
        if stacked <= STACKED_MARKS:
            kept.append(char)
    return "".join(kept)


def _refuse_surplus(raw: str, limit: int) -> None:
    if len(raw) > limit * _SURPLUS_FACTOR:
        raise BadInput(InputFault.TOO_LONG, limit)


def _within(text: str, limit: int) -> str:
    if len(text) > limit:
        raise BadInput(InputFault.TOO_LONG, limit)
    return text
