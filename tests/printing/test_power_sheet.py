"""The power-cut sheet on paper: names that are found in every script, boxes, and nothing that is private."""

from collections.abc import Callable
from pathlib import Path
from zoneinfo import ZoneInfo

import pypdfium2
import pytest
from PIL import Image

from frontdesk.bootstrap import FrontDesk
from frontdesk.domain.paper.power_sheets import Candidate, PowerSheet, SheetRow, lines_for, paper_names
from frontdesk.domain.paper.shop_signs import ShopSigns
from frontdesk.domain.people.customers import CustomerDraft
from frontdesk.printing.collation import in_reading_order
from frontdesk.printing.power_sheet import POWER_SHEET_PAGE, pages_of
from frontdesk.printing.sheet import write_pdf
from frontdesk.printing.shop_foot import contacts_line
from tests.printing.set_texts import set_texts, whole

ZONE = ZoneInfo("Asia/Vientiane")
RULE = "5 stamps: coffee free."


def sheet(desk: FrontDesk, people: list[Candidate], stamps: int = 0) -> PowerSheet:
    names = paper_names(people)
    rows = tuple(
        SheetRow(line, each.customer_id, name, stamps, stamps >= 5)
        for line, (each, name) in enumerate(zip(people, names, strict=True), 1)
    )
    programme = desk.shop.programmes()[0]
    return PowerSheet(1, bytes(16), 12, desk.now(), programme, lines_for(len(rows)), rows)


def people(*names: str | tuple[str, str]) -> list[Candidate]:
    both = [name if isinstance(name, tuple) else (name, "") for name in names]
    return [Candidate(place, *pair) for place, pair in enumerate(both, 1)]


@pytest.fixture
def drawn(desk: FrontDesk, tmp_path: Path) -> Callable[..., Path]:
    def draw(who: list[Candidate], language: str = "en", stamps: int = 0) -> Path:
        path = tmp_path / "sheet.pdf"
        pages = pages_of(sheet(desk, who, stamps), ShopSigns("Café Mekong"), RULE, language, ZONE)
        assert write_pdf(path, pages, POWER_SHEET_PAGE, "Power-cut sheet")
        return path

    return draw


def words_on(path: Path) -> list[str]:
    """What each page says."""
    said = []
    with pypdfium2.PdfDocument(path) as document:
        for number in range(len(document)):
            page = document[number].get_textpage()
            said.append(" ".join(page.get_text_bounded().split()))
            page.close()
    return said


def test_the_head_says_which_sheet_how_old_and_by_which_rule(drawn: Callable[..., Path]) -> None:
    (page,) = words_on(drawn(people("Noy", "Keo")))
    for words in ("Sheet 12", "Café Mekong", "19 November 2026, 8:30", "3 December 2026", RULE, "Free one"):
        assert words in page
    assert "Page" not in page, "of one page there is nothing to say"


def test_two_pages_are_numbered_on_and_on(drawn: Callable[..., Path]) -> None:
    first, second = words_on(drawn(people(*(f"Regular{n}" for n in range(30)))))
    assert "Page 1 of 2" in first
    assert "Page 2 of 2" in second
    assert "Regular27" in first
    assert "Regular28" in second
    assert "56" in second


def test_a_free_one_that_is_ready_is_said_in_words(drawn: Callable[..., Path]) -> None:
    assert "free one ready" in words_on(drawn(people("Noy"), stamps=5))[0]
    assert "free one ready" not in words_on(drawn(people("Noy"), stamps=4))[0]


@pytest.mark.parametrize("language", ["en", "lo"])
def test_names_of_every_script_have_ink_in_their_line_and_stay_in_it(
    drawn: Callable[..., Path], render: Callable[[Path, int], list[Image.Image]], language: str
) -> None:
    names = ["ເກດສະໜາ", "เพ็ญศรี", "ណារី", "გიორგი", "王小明", "Anouk-Maria-Margarita-Montmorency-Fontaine" * 2]
    (page,) = render(drawn(people(*names), language), 100)
    per_mm = page.width / 210
    (empty,) = render(drawn([], language), 100)

    def ink(image: Image.Image, left: float, right: float, line: int) -> int:
        top = 10 + 34 + 6.5 + (line - 1) * 7.9
        box = tuple(round(each * per_mm) for each in (left, top + 0.4, right, top + 7.4))
        cut = image.convert("L").crop(box)
        return sum(cut.histogram()[:120])

    for line in range(1, len(names) + 1):
        assert ink(page, 23, 79, line) > 40, names[line - 1]
        assert ink(page, 79.5, 80.5, line) == 0, "a long name ends before what the card has"
    assert ink(empty, 23, 79, 1) < ink(page, 23, 79, 1)


