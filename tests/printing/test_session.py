"""Drawing starts its own Qt session where there is none, also on a machine without a screen."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtGui import QFont, QFontInfo

from frontdesk.printing.session import families, font

ROOT = Path(__file__).resolve().parents[2]
DRAW = """
from frontdesk.domain.paper.shop_signs import ShopSigns
from frontdesk.printing.member_card import MemberCardPrint
from frontdesk.printing.page import SINGLE_MEMBER_CARD
from frontdesk.printing.sheet import preview_images
card = MemberCardPrint(ShopSigns("ហាង"), "ສົມສັກ", "M0000000000000000")
(image,) = preview_images([card], SINGLE_MEMBER_CARD, 50)
print(image.width(), image.height())
"""


@pytest.mark.parametrize("display", ["", ":987"], ids=["no display", "a stale display"])
@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="elsewhere there always is a screen")
def test_cards_are_drawn_without_a_screen_and_without_a_word(display: str) -> None:
    hidden = {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM", "XDG_SESSION_TYPE"}
    environment = {name: value for name, value in os.environ.items() if name not in hidden}
    if display:
        environment["DISPLAY"] = display
    ran = subprocess.run(
        [sys.executable, "-c", DRAW], cwd=ROOT, env=environment, capture_output=True, text=True, check=True
    )
    assert ran.stdout.split() == ["169", "106"]
    assert ran.stderr == ""


def test_a_session_that_cannot_draw_is_refused() -> None:
    script = (
        "from PySide6.QtCore import QCoreApplication\n"
        "from frontdesk.printing.session import ensure_gui\n"
        "core = QCoreApplication([])\n"
        "ensure_gui()"
    )
    ran = subprocess.run(
        [sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert ran.returncode == 1
    assert "text cannot be drawn" in ran.stderr


def test_the_bundled_families_are_there_in_both_weights() -> None:
    for family in families():
        for weight in (QFont.Weight.Normal, QFont.Weight.Bold):
            asked = QFont(family)
            asked.setWeight(weight)
            assert QFontInfo(asked).family() == family
            assert QFontInfo(asked).weight() == weight


def test_a_font_is_never_smaller_than_one_unit() -> None:
    assert font(0.2).pixelSize() == 1
    assert font(12.4, QFont.Weight.Bold).pixelSize() == 12
    assert font(12.4, QFont.Weight.Bold).bold()
    assert font(12).families() == families()
