"""What the demo's customers write on their feedback cards, each in the language that they speak."""

from collections.abc import Mapping
from typing import Final

from frontdesk.domain.care.contact_points import ContactPoint

P: Final = ContactPoint

LIKED: Final[Mapping[str, tuple[tuple[ContactPoint, str], ...]]] = {
    "en": (
        (P.PRODUCT, "The cold brew is the best on this side of the river"),
        (P.SERVICE, "Maly remembered my order after a month"),
        (P.PLACE, "Quiet in the morning, good for reading"),
        (P.SERVICE, "Keo carried the tray out to my mother"),
        (P.PAYING, "A fair price for such a big cup"),
        (P.QUEUE, "Three minutes, even in the rush"),
        (P.PRODUCT, ""),
    ),
    "lo": (
        (P.PRODUCT, "ກາເຟຫອມຫຼາຍ"),
        (P.SERVICE, "Maly ຍິ້ມແຍ້ມທຸກເທື່ອ"),
        (P.PLACE, "ນັ່ງສະບາຍ ຢາກຢູ່ດົນໆ"),
        (P.SERVICE, "ຂອບໃຈ Keo ທີ່ແລ່ນເອົາຄັນຮົ່ມມາໃຫ້"),
        (P.PRODUCT, "ຂະໜົມແຊບ ບໍ່ຫວານເກີນ"),
        (P.QUEUE, "ບໍ່ຕ້ອງລໍຖ້າດົນ"),
        (P.SERVICE, ""),
    ),
    "th": (
        (P.PRODUCT, "กาแฟหอมมาก"),
        (P.PLACE, "บรรยากาศดี นั่งได้ทั้งวัน"),
        (P.SERVICE, "พนักงานน่ารักมาก"),
        (P.PAYING, ""),
    ),
}

DISLIKED: Final[Mapping[str, tuple[tuple[ContactPoint, str], ...]]] = {
    "en": (
        (P.QUEUE, "Twenty minutes at eight in the morning"),
        (P.PLACE, "The fan by the window is loud"),
        (P.PRODUCT, "No croissants left after ten"),
        (P.PAYING, "Could not pay by QR"),
        (P.ORDER, "Asked for less sugar and got more"),
        (P.SERVICE, "Nobody looked up when I came in"),
    ),
    "lo": (
        (P.QUEUE, "ຕອນເຊົ້າລໍຖ້າດົນ"),
        (P.PLACE, "ພັດລົມຢູ່ປ່ອງຢ້ຽມດັງເກີນໄປ"),
        (P.PRODUCT, "ຂະໜົມໝົດໄວ"),
        (P.PAYING, "ຈ່າຍດ້ວຍ QR ບໍ່ໄດ້"),
        (P.ORDER, "ສັ່ງຫວານໜ້ອຍ ແຕ່ໄດ້ຫວານຫຼາຍ"),
        (P.SERVICE, "ເຂົ້າມາແລ້ວບໍ່ມີໃຜທັກ"),
    ),
    "th": (
        (P.QUEUE, "ตอนเช้ารอนาน"),
        (P.PLACE, "พัดลมเสียงดัง"),
        (P.ORDER, "สั่งหวานน้อยแต่ได้หวานมาก"),
    ),
}

WISHES: Final[Mapping[str, tuple[str, ...]]] = {
    "en": (
        "Open an hour earlier on Sundays",
        "More sockets at the long table",
        "Oat milk for the same price",
    ),
    "lo": ("ວັນອາທິດເປີດໄວຂຶ້ນໜ່ອຍ", "ຢາກໃຫ້ມີປລັກສຽບຫຼາຍຂຶ້ນ", "ຢາກໃຫ້ມີນົມໂອ໊ດ"),
    "th": ("อยากให้เปิดเช้ากว่านี้", "อยากให้มีปลั๊กมากขึ้น"),
}

THANKS: Final[Mapping[str, str]] = {
    "en": "Thank you! We read every card, and yours made our day.",
    "lo": "ຂອບໃຈຫຼາຍໆ! ພວກເຮົາອ່ານທຸກໃບ ແລະ ໃບຂອງທ່ານເຮັດໃຫ້ພວກເຮົາດີໃຈ.",
    "th": "ขอบคุณมากค่ะ เราอ่านทุกใบ และใบของคุณทำให้เรามีความสุข",
}

SORRY: Final[Mapping[str, str]] = {
    "en": "We are sorry, and thank you for telling us. We are seeing to it.",
    "lo": "ພວກເຮົາຂໍອະໄພ ແລະ ຂອບໃຈທີ່ບອກພວກເຮົາ. ພວກເຮົາກຳລັງແກ້ໄຂ.",
    "th": "เราขออภัย และขอบคุณที่บอกเราค่ะ เรากำลังแก้ไข",
}

DONE_ABOUT: Final[Mapping[ContactPoint, str]] = {
    P.QUEUE: "Two of us are at the machine from seven to nine now.",
    P.PLACE: "The fan by the window is a new one, and quiet.",
    P.PRODUCT: "We bake a second time at eleven now.",
    P.PAYING: "The QR to pay stands on the counter again.",
    P.ORDER: "Sugar is asked for and written on the cup now.",
    P.SERVICE: "We have talked about it: whoever comes in is greeted.",
}
"""What the owner did, for whoever greets them next to say."""
