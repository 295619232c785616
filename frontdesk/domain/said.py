"""A few words in several languages: the name of a programme, what a reward is called."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Said:
    """`usual` is what the shop itself says; `others` pairs of a language code and its words."""

    usual: str
    others: tuple[tuple[str, str], ...] = ()

    def speak(self, language: str) -> str:
        """The words in `language`, or the usual ones where nobody has said them in it."""
        return dict(self.others).get(language) or self.usual

    def __str__(self) -> str:
        return self.usual
