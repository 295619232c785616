"""The message that a feedback card opens on a phone: its code, then a numbered line for each question.

`ask_text` makes it. What comes back has been typed over on a phone, quoted, cut and sent on, so `codes_in`
and `numbered_parts` read it forgivingly: digits of any script, in brackets or a circle, several on a line.
"""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from frontdesk.domain.paper.codes import CodeKind

_FULL_CODE: Final = re.compile(rf"(?<![A-Z0-9])(?=({CodeKind.FEEDBACK}(?:[ -]?[A-Z0-9]){{16}})(?![A-Z0-9]))")
_SHORT_CODE: Final = re.compile(r"(?<![\w-])([0-9]{1,7} ?- ?[A-Z0-9]{3})(?![\w-])")
_NUMBER: Final = re.compile(
    r"(?:^[\s>]*|(?<=\s))\(?(?P<number>[1-9])"
    r"(?P<mark>\ufe0f?[\u20e3\u20dd]|[ \u200b]?[).:\]–-])(?!\d)",
    re.MULTILINE,
)
_BARE_LINE: Final = re.compile(r"[\s>]*([1-9])[ \t\u200b]+(\S.*)")
_ADDRESS: Final = re.compile(r"(?:https?://|sms:|mailto:)", re.IGNORECASE)
_BLANKS: Final = " \t\n"
_SURE_MARKS: Final = frozenset(")]\u20e3\u20dd")
_ALIKE: Final = str.maketrans("（）［］．：－‐‑‒", "()[].:----")


@dataclass(frozen=True, slots=True)
class CodeFound:
    """What may be a card's code, and where in the message it stands."""

    raw: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Part:
    """What stands behind one number of a message; 0 is what stands before the first."""

    number: int
    text: str


def ask_text(code: str, prompts: Sequence[str]) -> str:
    """The message as the phone shows it before the customer writes, with room behind each question. A prompt
    may be empty: its number stays, for what is too long for a square can be read on the card.
    """
    lines = (f"{number}. {text} " if text else f"{number}. " for number, text in enumerate(prompts, 1))
    return "\n".join((code, *lines))


def codes_in(text: str) -> tuple[CodeFound, ...]:
    """What in a message looks like the code of a card, the full ones first. Which is one, the shop's key and
    its list of cards tell.
    """
    plain = _plain(text).upper()
    if len(plain) != len(text):  # a letter whose capital is two: the places would be wrong
        plain = "".join(c.upper() if len(c.upper()) == 1 else c for c in _plain(text))
    return tuple(
        CodeFound(plain[slice(*found.span(1))], *found.span(1))
        for shape in (_FULL_CODE, _SHORT_CODE)
        for found in shape.finditer(plain)
    )


def without(text: str, found: CodeFound) -> str:
    """The message without its code, and without the address in which that stands."""
    start = max(text.rfind(blank, 0, found.start) for blank in _BLANKS) + 1
    ends = [at for blank in _BLANKS if (at := text.find(blank, found.end)) >= 0]
    if _ADDRESS.match(text, start):
        return f"{text[:start]}{text[min(ends, default=len(text)) :]}"
    return f"{text[: found.start]}{text[found.end :]}"


def numbered_parts(text: str) -> tuple[Part, ...]:
    """The message cut at its numbers, which only count up; all of it is in some part.

    A number begins a line, or stands within one with a bracket or a circle; one with a full stop or a colon
    counts within a line only where it is the next ("came at 5. Was slow" is no fifth answer).
    """
    parts: list[Part] = []
    number = at = 0
    for begins, ends, following in _numbers(_plain(text)) or _bare_numbers(_plain(text)):
        parts.append(Part(number, text[at:begins].strip()))
        number, at = following, ends
    parts.append(Part(number, text[at:].strip()))
    return tuple(part for part in parts if part.number or part.text)


def _numbers(plain: str) -> list[tuple[int, int, int]]:
    """Where each number begins and ends, and which it is."""
    found: list[tuple[int, int, int]] = []
    last = 0
    for match in _NUMBER.finditer(plain):
        number, starts_line = int(match["number"]), plain[: match.start("number")].rpartition("\n")[2]
        sure = not starts_line.strip(" \t>(\u200b") or match["mark"][-1] in _SURE_MARKS
        if number == last + 1 or (sure and number > last):
            found.append((match.start(), match.end(), number))
            last = number
    return found


def _bare_numbers(plain: str) -> list[tuple[int, int, int]]:
    """Numbers without any mark: only where each line begins with the next one."""
    found: list[tuple[int, int, int]] = []
    for start, line in _lines(plain):
        match = _BARE_LINE.fullmatch(line)
        if match is None or int(match[1]) != len(found) + 1:
            return []
        found.append((start, start + match.start(2), int(match[1])))
    return found if len(found) > 1 else []


def _lines(text: str) -> Iterator[tuple[int, str]]:
    """Each line that says something, with where it begins."""
    at = 0
    for line in text.split("\n"):
        if line.strip():
            yield at, line
        at += len(line) + 1


def _plain(text: str) -> str:
    """Digits of every script, and signs in full width, as plain ones; each stays in its place."""
    if text.isascii():
        return text
    return "".join(str(unicodedata.decimal(char, char)) for char in text.translate(_ALIKE))
