"""A logo as it comes: huge, transparent, noisy, or no picture at all."""

import random
from io import BytesIO

import pytest
from PIL import Image

from frontdesk.domain.paper.shop_signs import LOGO_BYTES_LIMIT, LOGO_SIDE
from frontdesk.domain.people.photos import BadPhoto, PhotoFault
from frontdesk.media.logo import prepare_logo


def saved(picture: Image.Image, kind: str, **options: object) -> bytes:
    file = BytesIO()
    picture.save(file, kind, **options)
    return file.getvalue()


def opened(png: bytes) -> Image.Image:
    picture = Image.open(BytesIO(png), formats=["PNG"])
    picture.load()
    return picture


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_a_picture_becomes_a_small_png(kind: str) -> None:
    logo = opened(prepare_logo(saved(Image.new("RGB", (2000, 1000), (180, 80, 40)), kind)).png)
    assert (logo.size, logo.mode) == ((LOGO_SIDE, LOGO_SIDE // 2), "RGB")


@pytest.mark.parametrize("kind", ["PNG", "WEBP"])
def test_what_was_transparent_stays_so(kind: str) -> None:
    picture = Image.new("RGBA", (64, 64), (0, 0, 0, 0))
    picture.paste((180, 80, 40, 255), (0, 0, 32, 64))
    logo = opened(prepare_logo(saved(picture, kind, lossless=True)).png)
    assert [logo.getpixel((x, 32))[3] for x in (10, 50)] == [255, 0]


def test_a_logo_that_packs_badly_is_made_smaller_until_it_fits() -> None:
    noise = Image.frombytes("RGBA", (1024, 1024), random.Random(5).randbytes(4 << 20))
    png = prepare_logo(saved(noise, "PNG")).png
    assert len(png) <= LOGO_BYTES_LIMIT
    assert opened(png).width >= 256


def test_nothing_but_the_pixels_is_kept() -> None:
    exif = Image.Exif()
    exif[0x010E] = "taken at home"
    source = saved(Image.new("RGB", (40, 40), (9, 9, 9)), "JPEG", exif=exif, comment=b"secret")
    png = prepare_logo(source).png
    assert not opened(png).getexif()
    assert b"secret" not in png
    assert b"at home" not in png


@pytest.mark.parametrize(
    ("source", "fault"),
    [
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", PhotoFault.NOT_A_PICTURE),
        (saved(Image.new("1", (6000, 4001)), "PNG"), PhotoFault.TOO_MANY_PIXELS),
        (b"\x00" * 25_000_001, PhotoFault.TOO_MANY_BYTES),
        (saved(Image.new("RGB", (90, 90)), "PNG")[:70], PhotoFault.BROKEN),
    ],
    ids=["svg", "pixels", "bytes", "cut off"],
)
def test_what_is_no_picture_of_a_decent_size_is_refused(source: bytes, fault: PhotoFault) -> None:
    with pytest.raises(BadPhoto) as refused:
        prepare_logo(source)
    assert refused.value.code is fault
