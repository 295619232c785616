"""The feedback link: six ways back, and none that can be bent."""

from urllib.parse import parse_qs, unquote, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from frontdesk.domain.feedback.links import (
    URL_LIMIT,
    FeedbackLink,
    LinkKind,
    feedback_url,
    parse_link_template,
)
from frontdesk.domain.text import BadInput, InputFault

CODE = "F0081086171D13DQF"
LAOS = "856"


@pytest.mark.parametrize(
    ("raw", "link"),
    [
        (
            " https://forms.example/f?c={code} ",
            FeedbackLink(LinkKind.FORM, "https://forms.example/f?c={code}"),
        ),
        ("https://forms.example/{code}#a", FeedbackLink(LinkKind.FORM, "https://forms.example/{code}#a")),
        ("https://forms.gle/abc", FeedbackLink(LinkKind.FORM, "https://forms.gle/abc")),
        (
            "https://forms.example/f?c=%7bcode%7D",
            FeedbackLink(LinkKind.FORM, "https://forms.example/f?c={code}"),
        ),
        ("020 5555 1234", FeedbackLink(LinkKind.SMS, "+8562055551234")),
        ("+66 (0)81-234-5678", FeedbackLink(LinkKind.SMS, "+66812345678")),
        ("໐໒໐ ໕໕໕໕ ໑໒໓໔", FeedbackLink(LinkKind.SMS, "+8562055551234")),
        ("sms:+8562055551234", FeedbackLink(LinkKind.SMS, "+8562055551234")),
        ("sms:+8562055551234?body=hello", FeedbackLink(LinkKind.SMS, "+8562055551234")),
        ("mailto:hello+cards@shop.example", FeedbackLink(LinkKind.MAIL, "hello+cards@shop.example")),
        ("hello@shop.example", FeedbackLink(LinkKind.MAIL, "hello@shop.example")),
        ("https://wa.me/8562055551234?text=hi", FeedbackLink(LinkKind.WHATSAPP, "8562055551234")),
        ("https://line.me/R/ti/p/@sabaidee", FeedbackLink(LinkKind.LINE, "@sabaidee")),
        ("https://line.me/R/oaMessage/%40sabaidee/?x", FeedbackLink(LinkKind.LINE, "@sabaidee")),
        ("https://t.me/sabaidee_cafe", FeedbackLink(LinkKind.TELEGRAM, "sabaidee_cafe")),
    ],
)
def test_what_a_manager_pastes_is_understood(raw: str, link: FeedbackLink) -> None:
    assert parse_link_template(raw, LAOS) == link


@pytest.mark.parametrize(
    ("raw", "fault"),
    [
        ("", InputFault.EMPTY),
        ("our shop", InputFault.NOT_A_LINK),
        ("forms.example/{code}", InputFault.NOT_A_LINK),
        ("javascript:alert(1)//{code}", InputFault.LINK_NOT_ALLOWED),
        ("file:///etc/passwd?{code}", InputFault.LINK_NOT_ALLOWED),
        ("http://forms.example/{code}", InputFault.LINK_NOT_ALLOWED),
        ("tel:+8562055551234", InputFault.LINK_NOT_ALLOWED),
        ("https://forms.example/f?c={CODE}", InputFault.NOT_A_LINK),
        ("https://formsgle", InputFault.NOT_A_LINK),
        ("123", InputFault.NOT_A_PHONE),
        ("2026-11-21 or later", InputFault.NOT_A_LINK),
        ("020 5555 1234 and 020 5555 1235", InputFault.NOT_A_LINK),
        ("020 5555 1234?body=x", InputFault.NOT_A_LINK),
        ("https://{code}.example/f", InputFault.NOT_A_LINK),
        ("https://forms.example/{code}?n={name}", InputFault.NOT_A_LINK),
        ("https://user@forms.example/{code}", InputFault.NOT_A_LINK),
        ("https://forms.example:99999/{code}", InputFault.NOT_A_LINK),
        ("https://[::1/{code}", InputFault.NOT_A_LINK),
        ("https:///{code}", InputFault.NOT_A_LINK),
        ("https://forms.example/\r\n{code}", InputFault.NOT_A_LINK),
        ("https://forms.example/\u202e{code}", InputFault.NOT_A_LINK),
        ("mailto:shop@x.example?bcc=evil@y.example", InputFault.LINK_RECIPIENT),
        ("shop@x.example?bcc=evil", InputFault.LINK_RECIPIENT),
        ("shop@x?bcc=evil", InputFault.LINK_RECIPIENT),
        ("+8562055551234@", InputFault.LINK_RECIPIENT),
        ("mailto:shop@x.example,evil@y.example", InputFault.LINK_RECIPIENT),
        ("mailto:shop@x.example%0abcc:evil@y.example", InputFault.LINK_RECIPIENT),
        ("sms:+856205,+856206", InputFault.LINK_RECIPIENT),
        ("https://wa.me/shop", InputFault.LINK_RECIPIENT),
        ("https://t.me/+invite/x", InputFault.LINK_RECIPIENT),
        ("https://forms.example/{code}" + "a" * 300, InputFault.TOO_LONG),
    ],
)
def test_nonsense_and_tricks_are_refused(raw: str, fault: InputFault) -> None:
    with pytest.raises(BadInput) as caught:
        parse_link_template(raw, LAOS)
    assert caught.value.code is fault


