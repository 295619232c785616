"""How typed text and stored text are made alike before they are compared."""

import unicodedata

_LATIN_MARKS = range(0x0300, 0x0370)


def fold(text: str) -> str:
    """Case and Latin accents taken away ("Zoë" is found by "zoe"); the marks of other scripts are letters."""
    if text.isascii():
        return text.lower()
    spread = unicodedata.normalize("NFD", text.casefold())
    kept = "".join(char for char in spread if ord(char) not in _LATIN_MARKS)
    return unicodedata.normalize("NFC", kept)


def words(text: str) -> list[str]:
    """The words of folded `text`, split just where the search index splits them."""
    folded = fold(text)
    if folded.isascii():
        return "".join(char if char.isalnum() else " " for char in folded).split()
    return "".join(char if _is_word_part(char) else " " for char in folded).split()


def joined(text: str) -> str:
    """The words of `text` whose parts an apostrophe or a hyphen held together, written as one: "obrien"."""
    return " ".join("".join(words(part)) for part in text.split() if len(words(part)) > 1)


def _is_word_part(char: str) -> bool:
    category = unicodedata.category(char)
    return category[0] in "LN" or category in ("Co", "Mn", "Mc")
