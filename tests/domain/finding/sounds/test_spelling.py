"""Any script in the letters that people usually write it with."""

import pytest
from anyascii import anyascii

from frontdesk.domain.finding.sounds.keys import readings
from frontdesk.domain.finding.sounds.spelling import usual_spellings


def sounds(word: str) -> set[str]:
    return {heard for spelt in usual_spellings(word, anyascii) for heard in readings(spelt)}


@pytest.mark.parametrize(
    ("native", "latin"),
    [
        # Lao: vowels before, around and within; a silent ຫ; ຍ as a vowel; one letter for two; two for one
        ("ສົມສັກ", "Somsak"),
        ("ແກ້ວ", "Kaew"),
        ("ໄຊ", "Xay"),
        ("ເມືອງ", "Muang"),
        ("ນ້ອຍ", "Noy"),
        ("ໝູ", "Mou"),
        ("ຫຼ້າ", "La"),
        ("ຈັນທະລາ", "Chanthala"),
        ("ຄຳ", "Kham"),
        ("ບົວ", "Boua"),
        ("ເພຍ", "Phia"),
        # Thai: silenced letters, the doubled r, an o that nobody writes, a last letter that sounds otherwise
        ("น้อย", "Noi"),
        ("จันทร์", "Chan"),
        ("ศักดิ์", "Sak"),
        ("พรรณ", "Phan"),
        ("สมชาย", "Somchai"),
        ("กมล", "Kamon"),
        ("กมล", "Kamol"),
        ("พร", "Phon"),
        ("ทรง", "Song"),
        ("หมู", "Moo"),
        ("ประสิทธิ์", "Prasit"),
        # Khmer: subscripts, two series of vowels, silent ends
        ("សុខា", "Sokha"),
        ("ធារ៉ា", "Theara"),
        ("ចន្ទ", "Chan"),
        ("ប៉ូល", "Pol"),
        ("វង្ស", "Vong"),
        ("ហ្វ៊ុន", "Fun"),
        # Georgian, Cyrillic, Greek and Armenian are written as they are said
        ("გიორგი", "Giorgi"),
        ("ხათუნა", "Khatuna"),
        ("Дмитрий", "Dmitriy"),
        ("Γιώργος", "Giorgos"),
        ("Անահիտ", "Anahit"),
        # Devanagari: each consonant brings an a, the last one does not
        ("राम", "Ram"),
        ("शर्मा", "Sharma"),
        ("कृष्ण", "Krishna"),
        # Korean, with and without the family name; Chinese, whose given name has no space before it
        ("김민수", "Kim"),
        ("김민수", "Minsu"),
        ("박", "Park"),
        ("王小明", "Wang"),
        ("王小明", "Xiaoming"),
        ("さくら", "Sakura"),
    ],
)
def test_a_native_spelling_sounds_like_the_usual_one(native: str, latin: str) -> None:
    assert sounds(native) & set(readings(latin)), (usual_spellings(native, anyascii), readings(latin))


@pytest.mark.parametrize(
    ("native", "latin"), [("محمد", "Muhammad"), ("فاطمة", "Fatima"), ("דוד", "David"), ("ביבי", "Vivi")]
)
def test_scripts_without_vowels_share_the_consonants(native: str, latin: str) -> None:
    from frontdesk.domain.finding.sounds.keys import skeleton

    assert {skeleton(heard) for heard in sounds(native)} & {skeleton(heard) for heard in readings(latin)}


@pytest.mark.parametrize(
    "word", ["្", "ເ", "เ" * 50, "ก" * 200, "ក្" * 100, "🙂", "\u200d", "ा", "ー", "ꙮ", "𝔘", "ๆ์", "ႁ"]
)
def test_no_word_is_too_odd(word: str) -> None:
    for spelt in usual_spellings(word, anyascii):
        assert all(heard.isalnum() for heard in readings(spelt))
