"""The card of one of the staff: its square and bars are read by both readers, in each language of a till."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image

from frontdesk.domain.paper.codes import CodeKind, new_code
from frontdesk.domain.paper.shop_signs import ShopSigns
from frontdesk.printing.page import MEMBER_CARDS
from frontdesk.printing.sheet import write_pdf
from frontdesk.printing.staff_card import StaffCardPrint
from frontdesk.printing.team_poster import OnPoster
from frontdesk.texts import LANGUAGES

LONG = "ນາງ ບຸນທະວີ ພົມມະຈັນ ສຸວັນນະວົງສາ"


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_card_is_read_by_both_readers(
    tmp_path: Path,
    render: Callable[[Path, int], list[Image.Image]],
    reader: Callable[[Image.Image], list[str]],
    language: str,
) -> None:
    shop = ShopSigns("Café Mekong, Bakery and Tea House of Luang Prabang", ())
    codes = [new_code(CodeKind.STAFF, b"k" * 32, bytes([at] * 5)) for at in range(3)]
    cards = [StaffCardPrint(shop, OnPoster(LONG, None, "ນ"), code, language) for code in codes]
    path = tmp_path / "cards.pdf"
    assert write_pdf(path, cards, MEMBER_CARDS, "Cards")
    (page,) = render(path, 300)
    assert reader(page) == sorted(code for code in codes for _ in range(2))
