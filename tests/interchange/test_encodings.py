"""Letters are recognised without being told how they are written."""

import pytest

from frontdesk.domain.importing.imports import BadFile, FileFault
from frontdesk.interchange.encodings import decode, decode_value

LAO, THAI, RUSSIAN = "Name,Note\nສົມສັກ,ກາເຟ\n", "ชื่อ;เบอร์\nสมชาย;น้ำผึ้ง ใจดี\n", "Имя;Фамилия\nПётр;ЧАЙКОВСКИЙ\n"
FRENCH = "Name,Note\nZoë d’Aubigné,café crème\nFrançois,à côté\n"


@pytest.mark.parametrize(
    ("text", "written", "found"),
    [
        (LAO, "utf-8", "utf-8"),
        (LAO, "utf-8-sig", "utf-8-sig"),
        (LAO, "utf-16", "utf-16"),
        (LAO, "utf-16-le", "utf-16-le"),
        (LAO, "utf-16-be", "utf-16-be"),
        (LAO, "utf-32", "utf-32"),
        (THAI, "cp874", "cp874"),
        (RUSSIAN, "cp1251", "cp1251"),
        (FRENCH, "cp1252", "cp1252"),
        ("Name\nJosé Núñez\n", "cp1252", "cp1252"),
        ("Name\nSomsak\n", "ascii", "utf-8"),
    ],
)
def test_the_encoding_is_found(text: str, written: str, found: str) -> None:
    decoded = decode(text.encode(written))
    assert (decoded.text, decoded.encoding) == (text, found)


def test_a_broken_letter_does_not_cost_the_file() -> None:
    damaged = (LAO * 30).encode()[:-4]  # cut within the last letter
    assert decode(damaged).text.startswith(LAO)


@pytest.mark.parametrize(
    ("data", "fault"),
    [
        (b"Name\0\0\x01\x02\0\0\0rubbish", FileFault.NOT_TEXT),
        (b"Name\n" + b"\x81\x8d\x8f\x90\x9d" * 20, FileFault.UNKNOWN_LETTERS),
    ],
)
def test_what_is_not_text_is_named(data: bytes, fault: FileFault) -> None:
    with pytest.raises(BadFile) as caught:
        decode(data)
    assert caught.value.code is fault


def test_one_value_never_fails() -> None:
    assert decode_value("สมชาย".encode("cp874")) == "สมชาย"
    assert decode_value(b"\x80\x81\xfe\xff") == "\ufffd" * 4
