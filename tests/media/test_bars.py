"""Lines of bars, read back by an independent reader where there is one."""

import shutil
import subprocess
from pathlib import Path

import pytest
import zxingcpp
from PIL import Image, ImageOps

from frontdesk.domain.paper.codes import CodeKind, new_code
from frontdesk.media.bars import QUIET_ZONE, code_128

CODES = [new_code(CodeKind.MEMBER, bytes(16), bytes([number, 7, 0, number * 3, 99])) for number in range(20)]
WIDEST = 11 + 17 * 11 + 11 + 13
"""Start, the characters, the check character and the stop, as wide as they can get."""


def picture(bars: tuple[bool, ...]) -> Image.Image:
    line = Image.new("L", (len(bars), 1))
    line.putdata([0 if dark else 255 for dark in bars])
    return ImageOps.expand(line.resize((3 * len(bars), 60), 0), 3 * QUIET_ZONE, 255)


@pytest.mark.parametrize("code", [*CODES, "M0123456789ABCDEF", "F", "0000000000"])
def test_what_is_drawn_can_be_read(code: str) -> None:
    (found,) = zxingcpp.read_barcodes(picture(code_128(code)))
    assert (found.text, found.symbology_identifier) == (code, "]C0")


def test_another_reader_reads_it_too(tmp_path: Path) -> None:
    if shutil.which("zbarimg") is None:
        pytest.skip("zbarimg is not installed (Debian: zbar-tools)")
    picture(code_128(CODES[0])).save(tmp_path / "bars.png")
    ran = subprocess.run(
        ["zbarimg", "--quiet", "--nodbus", tmp_path / "bars.png"], capture_output=True, text=True, check=True
    )
    assert ran.stdout.strip() == f"CODE-128:{CODES[0]}"


def test_no_card_needs_more_than_the_widest_line() -> None:
    for code in CODES:
        bars = code_128(code)
        assert len(bars) <= WIDEST
        assert bars[0]
        assert bars[-1]


@pytest.mark.parametrize("data", ["", "ສະບາຍດີ"])
def test_what_bars_cannot_hold_is_refused(data: str) -> None:
    with pytest.raises(ValueError, match="bars"):
        code_128(data)
