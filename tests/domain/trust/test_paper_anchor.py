"""What people type from paper."""

import pytest

from frontdesk.domain.trust.paper_anchor import AnchorVerdict, BadAnchor, PaperAnchor, read_anchor, verdict


@pytest.mark.parametrize(
    "typed",
    [
        "1204:0a1bc0de",
        " 1204 : 0A1B C0DE ",
        "12O4:OA1BCODE",
        "I2O4:oalbcode",
        "1 204:0a 1b c0 de",
        "1204：0a1bc0de",
    ],
)
def test_case_spaces_and_letters_like_digits_do_not_matter(typed: str) -> None:
    anchor = read_anchor(typed)
    assert anchor == PaperAnchor(1204, "0a1bc0de")
    assert str(anchor) == "1204:0a1bc0de"


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "1204",
        "1204:",
        ":0a1bc0de",
        "1204:0a1bc0d",
        "1204:0a1bc0de0",
        "1204:0a1bc0dg",
        "0:0a1bc0de",
        "-1:0a1bc0de",
        "1204:0a1bc0de:1",
        "1.204:0a1bc0de",
        "9" * 16 + ":0a1bc0de",
    ],
)
def test_anything_less_is_no_anchor(typed: str) -> None:
    with pytest.raises(BadAnchor):
        read_anchor(typed)


def test_only_the_very_same_letters_fit() -> None:
    anchor = PaperAnchor(3, "0a1bc0de")
    assert verdict(anchor, "0a1bc0de") is AnchorVerdict.FITS
    assert verdict(anchor, "0a1bc0df") is AnchorVerdict.OTHER
    assert verdict(anchor, None) is AnchorVerdict.FEWER
