"""Which letters each script's strip has, in the order in which they are learnt and looked for."""

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class Script:
    """`sign` stands on the key that turns to it; `marks` are the vowels and tones of the letters."""

    name: str
    sign: str
    letters: str
    marks: str = ""
    has_capitals: bool = False

    def keys(self) -> tuple[str, ...]:
        return (*self.letters, *self.marks)


LATIN: Final = Script("Latin", "ABC", "abcdefghijklmnopqrstuvwxyz", "-'", has_capitals=True)
LAO: Final = Script("Lao", "ກຂຄ", "ກຂຄງຈສຊຍດຕຖທນບປຜຝພຟມຢຣລວຫອຮໜໝ", "ະັາຳິີຶືຸູົຼຽເແໂໃໄໍ່້໊໋໌ໆ")
THAI: Final = Script(
    "Thai",
    "กขค",
    "กขฃคฅฆงจฉชซฌญฎฏฐฑฒณดตถทธนบปผฝพฟภมยรลวศษสหฬอฮ",
    "ะัาำิีึืุูเแโใไๅฤฦ็่้๊๋์ๆ",
)
KHMER: Final = Script(
    "Khmer",
    "កខគ",
    "កខគឃងចឆជឈញដឋឌឍណតថទធនបផពភមយរលវសហឡអ",
    "្ាិីឹឺុូួើឿៀេែៃោៅំះៈ៉៊់៌៍៏័ឥឦឧឪឫឬឭឮឯឱ",
)
GEORGIAN: Final = Script("Georgian", "აბგ", "აბგდევზთიკლმნოპჟრსტუფქღყშჩცძწჭხჯჰ")

SCRIPTS: Final = (LATIN, LAO, THAI, KHMER, GEORGIAN)
DIGITS: Final = "1234567890"
OF_LANGUAGE: Final = {"lo": LAO, "th": THAI, "km": KHMER, "ka": GEORGIAN}
