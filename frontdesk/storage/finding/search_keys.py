"""Under which words a customer stands in the search index.

One index holds five kinds of words: those of names and phones as they are, how each word of a name sounds,
how a whole name sounds, the words of notes, and those of the usual order. A character of private use before
a word says of which kind it is. What is typed never has one, so that a name is not found in a note.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from anyascii import anyascii

from frontdesk.domain.finding.folding import joined, words
from frontdesk.domain.finding.sounds.keys import readings
from frontdesk.domain.finding.sounds.spelling import usual_spellings

SOUND: Final = "\ue000"
NOTE: Final = "\ue001"
USUAL: Final = "\ue002"
FULL: Final = "\ue003"
_KINDS: Final = str.maketrans(dict.fromkeys((SOUND, NOTE, USUAL, FULL), " "))

MOST_NOTE_WORDS: Final = 60
MOST_FULL: Final = 6


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of a person that they can be found by, over all their records.

    `names` are all of them, `full` those that are whole names; what friends call somebody is none.
    """

    names: tuple[str, ...]
    full: tuple[str, ...]
    phones: tuple[str, ...]
    notes: tuple[str, ...] = ()
    usual: tuple[str, ...] = ()


def typed_words(text: str) -> list[str]:
    """The words of what was typed."""
    return words(text.translate(_KINDS))


@lru_cache(maxsize=8192)
def sounds(word: str) -> tuple[str, ...]:
    """The readings of one word of any script, the likeliest first."""
    spelt = usual_spellings(word, anyascii)
    return tuple(dict.fromkeys(heard for spelling in spelt for heard in readings(spelling)))


@lru_cache(maxsize=8192)
def name_words(name: str) -> tuple[str, ...]:
    """The words of a name as they are."""
    return tuple(typed_words(name))


@lru_cache(maxsize=4096)
def _kept_words(name: str) -> tuple[str, ...]:
    """The words of a name, and as one those that an apostrophe or a hyphen holds together."""
    return (*name_words(name), *typed_words(joined(name)))


@lru_cache(maxsize=4096)
def name_sounds(name: str) -> tuple[str, ...]:
    """The readings of each word of a name."""
    return tuple(dict.fromkeys(heard for part in _kept_words(name) for heard in sounds(part)))


def full_sounds(parts: Sequence[str]) -> tuple[str, ...]:
    """The readings of a whole name, its words written together."""
    if len(parts) == 1:
        return sounds(parts[0])
    heard = [sounds(part)[:1] for part in parts[:MOST_FULL]]
    return ("".join(sound for first in heard for sound in first),) if any(heard) else ()


@lru_cache(maxsize=4096)
def name_spellings(name: str) -> tuple[str, ...]:
    """How people may write each word of a name in Latin letters."""
    return tuple(spelling for part in name_words(name) for spelling in usual_spellings(part, anyascii))


def entry_words(known: Known) -> tuple[str, ...]:
    """All words of an entry, each kind with its mark."""
    names = [word for text in known.names for word in _kept_words(text)]
    endings = [phone[-4:] for phone in known.phones]
    heard = [SOUND + sound for name in known.names for sound in name_sounds(name)]
    full = [FULL + sound for name in known.full for sound in full_sounds(name_words(name))]
    return tuple(
        dict.fromkeys(
            [
                *names,
                *known.phones,
                *endings,
                *heard,
                *full,
                *_marked(NOTE, known.notes),
                *_marked(USUAL, known.usual),
            ]
        )
    )


def _marked(kind: str, texts: Iterable[str]) -> Sequence[str]:
    return [kind + word for text in texts for word in typed_words(text)][:MOST_NOTE_WORDS]
