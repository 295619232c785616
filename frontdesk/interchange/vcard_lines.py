"""Takes a vCard file apart into cards, and a card into its properties, as tolerantly as phones write them.

An own reader, because cards in the wild break what a strict one relies on: Android folds quoted-printable
without indenting, Outlook ends a picture with an empty line instead of a fold, Lotus Notes forgets colons,
and letters come in a code page that nothing names. Here a fault costs one line, not the card.
"""

from __future__ import annotations

import binascii
import codecs
import quopri
import re
from collections.abc import Iterator
from dataclasses import dataclass

from frontdesk.interchange.encodings import decode_value

_BEGIN = re.compile(rb"(?:\xef\xbb\xbf)?\s*BEGIN\s*:\s*VCARD\s*", re.IGNORECASE)
_END = re.compile(rb"\s*END\s*:\s*VCARD\s*", re.IGNORECASE)
_LINE_END = re.compile(rb"\r\n|\n|\r")
_QUOTED_PRINTABLE = re.compile(rb"[^:]*;(?:ENCODING=)?QUOTED-PRINTABLE[;:]", re.IGNORECASE)
_BASE64 = re.compile(rb"[^:]*;(?:ENCODING=)?(?:BASE64|B)[;:]", re.IGNORECASE)
_BASE64_REST = re.compile(rb"[A-Za-z0-9+/]+=*\s*")
_NAME = re.compile(
    rb"(?:[A-Za-z0-9-]+\.)?(?P<name>[A-Za-z0-9-]+)\s*(?P<parameters>(?:;[^:\"]*(?:\"[^\"]*\"[^:\"]*)*)?):"
)
_ESCAPE = re.compile(r"\\(.)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Property:
    """One line of a card: `value` still escaped, `types` in upper case, `raw` its bytes after decoding."""

    name: str
    types: frozenset[str]
    raw: bytes
    value: str
    binary: bool

    def parts(self) -> list[str]:
        """The value cut at its unescaped semicolons, as in N."""
        return [plain(part) for part in re.split(r"(?<!\\);", self.value)]


@dataclass(frozen=True, slots=True)
class RawCard:
    """The lines of one card; `ended` is False when the file or the next card came before its END."""

    line: int
    lines: tuple[bytes, ...]
    ended: bool


def split_cards(data: bytes) -> Iterator[RawCard]:
    """The cards of a file with the line each starts at; what stands between cards is passed over."""
    start, lines = 0, list[bytes]()
    for number, line in enumerate(_LINE_END.split(data), 1):
        if _BEGIN.fullmatch(line):
            if start:
                yield RawCard(start, tuple(lines), ended=False)
            start, lines = number, []
        elif start and _END.fullmatch(line):
            yield RawCard(start, tuple(lines), ended=True)
            start = 0
        elif start:
            lines.append(line)
    if start:
        yield RawCard(start, tuple(lines), ended=False)


def properties(card: RawCard) -> Iterator[Property]:
    """The readable properties of a card, in its order; lines that are no property are passed over."""
    for line in _unfolded(card.lines):
        found = _NAME.match(line)
        if found:
            yield _property(found, line[found.end() :])


def plain(value: str) -> str:
    """A value without its escapes."""
    return _ESCAPE.sub(lambda escape: "\n" if escape[1] in "nN" else escape[1], value)


def _unfolded(lines: tuple[bytes, ...]) -> Iterator[bytes]:
    """Whole lines, put together from what each version calls a continuation."""
    pieces: list[bytes] = []
    soft_break = in_base64 = False
    for line in lines:
        if pieces and soft_break:
            pieces[-1] = pieces[-1].rstrip()[:-1]
            pieces.append(line.lstrip(b" \t") if line[:1] in b" \t" else line)
        elif pieces and line[:1] in (b" ", b"\t"):
            pieces.append(line[1:])
        elif pieces and in_base64 and _BASE64_REST.fullmatch(line):
            pieces.append(line)
        else:
            if pieces:
                yield b"".join(pieces)
            pieces = [line]
            in_base64 = _BASE64.match(line) is not None
        soft_break = line.rstrip().endswith(b"=") and _QUOTED_PRINTABLE.match(pieces[0]) is not None
    if pieces:
        yield b"".join(pieces)


def _property(found: re.Match[bytes], raw: bytes) -> Property:
    name = found["name"].decode("ascii").upper()
    charset, binary, types = "", False, set[str]()
    for parameter in found["parameters"].decode("ascii", "replace").split(";")[1:]:
        key, equals, value = parameter.partition("=")
        key, value = (
            (key.strip().upper(), value.strip().strip('"')) if equals else ("TYPE", parameter.strip())
        )
        for word in value.upper().split(","):
            if word == "QUOTED-PRINTABLE":
                raw = quopri.decodestring(raw)
            elif word in ("B", "BASE64"):
                binary = True
            elif key == "TYPE":
                types.add(word)
            elif key == "PREF" or key == "X-APPLE-OMIT-YEAR":
                types.add(f"{key}={word}")
        charset = value if key == "CHARSET" else charset
    return Property(name, frozenset(types), raw, _text(raw, charset) if not binary else "", binary)


def _text(raw: bytes, charset: str) -> str:
    """By the charset that is named, if it is true; else as the letters suggest."""
    if charset:
        try:
            return raw.decode(codecs.lookup(charset).name)
        except (LookupError, UnicodeDecodeError):
            pass
    return decode_value(raw)


def decoded_base64(raw: bytes) -> bytes | None:
    """The bytes of a picture, or None when it is not Base64 after all."""
    try:
        return binascii.a2b_base64(b"".join(raw.split()), strict_mode=False) or None
    except binascii.Error:
        return None
