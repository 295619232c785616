"""Which letters a file is written in: Unicode with or without its mark, or an old local code page.

Code pages carry no name. Thai, Cyrillic and western text put their bytes together differently, and the
reading in which most letters stand where that script allows them is taken.
"""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

from frontdesk.domain.importing.imports import BadFile, FileFault

# The mark of UTF-32 begins as that of UTF-16 does.
_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_SAMPLE = 200_000
_HEAD = 8
_PLAUSIBLE = 0.6
_DAMAGED_AT_MOST = 0.02

# What stands where it should, for each code page. A vowel or tone mark follows a Thai consonant or another
# mark; a small Cyrillic letter is not followed by a capital; an accented letter has plain ones beside it.
_IN_PLACE = {
    "cp874": re.compile(r"[ก-ฮ][ัิ-ฺ็-๎]{0,3}|(?<=[ก-ฮ])[ะาำๅ]|(?<=[ก-ฮ][็-๎])[ะาำ]|[เแโใไ](?=[ก-ฮ])|[ฯๆ๐-๙฿]"),
    "cp1251": re.compile(r"(?<![a-zа-яё])[А-ЯЁІЇЄҐ]+|(?<![a-zA-Z])[а-яёіїєґ]+|[«»№–—“”„…]"),
    "cp1252": re.compile(r"(?<=[A-Za-z])[À-ÿŒœŠšŽž]{1,2}|[À-ÿŒœŠšŽž]{1,2}(?=[A-Za-z])|[‘’“”–—…€\xa0]"),
}


@dataclass(frozen=True, slots=True)
class Decoded:
    """A file's text and the encoding it was read by."""

    text: str
    encoding: str


def decode(data: bytes) -> Decoded:
    """The text of a file; raises BadFile NOT_TEXT for binary data and UNKNOWN_LETTERS."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return Decoded(data.decode(encoding, "replace"), encoding)
    wide = _wide_encoding(data)
    if wide:
        return Decoded(data.decode(wide, "replace"), wide)
    if b"\0" in data:
        raise BadFile(FileFault.NOT_TEXT)
    try:
        return Decoded(data.decode("utf-8"), "utf-8")
    except UnicodeDecodeError:
        return _slightly_damaged_utf8(data) or _by_plausibility(data)


def decode_value(value: bytes) -> str:
    """One short value of unknown encoding, never failing: what cannot be told is marked with U+FFFD."""
    try:
        return decode(value).text
    except BadFile:
        return value.decode("utf-8", "replace")


def _wide_encoding(data: bytes) -> str | None:
    """UTF-16 without its mark: the ASCII of a header has a zero at every other byte."""
    head = data[:_HEAD]
    if len(head) < _HEAD:
        return None
    first, second = head[::2].count(0), head[1::2].count(0)
    if {first, second} != {0, _HEAD // 2}:
        return None
    return "utf-16-le" if second else "utf-16-be"


def _slightly_damaged_utf8(data: bytes) -> Decoded | None:
    """UTF-8 with a broken letter here and there, as cut-off exports have."""
    text = data.decode("utf-8", "replace")
    foreign = sum(map(len, re.findall(r"[^\x00-\x7f]+", text)))
    return Decoded(text, "utf-8") if text.count("\ufffd") <= foreign * _DAMAGED_AT_MOST else None


def _by_plausibility(data: bytes) -> Decoded:
    sample = data[:_SAMPLE]
    plausible = {encoding: _share_in_place(sample, encoding) for encoding in _IN_PLACE}
    best = max(plausible, key=lambda encoding: plausible[encoding])
    if plausible[best] < _PLAUSIBLE:
        raise BadFile(FileFault.UNKNOWN_LETTERS)
    return Decoded(data.decode(best, "replace"), best)


def _share_in_place(sample: bytes, encoding: str) -> float:
    """The share of characters beyond ASCII that stand where their script allows them."""
    text = sample.decode(encoding, "replace")
    foreign = sum(map(len, re.findall(r"[^\x00-\x7f]+", text)))
    placed = sum(len(found) for found in _IN_PLACE[encoding].findall(text))
    return placed / foreign if foreign else 0.0