@pytest.mark.parametrize(
    ("name", "called", "printed"),
    [
        ("Somsak Vongphachan", "", "Somsak V."),
        ("Khun Somchai Jaidee", "", "Somchai J."),
        ("ທ້າວ ບຸນມີ", "", "ບຸນມີ"),
        ("ທ້າວ ບຸນມີ ວົງສາ", "", "ບຸນມີ ວົ."),
        ("Phommachan, Somsak", "", "Somsak P."),
        ("Regular 10", "", "Regular 10"),
        ("Ketsana Rattanavong", "Ket", "Ket"),
        ("ນ້ອຍ ເພັດສະໝອນ", "", "ນ້ອຍ ເພັ."),
        ("សុខ ស្រីមុំ", "", "ស្រីមុំ សុ."),
        ("王小明", "", "王小明"),
    ],
)
def test_paper_has_the_shortest_name_that_will_do(name: str, called: str, printed: str) -> None:
    assert paper_names([Candidate(1, name, called)]) == [printed]


def test_two_who_would_be_the_same_on_paper_are_told_apart() -> None:
    who = people("Noy Phommachan", "Noy Phetsavanh", ("Noy Inthavong", "noi"), ("Noi Sayasone", "Noi"))
    assert paper_names(who) == ["Noy P.", "Noy P.", "noi I.", "Noi S."]


@pytest.mark.parametrize(
    ("who", "printed"),
    [
        ([("Kham Vongsa", "Kham"), ("Kham Inthavong", "Kham")], ["Kham V.", "Kham I."]),
        ([("Kham Vongsa", "Kham"), ("Kham Vilay", "Kham")], ["Kham Vo.", "Kham Vi."]),
        ([("Kham Vongsa", "Kham"), "Kham Vilay"], ["Kham", "Kham V."]),
        (["Noy Vongsa", "Noy Vilay", "Noy Vongsy"], ["Noy V.", "Noy Vi.", "Noy V."]),
        (["An Vu", "An Vo"], ["An V.", "An V."]),
        (["Noy", "Noy"], ["Noy", "Noy"]),
    ],
)
def test_no_more_letters_than_needed_and_never_the_whole_family_name(
    who: list[str | tuple[str, str]], printed: list[str]
) -> None:
    assert paper_names(people(*who)) == printed


def test_names_stand_in_the_order_of_the_reader() -> None:
    who = people("ແກ້ວ", "anna", "ກາ", "Ben", "ເກດ", "Regular 10", "Regular 9")
    lao = [each.name for each in in_reading_order("lo", who)]
    assert [name for name in lao if name[0] > "z"] == ["ກາ", "ເກດ", "ແກ້ວ"]
    assert [name for name in lao if name[0] <= "z"] == ["anna", "Ben", "Regular 9", "Regular 10"]


def test_nothing_private_reaches_the_paper(desk: FrontDesk, drawn: Callable[..., Path]) -> None:
    draft = CustomerDraft("Noy Phommachan", phone="020 5551 4867", allergy="Peanuts", note="blue helmet")
    desk.submit(desk.customers.enrol, desk.act(), draft).result()
    (page,) = words_on(drawn(list(desk.power_sheets.candidates(desk.now()))))
    assert "Noy P." in page
    for private in ("4867", "Peanuts", "helmet", "Phommachan"):
        assert private not in page


def test_paper_tells_whom_not_to_call_by_name(desk: FrontDesk, tmp_path: Path) -> None:
    ids = [
        desk.submit(desk.customers.enrol, desk.act(), CustomerDraft(name, greet_by_name=by_name))
        .result()
        .customer.id
        for name, by_name in (("Noy Phommachan", True), ("Kham Vongsa", False))
    ]
    for whom, names, foot in (
        (ids, ["Noy P.", "(Kham V.)"], True),
        (ids[:1], ["Noy P."], False),
    ):
        made = desk.submit(desk.power_sheets.make, desk.act(), whom).result()
        pages = pages_of(made, ShopSigns("Café Mekong"), RULE, "en", ZONE)
        path = tmp_path / f"sheet{len(whom)}.pdf"
        assert write_pdf(path, pages, POWER_SHEET_PAGE, "Power-cut sheet")
        (page,) = words_on(path)
        assert [name for name in names if name not in page] == []
        assert ("A name in brackets: greet them without it." in page) is foot


def test_each_page_says_whole_how_to_reach_the_shop(desk: FrontDesk) -> None:
    address = "12 Samsenthai Road, opposite the old fountain, Ban Haysok, Chanthabouly, Vientiane, P.O. Box 1"
    shop = ShopSigns("Café Mekong", ("+856 20 5512 3456", "hello@mekongcoffee.com.la", address))
    (page,) = pages_of(sheet(desk, people("Noy P.")), shop, RULE, "en", ZONE)
    said = [text for text, done in set_texts(page, POWER_SHEET_PAGE) if whole(text, done)]
    assert contacts_line(shop) in said
