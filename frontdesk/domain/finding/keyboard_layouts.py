"""The keyboard layouts of the shop's languages: what each key types, plain and with Shift.

Taken over from the xkeyboard-config project (symbols us, la, th, kh, ge and fr; MIT/X11 licence) and, where
Windows differs, from Unicode's CLDR (keyboards/windows; Unicode licence).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

_NOTHING: Final = "∅"
"""Stands in these tables for a key that types nothing on that level."""


@dataclass(frozen=True, slots=True)
class Layout:
    """What the 47 keys for letters, digits and signs type, from top left to bottom right.

    A key may type several characters at once. `language` is a tag as in domain.languages.
    """

    language: str
    plain: tuple[str, ...]
    shifted: tuple[str, ...]

    @staticmethod
    def of(language: str, plain: str, shifted: str) -> Layout:
        """A layout from two pictures of the keyboard, the keys parted by blanks."""
        return Layout(language, _keys(plain), _keys(shifted))


def _keys(picture: str) -> tuple[str, ...]:
    return tuple("" if key == _NOTHING else key for key in picture.split())


LAYOUTS: Final = (
    # Latin, as in the United States
    Layout.of(
        "en",
        """
        ` 1 2 3 4 5 6 7 8 9 0 - =
        q w e r t y u i o p [ ] \\
        a s d f g h j k l ; '
        z x c v b n m , . /
        """,
        """
        ~ ! @ # $ % ^ & * ( ) _ +
        Q W E R T Y U I O P { } |
        A S D F G H J K L : "
        Z X C V B N M < > ?
        """,
    ),
    # Lao, Windows
    Layout.of(
        "lo",
        """
        " ຢ ຟ ໂ ຖ ຸ ູ ຄ ຕ ຈ ຂ ຊ ໍ
        ົ ໄ ຳ ພ ະ ິ ີ ຮ ນ ຍ ບ ລ /
        ັ ຫ ກ ດ ເ ້ ່ າ ສ ວ ງ
        ຜ ປ ແ ອ ຶ ື ທ ມ ໃ ຝ
        """,
        """
        ' 1 2 3 4 ໌ ຼ 5 6 7 8 9 ໍ່
        ົ້ 0 * _ + ິ້ ີ້ ຣ ໜ ຽ - ຫຼ \\
        ັ້ ; . , : ໊ ໋ ! ? % =
        ₭ ( ຯ x ຶ້ ື້ ໆ ໝ $ )
        """,
    ),
    # Lao, Linux
    Layout.of(
        "lo",
        """
        \u200d ຢ ຟ ໂ ຖ ຸ ູ ຄ ຕ ຈ ຂ ຊ ໍ
        ົ ໄ ຳ ພ ະ ິ ີ ຣ ນ ຍ ບ ລ ໜ
        ັ ຫ ກ ດ ເ ້ ່ າ ສ ວ ງ
        ຜ ປ ແ ອ ຶ ື ທ ມ ໃ ຝ
        """,
        """
        \u200d ໑ ໒ ໓ ໔ ໌ ຼ ໕ ໖ ໗ ໘ ໙ ໍ
        ົ ໐ ຳ _ + ິ ີ ຮ ນ ຽ - } ໝ
        ັ ; . , : ໊ ໋ ! ? % =
        ₭ ( ຯ ອ ຶ ື ໆ ` $ )
        """,
    ),
    # Thai, Kedmanee
    Layout.of(
        "th",
        """
        _ ๅ / - ภ ถ ุ ึ ค ต จ ข ช
        ๆ ไ ำ พ ะ ั ี ร น ย บ ล ฃ
        ฟ ห ก ด เ ้ ่ า ส ว ง
        ผ ป แ อ ิ ื ท ม ใ ฝ
        """,
        """
        % + ๑ ๒ ๓ ๔ ู ฿ ๕ ๖ ๗ ๘ ๙
        ๐ " ฎ ฑ ธ ํ ๊ ณ ฯ ญ ฐ , ฅ
        ฤ ฆ ฏ โ ฌ ็ ๋ ษ ศ ซ .
        ( ) ฉ ฮ ฺ ์ ? ฒ ฬ ฦ
        """,
    ),
    # Khmer, Windows
    Layout.of(
        "km",
        """
        \u200c ១ ២ ៣ ៤ ៥ ៦ ៧ ៨ ៩ ០ - =
        ឆ ឹ េ រ ត យ ុ ិ ោ ផ ើ ឿ \\
        ា ស ដ ថ ង ហ ញ ក ល ៈ ់
        ឋ ខ ច វ ប ន ម អ ។ \u200b
        """,
        """
        \u200d ! ៗ ៊ ៛ ័ ៌ ៍ ៏ ៎ ៑ _ +
        ឈ ឺ ែ ឬ ទ ួ ូ ី ៅ ភ ោះ ៀ /
        ៃ ាំ ឌ ធ ុះ ះ ុំ គ ឡ ៖ ៉
        ឍ ឃ ជ េះ ព ណ ំ , . ?
        """,
    ),
    # Khmer, NiDA
    Layout.of(
        "km",
        """
        « ១ ២ ៣ ៤ ៥ ៦ ៧ ៨ ៩ ០ ឥ ឲ
        ឆ ឹ េ រ ត យ ុ ិ ោ ផ ៀ ឪ ឮ
        ា ស ដ ថ ង ហ ្ ក ល ើ ់
        ឋ ខ ច វ ប ន ម ុំ ។ ៊
        """,
        """
        » ! ៗ " ៛ % ៍ ័ ៏ ( ) ៌ =
        ឈ ឺ ែ ឬ ទ ួ ូ ី ៅ ភ ឿ ឧ ឭ
        ាំ ៃ ឌ ធ អ ះ ញ គ ឡ ោះ ៉
        ឍ ឃ ជ េះ ព ណ ំ ុះ ៕ ?
        """,
    ),
    # Georgian, QWERTY
    Layout.of(
        "ka",
        """
        „ 1 2 3 4 5 6 7 8 9 0 - =
        ქ წ ე რ ტ ყ უ ი ო პ [ ] \\
        ა ს დ ფ გ ჰ ჯ კ ლ ; '
        ზ ხ ც ვ ბ ნ მ , . /
        """,
        """
        “ ! @ # $ % ^ & * ( ) _ +
        Q ჭ E ღ თ Y U I O P { } |
        A შ D F G H ჟ K L : "
        ძ X ჩ V B N M < > ?
        """,
    ),
    # Georgian, typewriter (Windows)
    Layout.of(
        "ka",
        """
        „ ! ? № § % : . ; , / – =
        ღ ჯ უ კ ე ნ გ შ წ ზ ხ ც (
        ფ ძ ვ თ ა პ რ ო ლ დ ჟ
        ჭ ჩ ყ ს მ ი ტ ქ ბ ჰ
        """,
        """
        “ 1 2 3 4 5 6 7 8 9 0 - +
        ღ ჯ უ კ ე ნ გ შ წ ზ ხ ც )
        ფ ძ ვ თ ა პ რ ო ლ დ ჟ
        ჭ ჩ ყ ს მ ი ტ ქ ბ ჰ
        """,
    ),
    # Georgian, ergonomic
    Layout.of(
        "ka",
        """
        „ ! № , ; % : ? . ( ) - “
        ჩ პ უ ძ ჭ ტ თ ნ ვ შ კ ქ /
        ხ ი ა ე ო დ მ ს რ ბ გ
        ჯ ჰ ყ ღ ჟ ზ ც ლ ფ წ
        """,
        """
        ' 1 2 3 4 5 6 7 8 9 0 + =
        Q ჭ E ღ თ Y U I O P { } §
        A შ D F G H ჟ K L : "
        ძ X ჩ V B N M < > ?
        """,
    ),
    # French, AZERTY
    Layout.of(
        "fr",
        """
        ² & é " ' ( - è _ ç à ) =
        a z e r t y u i o p ^ $ *
        q s d f g h j k l m ù
        w x c v b n , ; : !
        """,
        """
        ~ 1 2 3 4 5 6 7 8 9 0 ° +
        A Z E R T Y U I O P ¨ £ µ
        Q S D F G H J K L M %
        W X C V B N ? . / §
        """,
    ),
)
"""The first is the Latin one by which keys are called in this house."""
