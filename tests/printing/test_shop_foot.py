"""Every print says how to reach the shop, whole, in every script; what a customer takes shows its logo."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from io import BytesIO
from zoneinfo import ZoneInfo

import pytest
from PIL import Image
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter

from frontdesk.domain.acts import Changes, Role, StaffMember
from frontdesk.domain.care.messages import MessageKind
from frontdesk.domain.care.request_ticket import RequestTicket
from frontdesk.domain.care.requests import RequestState, SpecialRequest
from frontdesk.domain.paper.day_close import DayClose, DaySums
from frontdesk.domain.paper.shop_signs import ShopSigns
from frontdesk.domain.team.hand_over import HandOver
from frontdesk.domain.team.pins import PinCode
from frontdesk.domain.trust.key_custody import RecoverySheet
from frontdesk.domain.trust.paper_anchor import PaperAnchor
from frontdesk.domain.trust.recovery_code import lines_of, recovery_code, recovery_lines
from frontdesk.media.logo import prepare_logo
from frontdesk.printing.canvas import Canvas, Print
from frontdesk.printing.care_sheet import CareSheetPrint
from frontdesk.printing.day_close_slip import DayCloseSlipPrint
from frontdesk.printing.greeting_card import GreetingCardPrint
from frontdesk.printing.hand_over import HandOverPrint
from frontdesk.printing.leaving_slip import LeavingSlipPrint
from frontdesk.printing.lettering import Typesetter
from frontdesk.printing.member_card import MemberCardPrint
from frontdesk.printing.page import CARD_A6, PAGE_A5, SINGLE_MEMBER_CARD, SheetLayout
from frontdesk.printing.pin_code_sheet import PIN_CODE_PAGE, PinCodePrint
from frontdesk.printing.receipt_trial import ReceiptTrialPrint
from frontdesk.printing.recovery_sheet import RECOVERY_PAGE, RecoverySheetPrint
from frontdesk.printing.request_ticket import RequestTicketPrint
from frontdesk.printing.sheet import preview_images
from frontdesk.printing.shop_foot import contacts_line, paint_logo
from frontdesk.printing.team_poster import TEAM_POSTER_PAGE, OnPoster, TeamPosterPrint
from frontdesk.printing.year_card import YearCardPrint
from frontdesk.texts import texts_for
from frontdesk.wording.keepsakes import SlipWords, Told, YearWords
from frontdesk.wording.messages import heading, message
from tests.printing.set_texts import set_texts, whole

NUMBERS = ("+856 20 5512 3456", "hello@mekongcoffee.com.la")
ADDRESSES = {
    "en": "12 Samsenthai Road, opposite the old fountain, Ban Haysok, Chanthabouly, Vientiane, P.O. Box 1",
    "lo": "ເຮືອນເລກທີ 12 ຖະໜົນສາມແສນໄທ ບ້ານຫາຍໂສກ ເມືອງຈັນທະບູລີ ນະຄອນຫຼວງວຽງຈັນ ກົງກັນຂ້າມກັບນ້ຳພຸ",
    "th": "เลขที่ ๑๒ ถนนสามเสนไทย บ้านหายโศก เมืองจันทะบูลี นครหลวงเวียงจันทน์ ตรงข้ามน้ำพุเก่า ชั้นสาม ห้อง ๔",
    "km": "ផ្ទះលេខ ១២ ផ្លូវព្រះសីហនុ សង្កាត់ទន្លេបាសាក់ ខណ្ឌចំការមន រាជធានីភ្នំពេញ ជិតវិមានឯករាជ្យ និងផ្សារធំ ជាន់ទី៣",
    "ka": "თბილისი, რუსთაველის გამზირი 12, ძველი შადრევნის მოპირდაპირედ, მესამე სართული, ოთახი 4, ზარი 7",
}
VIENTIANE, TODAY = ZoneInfo("Asia/Vientiane"), date(2026, 11, 22)
CAKE = SpecialRequest(1, 1, "Maria", "Cake", "", RequestState.OPEN, 0, None, 1, "Noy")


def a_logo(width: int = 60, height: int = 40) -> bytes:
    file = BytesIO()
    Image.new("RGB", (width, height), (0, 160, 0)).save(file, "PNG")
    return prepare_logo(file.getvalue()).png


def birthday(shop: ShopSigns, language: str) -> GreetingCardPrint:
    texts, kind = texts_for(language), MessageKind.BIRTHDAY
    said = message(texts, kind, shop=shop.name, name="Maria", staff="Noy", years=3)
    return GreetingCardPrint(kind, heading(texts, kind, 3), said, shop)


def year(shop: ShopSigns, language: str) -> YearCardPrint:
    gettext = texts_for(language).gettext
    told = tuple(Told(value, "visits in the year before this one") for value in "1234")
    thanks = gettext("Thank you. It is good to have you with us.")
    words = YearWords(
        gettext("Our time together"), "Maria", told, "With us since\nWhat you like best", thanks
    )
    return YearCardPrint(words, "Noy", shop)


def slip(shop: ShopSigns, language: str) -> LeavingSlipPrint:
    return LeavingSlipPrint(
        shop, "Maria", "today", SlipWords("Yours", ("7 stamps",), "We keep it.", "Thanks.")
    )


def ticket(shop: ShopSigns, language: str) -> RequestTicketPrint:
    return RequestTicketPrint(RequestTicket(shop, "en", CAKE, "Maria", (), (), 0), VIENTIANE)


def day_close(shop: ShopSigns, language: str) -> DayCloseSlipPrint:
    end, sums = PaperAnchor(1_048_576, "0a1bc0de"), DaySums(123, 6, 17, 4, 29)
    return DayCloseSlipPrint(DayClose(shop, "Till 1", TODAY, "18:05", language, sums, end))


def hand_over(shop: ShopSigns, language: str) -> HandOverPrint:
    return HandOverPrint(HandOver(shop, 0, TODAY, VIENTIANE, language, ("Noy",), ()))


def recovery(shop: ShopSigns, language: str) -> RecoverySheetPrint:
    key = bytes(32)
    lines, code = recovery_lines(key), recovery_code(key)
    return RecoverySheetPrint(RecoverySheet(shop, TODAY, language, lines, code))


def pin_code(shop: ShopSigns, language: str) -> PinCodePrint:
    owner = StaffMember(1, "Noy", Role.OWNER)
    return PinCodePrint(PinCode(owner, TODAY, language, lines_of(bytes(16)), Changes()), shop)


PRINTS: dict[str, tuple[Callable[[ShopSigns, str], Print], SheetLayout]] = {
    "birthday": (birthday, CARD_A6),
    "year": (year, CARD_A6),
    "leaving": (slip, CARD_A6),
    "take-home": (lambda shop, language: CareSheetPrint(shop, "Beans", "Keep it cool.", "Ask us."), PAGE_A5),
    "member card": (
        lambda shop, language: MemberCardPrint(shop, "Maria", "M0000000000000000", "Coffee", language),
        SINGLE_MEMBER_CARD,
    ),
    "team poster": (
        lambda shop, language: TeamPosterPrint(shop, OnPoster("Noy", None, "N"), (), (language, "en")),
        TEAM_POSTER_PAGE,
    ),
    "ticket": (ticket, SheetLayout(80, 200, 80, 200)),
    "day-close slip": (day_close, SheetLayout(80, 190, 80, 190)),
    "hand-over": (hand_over, SheetLayout(210, 148.5, 210, 148.5)),
    "recovery sheet": (recovery, RECOVERY_PAGE),
    "recovery code": (pin_code, PIN_CODE_PAGE),
    "test receipt": (lambda shop, language: ReceiptTrialPrint(shop, 58), SheetLayout(58, 150, 58, 150)),
}
OF_THE_STAFF = {"ticket", "day-close slip", "hand-over", "recovery sheet"}


@pytest.mark.parametrize("language", ADDRESSES)
@pytest.mark.parametrize("name", PRINTS)
def test_a_print_says_whole_how_to_reach_the_shop(name: str, language: str) -> None:
    shop = ShopSigns("Café Mekong", (*NUMBERS, ADDRESSES[language]), a_logo())
    make, layout = PRINTS[name]
    said = set_texts(make(shop, language), layout)
    assert contacts_line(shop) in [text for text, _ in said]
    assert not [text for text, done in said if not whole(text, done)]


@pytest.mark.parametrize("name", PRINTS)
def test_a_shop_that_gave_none_has_no_empty_line(name: str) -> None:
    make, layout = PRINTS[name]
    assert "" not in [text for text, _ in set_texts(make(ShopSigns("Café"), "en"), layout)]


@pytest.mark.parametrize("name", sorted(set(PRINTS) - OF_THE_STAFF))
def test_the_logo_is_on_it(name: str) -> None:
    make, layout = PRINTS[name]
    with_logo, without = (
        preview_images([make(ShopSigns("Café Mekong", (), logo), "en")], layout, 60)[0]
        for logo in (a_logo(), None)
    )
    assert _green(with_logo) > 60
    assert not _green(without)


def test_a_key_tag_has_the_shortest_way_to_reach_the_shop() -> None:
    tag = SheetLayout(54, 28, 54, 28)
    shop = ShopSigns("Café Mekong", (*NUMBERS, ADDRESSES["km"]), a_logo())
    card = MemberCardPrint(shop, "Maria", "M0000000000000000")
    texts = [text for text, done in set_texts(card, tag) if whole(text, done)]
    assert contacts_line(replace(shop, contacts=NUMBERS[:1])) in texts


def test_a_number_is_never_broken() -> None:
    line = contacts_line(ShopSigns("Café", (*NUMBERS, "Ban Haysok")))
    first, second = line.split("\u2028")
    assert second == "Ban Haysok"
    assert [part for part in first.split(" ") if part != "·"] == [
        NUMBERS[0].replace(" ", "\u00a0"),
        NUMBERS[1],
    ]


@pytest.mark.parametrize(("width", "height"), [(400, 20), (20, 400), (30, 30)])
def test_a_logo_of_any_shape_stays_in_its_box_and_keeps_its_shape(width: int, height: int) -> None:
    image = QImage(300, 200, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    painter = QPainter(image)
    canvas = Canvas(painter, Typesetter())
    box = QRectF(50, 50, 120, 60)
    across = paint_logo(canvas, ShopSigns("Café", (), a_logo(width, height)), box)
    painter.end()
    (place,) = canvas.pictures
    assert box.adjusted(-0.01, -0.01, 0.01, 0.01).contains(place)
    assert place.width() / place.height() == pytest.approx(width / height)
    assert across == place.width()


def _green(image: QImage) -> int:
    colours = (image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height()))
    return sum(each.green() > 130 and each.red() < 60 and each.blue() < 60 for each in colours)
