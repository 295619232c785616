"""A Lao or Thai name in Latin letters, back in Lao ones: Somsak Phommachan is ສົມສັກ ພົມມະຈັນ.

By the parts that such names are put together of, never letter by letter: ph may be ພ or ຜ, th ທ or ຖ, and
nothing in the spelling tells which. A name with a part that is not known is not written at all.
"""

from functools import lru_cache
from itertools import chain
from typing import Final

_WHOLE: Final = """
    Khamla=ຄຳຫຼ້າ Somboun=ສົມບູນ Somchai=ສົມຊາຍ Somchay=ສົມຊາຍ Chanpheng=ຈັນເພັງ Bounpheng=ບຸນເພັງ
    Khampheng=ຄຳແພງ Pheng=ແພງ Vongsa=ວົງສາ Khamvongsa=ຄຳວົງສາ Keovongsa=ແກ້ວວົງສາ Noy=ນ້ອຍ Noi=ນ້ອຍ Nok=ນົກ
    Phomma=ພົມມາ Chantha=ຈັນທະ Chanthala=ຈັນທະລາ Xaya=ໄຊຍະ Xaysana=ໄຊຊະນະ Vanna=ວັນນະ Sombath=ສົມບັດ
    Khamtanh=ຄຳຕັນ Bounxou=ບຸນຊູ Bounthom=ບຸນຖົມ Bounthan=ບຸນທັນ Bounthanh=ບຸນທັນ Bounpone=ບຸນປອນ
    Bounsong=ບຸນສົ່ງ Bounyang=ບຸນຍັງ Bunmi=ບຸນມີ Boonmee=ບຸນມີ Kaysone=ໄກສອນ Souphanouvong=ສຸພານຸວົງ
    Keota=ແກ້ວຕາ Douangta=ດວງຕາ Toukta=ຕຸກຕາ Douangchay=ດວງໃຈ Chitta=ຈິດຕາ Sida=ສີດາ Mala=ມາລາ Ladda=ລັດດາ
    Latsamy=ລັດສະໝີ Phoutsady=ພຸດສະດີ Vatsana=ວາດສະໜາ Nittaya=ນິດຕະຍາ Pathoum=ປະທຸມ Pany=ປານີ Panya=ປັນຍາ
    Souda=ສຸດາ Souksada=ສຸກສະດາ Souliya=ສຸລິຍາ Alounny=ອາລຸນນີ Amphay=ອຳໄພ Anousone=ອານຸສອນ Outhai=ອຸໄທ
    Outhay=ອຸໄທ Vilavanh=ວິລະວັນ Phothisane=ໂພທິສານ Kong=ກອງ Deng=ແດງ Dam=ດຳ Daeng=ແດງ Somying=ສົມຍິງ
    Prasert=ປະເສີດ Narong=ນະລົງ Sopha=ໂສພາ Phimpha=ພິມພາ Boupha=ບຸບຜາ Norasing=ນໍລະສິງ Khone=ຄອນ
    Thipphaphone=ທິບພະພອນ
"""
_ANYWHERE: Final = """
    Som=ສົມ Boun=ບຸນ Kham=ຄຳ Xay=ໄຊ Say=ໄຊ Chai=ໄຊ Vong=ວົງ Wong=ວົງ Phone=ພອນ Phon=ພອນ Porn=ພອນ Sone=ສອນ
    Sack=ສັກ Sak=ສັກ Keo=ແກ້ວ Kaew=ແກ້ວ Chan=ຈັນ Chanh=ຈັນ Douang=ດວງ Duang=ດວງ Dao=ດາວ Dala=ດາລາ Thong=ທອງ
    Boua=ບົວ Vieng=ວຽງ Vilay=ວິໄລ Wilai=ວິໄລ Vixay=ວິໄຊ Wichai=ວິໄຊ Souk=ສຸກ Phou=ພູ Seng=ແສງ Saeng=ແສງ
    Phet=ເພັດ Maly=ມາລີ Malee=ມາລີ Malay=ມາໄລ Oudom=ອຸດົມ Savanh=ສະຫວັນ Savath=ສະຫວາດ Savang=ສະຫວ່າງ
    Samone=ສະໝອນ Samay=ສະໄໝ Phanh=ພັນ Vanh=ວັນ Thavone=ຖາວອນ Thavy=ທະວີ Thip=ທິບ Thida=ທິດາ Phim=ພິມ
    Chaleun=ຈະເລີນ Heuang=ເຮືອງ Deuan=ເດືອນ Deuane=ເດືອນ Phachanh=ພະຈັນ Phachan=ພະຈັນ Vichit=ວິຈິດ
    Phoum=ພູມ Inpeng=ອິນແປງ Soupha=ສຸພາ Somphou=ສົມພູ Dalavanh=ດາລາວັນ Phavanh=ພາວັນ Many=ມະນີ Manee=ມະນີ
"""
_BESIDE_OTHERS: Final = """
    Phan=ພັນ Van=ວັນ My=ມີ Dy=ດີ Sy=ສີ Si=ສີ Sing=ສິງ Lert=ເລີດ Leud=ເລີດ Vone=ວອນ One=ອ່ອນ Mone=ມອນ Oudone=ອຸດອນ
    Phay=ໄພ Phai=ໄພ Chit=ຈິດ Neuk=ນຶກ Pha=ພາ Lath=ລາດ Aloun=ອາລຸນ Paseuth=ປະເສີດ Salath=ສະລາດ King=ກິ່ງ Khan=ຂັນ
    Phakdy=ພັກດີ Done=ດອນ Mala=ມາລາ Kong=ກອງ Phandone=ພັນດອນ Kone=ກອນ Souliya=ສຸລິຍາ
"""
_BEFORE_OTHERS: Final = """
    Chantha=ຈັນທະ Xaya=ໄຊຍະ Saya=ໄຊຍະ Thamma=ທຳມະ Thippha=ທິບພະ Thipha=ທິບພາ Nantha=ນັນທະ
    Bounya=ບຸນຍະ Panya=ປັນຍາ Phantha=ພັນທະ Phomma=ພົມມະ Phoma=ພົມມະ Rattana=ຣັດຕະນະ Ratana=ຣັດຕະນະ Vora=ວໍລະ
    Sily=ສີລິ Sili=ສີລິ Souvanna=ສຸວັນນະ Intha=ອິນທະ Maha=ມະຫາ Mani=ມະນີ Phothi=ໂພທິ Southamma=ສຸທຳມະ
    Souli=ສຸລິ Phimma=ພິມມະ Khanti=ຂັນຕິ Latsa=ລາດຊະ Vanna=ວັນນະ Theppha=ເທບພະ Napha=ນະພາ Sopha=ໂສພາ
    Souda=ສຸດາ Ladda=ລັດດາ Pho=ໂພ Sou=ສຸ
"""
_THAI_OR_LAO: Final = frozenset({"lo", "th", ""})
_SHORT: Final = 5
"""Letters. As short as this it may as well be a name from elsewhere."""