@pytest.mark.parametrize(
    ("link", "url"),
    [
        (
            FeedbackLink(LinkKind.FORM, "https://forms.example/ຄຳ?c={code}"),
            f"https://forms.example/%E0%BA%84%E0%BA%B3?c={CODE}",
        ),
        (FeedbackLink(LinkKind.FORM, "https://forms.gle/abc"), "https://forms.gle/abc"),
        (FeedbackLink(LinkKind.SMS, "+85620"), f"sms:+85620?body=Hi%20%26%20{CODE}"),
        (
            FeedbackLink(LinkKind.MAIL, "a+b@c.example"),
            f"mailto:a%2Bb@c.example?subject={CODE}&body=Hi%20%26%20{CODE}",
        ),
        (FeedbackLink(LinkKind.WHATSAPP, "+85620"), f"https://wa.me/85620?text=Hi%20%26%20{CODE}"),
        (FeedbackLink(LinkKind.LINE, "@shop"), f"https://line.me/R/oaMessage/%40shop/?Hi%20%26%20{CODE}"),
        (FeedbackLink(LinkKind.TELEGRAM, "shop"), f"https://t.me/shop?text=Hi%20%26%20{CODE}"),
    ],
)
def test_the_address_that_is_printed(link: FeedbackLink, url: str) -> None:
    assert feedback_url(link, CODE, f"Hi & {CODE}") == url


@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=15))
def test_whatever_the_message_says_it_stays_one_value(text: str) -> None:
    url = feedback_url(FeedbackLink(LinkKind.WHATSAPP, "85620"), CODE, text)

    parts = urlsplit(url)
    assert (parts.netloc, parts.path, parts.fragment) == ("wa.me", "/85620", "")
    assert url.isascii()
    assert list(parse_qs(parts.query)) == ["text"]
    assert unquote(parts.query.removeprefix("text=")) == f"{text} {CODE}".strip()


def test_a_message_too_long_for_a_readable_square_gives_way_to_the_code() -> None:
    link = FeedbackLink(LinkKind.WHATSAPP, "8562055551234")

    url = feedback_url(link, CODE, "ຂອບໃຈທີ່ມາຢາມພວກເຮົາ ກະລຸນາບອກພວກເຮົາວ່າເປັນແນວໃດ")

    assert url == f"https://wa.me/8562055551234?text={CODE}"
    assert len(url) <= URL_LIMIT


def test_a_form_whose_address_outgrows_the_square_is_refused() -> None:
    with pytest.raises(BadInput) as caught:
        feedback_url(FeedbackLink(LinkKind.FORM, "https://forms.example/" + "ຄ" * 80 + "{code}"), CODE, "")
    assert (caught.value.code, caught.value.limit) == (InputFault.TOO_LONG, URL_LIMIT)
