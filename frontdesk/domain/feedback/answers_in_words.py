"""Faces and boxes as people write them: 5, ໕, ★★★★, 😀, "Very good", "product"."""

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from frontdesk.domain.care.contact_points import ContactPoint
from frontdesk.domain.feedback.questions import BOXES, Mood, Topic
from frontdesk.domain.finding.folding import words

_FACES: Final[dict[Mood, str]] = {
    Mood.VERY_GOOD: "😀😃😄😁😆😍🥰🤩😊🥳💯😻😺",
    Mood.GOOD: "🙂☺😌👍😇😎🤗",
    Mood.FAIR: "😐😑😶🤔😏",
    Mood.POOR: "🙁☹😕😟😞😔👎😒🫤",
    Mood.BAD: "😠😡🤬😤😢😭😩😖😣🤮",
}
_MOOD_OF: Final = {face: mood for mood, faces in _FACES.items() for face in faces}
_STARS: Final = frozenset("★⭐🌟")
_NOTHING_SAID: Final = frozenset("☆\ufe0f\u200d\u200b \t")
"""Empty stars, and what only dresses the sign before it."""
_SKINS: Final = range(0x1F3FB, 0x1F400)
_NUMBER: Final = re.compile(r"([1-9])(?:\s*/\s*5)?(?![\d/]|[.,:]\d)")
_COUNTED: Final = re.compile(r"\d[\s\u200b]*[^\W\d]")
"""A number that counts something: "3 people stood before me" is no face."""
_BETWEEN: Final = " \t\n.,;:!–-=)\u200b"


def key_of(text: str) -> str:
    """What two writings of the same words have in common: no case, no blanks, no punctuation."""
    return "".join(words(text))


@dataclass(frozen=True, slots=True)
class KnownWords:
    """What may be quoted or written out in words, each by its `key_of`: the questions in all their wordings,
    the names of the faces and of the boxes.
    """

    prompts: Mapping[str, Topic] = field(default_factory=dict)
    moods: Mapping[str, Mood] = field(default_factory=dict)
    boxes: Mapping[str, ContactPoint] = field(default_factory=dict)

    def mood(self, text: str) -> tuple[Mood | None, str]:
        """The face that an answer begins with, and what else is said; all of it where there is none."""
        said = text.strip()
        named = self.moods.get(key_of(said))
        if named is not None:
            return named, ""
        number, rest = _leading_number(said, len(Mood))
        if number:
            return Mood(number), _without_stars(rest)
        return _leading_face(said)

    def sure_mood(self, text: str) -> tuple[Mood | None, str]:
        """As `mood`, where nothing says that a face was asked for, or nobody looks it over: a number that may
        count something stays among the words.
        """
        mood, rest = self.mood(text)
        if mood is not None and _COUNTED.match(text.strip()):
            return (mood, "") if self.moods.get(key_of(rest)) is mood else (None, text.strip())
        return mood, rest

    def box(self, text: str) -> tuple[ContactPoint | None, str]:
        """The box that an answer names by its number or its words alone, and what else is said."""
        said = text.strip()
        named = self.boxes.get(key_of(said))
        if named is not None:
            return named, ""
        number, rest = _leading_number(said, len(BOXES))
        return (BOXES[number - 1], "") if number and not rest else (None, said)


def _leading_number(said: str, most: int) -> tuple[int, str]:
    """A number up to `most` at the beginning, digits of any script; 0 where there is none."""
    head = "".join(str(unicodedata.decimal(char, char)) for char in said[:8])
    found = _NUMBER.match(head)
    if found is None or int(found[1]) > most:
        return 0, said
    rest = said[found.end() :].lstrip("\ufe0f\u20e3")
    if rest[:1].isascii() and rest[:1].isalpha():  # "3rd visit"
        return 0, said
    return int(found[1]), rest.lstrip(_BETWEEN)


def _without_stars(rest: str) -> str:
    """What follows a number of stars: the stars themselves say nothing more."""
    return "" if rest and all(char in _STARS or char in _NOTHING_SAID for char in rest) else rest


def _leading_face(said: str) -> tuple[Mood | None, str]:
    """A row of stars, or the first face; more of the same sort say it no louder."""
    at = stars = 0
    mood: Mood | None = None
    for at, char in enumerate(said):  # noqa: B007 - where it stopped is what follows
        if char in _STARS:
            stars += 1
        elif char in _MOOD_OF:
            mood = mood or _MOOD_OF[char]
        elif not (char in _NOTHING_SAID or ord(char) in _SKINS):
            break
    else:
        at = len(said)
    if stars and mood is None:
        mood = Mood(min(stars, len(Mood)))
    return (mood, said[at:].lstrip(_BETWEEN)) if mood is not None else (None, said)
