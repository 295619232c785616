"""Text can be read: at least 4.5 to 1 on whatever it lies on, in both themes."""

import pytest

from frontdesk.domain.shop import Theme
from frontdesk.ui.look.palette import CARD_COLOURS, contrast, dyed, palette_of
from frontdesk.ui.look.style import style_sheet

TEXT_ON_GROUND = [
    ("ink", "ground"),
    ("ink", "card"),
    ("ink", "raised"),
    ("ink", "soft"),
    ("quiet", "ground"),
    ("quiet", "card"),
    ("quiet", "raised"),
    ("quiet", "calm_ground"),
    ("quiet", "warn_ground"),
    ("quiet", "good_ground"),
    ("quiet", "soft"),
    ("on_accent", "accent"),
    ("on_accent", "accent_deep"),
    ("accent_ink", "card"),
    ("accent_ink", "raised"),
    ("accent_ink", "soft"),
    ("warn_ink", "warn_ground"),
    ("good_ink", "good_ground"),
    ("toast_ink", "toast_ground"),
    ("toast_accent", "toast_ground"),
    ("on_practice", "practice"),
    ("ink", "practice_ground"),
    ("quiet", "practice_ground"),
]


@pytest.mark.parametrize("theme", Theme)
@pytest.mark.parametrize(("text", "ground"), TEXT_ON_GROUND)
def test_text_has_contrast(theme: Theme, text: str, ground: str) -> None:
    colours = palette_of(theme).placeholders()
    assert contrast(colours[text], colours[ground]) >= 4.5


@pytest.mark.parametrize("theme", Theme)
@pytest.mark.parametrize("colour", CARD_COLOURS)
def test_text_on_a_card_of_any_colour_has_contrast(theme: Theme, colour: str) -> None:
    colours = dyed(palette_of(theme), colour).placeholders()
    assert colours["accent"] != palette_of(theme).accent
    assert [pair for pair in TEXT_ON_GROUND if contrast(colours[pair[0]], colours[pair[1]]) < 4.5] == []


def test_a_colour_of_another_version_is_the_accent() -> None:
    assert dyed(palette_of(Theme.DARK), "mauve") == palette_of(Theme.DARK)


def test_contrast_counts_as_the_guideline_does() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("theme", Theme)
def test_every_place_in_the_style_sheet_is_filled(theme: Theme) -> None:
    sheet = style_sheet(palette_of(theme))
    assert "$" not in sheet
    assert "font-family" not in sheet