_LETTERS_OF_OTHERS: Final = frozenset("fjqrzw")
_STARTS_LIKE: Final = ("ph", "kh", "x", "ng", "boun", "boua", "som", "sou", "vong", "keo", "thong", "seng")
_ENDS_LIKE: Final = ("xay", "vong", "phone", "savanh", "vanh", "chanh", "phanh", "sack", "keo", "thong")
_LIKE_A_LAO_END: Final = ("a", "e", "i", "o", "u", "y", "n", "m", "g", "h", "k", "t", "p", "d", "w", "v")


def _parts(*written: str) -> dict[str, str]:
    pairs = (each.split("=") for each in chain.from_iterable(part.split() for part in written))
    return {latin.casefold(): lao for latin, lao in pairs}


_NAMES: Final = _parts(_WHOLE, _ANYWHERE)
_STARTS: Final = _parts(_ANYWHERE, _BESIDE_OTHERS, _BEFORE_OTHERS)
_ENDS: Final = _parts(_ANYWHERE, _BESIDE_OTHERS) | {"vongsa": "ວົງສາ", "somboun": "ສົມບູນ", "manh": "ມັນ"}


def from_spelling(word: str, language: str = "") -> str:
    """One word of a name in Lao letters; empty where any part of it is not known.

    Of one part alone (Chan, Dao) only where `language` says nothing against its being Lao or Thai.
    """
    plain = word.casefold()
    whole = _NAMES.get(plain, "")
    if whole and (language in _THAI_OR_LAO or len(plain) > _SHORT):
        return whole
    return _of_parts(plain)


def may_be_lao(word: str, language: str = "") -> bool:
    """Might this be a name in the Lao way of spelling, so that another way of saying it would be wrong?"""
    plain = word.casefold()
    if language not in _THAI_OR_LAO or not plain.isascii() or _LETTERS_OF_OTHERS & set(plain):
        return False
    if not plain.endswith(_LIKE_A_LAO_END):
        return False
    return bool(language) or plain.startswith(_STARTS_LIKE) or plain.endswith(_ENDS_LIKE)


@lru_cache(maxsize=4096)
def _of_parts(word: str) -> str:
    """The word out of two parts or more, the longest that fit first."""
    for end in range(len(word) - 1, 1, -1):
        start = _STARTS.get(word[:end])
        if start is None:
            continue
        rest = _ENDS.get(word[end:]) or _of_parts(word[end:])
        if rest:
            return start + rest
    return ""
