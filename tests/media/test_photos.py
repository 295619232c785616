"""Photos as they come: sideways, huge, broken, transparent, full of secrets."""

from io import BytesIO

import pytest
from PIL import Image, ImageDraw
from PIL.PngImagePlugin import PngInfo

from frontdesk.domain.people.photos import BadPhoto, PhotoFault
from frontdesk.media import photos
from frontdesk.media.photos import FULL_SIDE, THUMB_SIDE, prepare_photo

ORIENTATION, DESCRIPTION, GPS = 0x0112, 0x010E, 0x8825
RED, BLUE = (220, 30, 30), (30, 30, 220)


def saved(picture: Image.Image, kind: str, **options: object) -> bytes:
    file = BytesIO()
    picture.save(file, kind, **options)
    return file.getvalue()


def opened(webp: bytes) -> Image.Image:
    picture = Image.open(BytesIO(webp), formats=["WEBP"])
    picture.load()
    return picture


def red_above_blue(width: int, height: int) -> Image.Image:
    picture = Image.new("RGB", (width, height), BLUE)
    ImageDraw.Draw(picture).rectangle((0, 0, width, height // 2), fill=RED)
    return picture


def is_reddish(pixel: tuple[int, ...]) -> bool:
    return pixel[0] > 150 and pixel[2] < 100


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_a_photo_becomes_a_square_thumb_and_a_full_picture(kind: str) -> None:
    photo = prepare_photo(saved(red_above_blue(1600, 1200), kind))

    assert opened(photo.thumb).size == (THUMB_SIDE, THUMB_SIDE)
    assert opened(photo.full).size == (FULL_SIDE, 384)
    assert is_reddish(opened(photo.full).getpixel((256, 40)))


def test_a_small_picture_is_not_blown_up() -> None:
    photo = prepare_photo(saved(red_above_blue(80, 120), "PNG"))

    assert opened(photo.thumb).size == (80, 80)
    assert opened(photo.full).size == (80, 120)


def test_a_tall_picture_is_cut_where_the_face_is() -> None:
    picture = Image.new("RGB", (400, 800), BLUE)
    ImageDraw.Draw(picture).rectangle((0, 160, 400, 172), fill=RED)

    thumb = opened(prepare_photo(saved(picture, "PNG")).thumb)

    assert is_reddish(thumb.getpixel((128, 3)))


def test_a_photo_taken_sideways_stands_upright() -> None:
    exif = Image.Exif()
    exif[ORIENTATION] = 6  # the camera was turned: rotate by 90° to the right
    lying = red_above_blue(600, 900).rotate(90, expand=True)

    full = opened(prepare_photo(saved(lying, "JPEG", exif=exif)).full)

    assert full.size == (341, 512)
    assert is_reddish(full.getpixel((170, 40)))


def test_nothing_but_the_picture_survives() -> None:
    exif = Image.Exif()
    exif[DESCRIPTION] = "secret garden"
    exif.get_ifd(GPS)[1] = "N"
    text = PngInfo()
    text.add_text("Comment", "secret garden")
    sources = [
        saved(red_above_blue(600, 600), "JPEG", exif=exif, comment=b"secret garden"),
        saved(red_above_blue(600, 600), "PNG", pnginfo=text, exif=exif),
        saved(red_above_blue(600, 600), "WEBP", exif=exif, xmp=b"secret garden"),
    ]
    for source in sources:
        photo = prepare_photo(source + b"secret garden")
        assert b"secret garden" in source
        for kept in (photo.thumb, photo.full):
            assert b"secret" not in kept
            assert not {"exif", "xmp", "comment", "icc_profile"} & set(opened(kept).info)
            assert kept[12:16] == b"VP8 "  # the plain form of the format, which has no room for records


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "RGBA", "I;16"])
def test_every_kind_of_pixel_is_taken(mode: str) -> None:
    source = (
        Image.new("I;16", (300, 300), 30_000) if mode == "I;16" else red_above_blue(300, 300).convert(mode)
    )
    assert opened(prepare_photo(saved(source, "PNG")).full).size == (300, 300)


def test_sixteen_bit_grey_keeps_its_shade() -> None:
    full = opened(prepare_photo(saved(Image.new("I;16", (64, 64), 128 * 256), "PNG")).full)
    assert full.getpixel((32, 32))[0] == pytest.approx(128, abs=3)


def test_a_print_shop_jpeg_is_taken() -> None:
    assert prepare_photo(saved(red_above_blue(300, 300).convert("CMYK"), "JPEG")).thumb


def test_transparency_shows_the_warm_ground() -> None:
    full = opened(prepare_photo(saved(Image.new("RGBA", (64, 64), (0, 0, 0, 0)), "PNG")).full)
    assert full.getpixel((32, 32)) == pytest.approx((246, 241, 234), abs=4)


@pytest.mark.parametrize(
    ("source", "fault"),
    [
        (b"", PhotoFault.NOT_A_PICTURE),
        (b"%PDF-1.7", PhotoFault.NOT_A_PICTURE),
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", PhotoFault.NOT_A_PICTURE),
        (saved(red_above_blue(40, 40), "GIF"), PhotoFault.NOT_A_PICTURE),
        (saved(red_above_blue(40, 40), "TIFF"), PhotoFault.NOT_A_PICTURE),
        (saved(red_above_blue(400, 400), "JPEG")[:2000], PhotoFault.BROKEN),
        (saved(red_above_blue(400, 400), "PNG")[:300], PhotoFault.BROKEN),
        (saved(red_above_blue(400, 400), "WEBP")[:200], PhotoFault.BROKEN),
    ],
)
def test_what_is_no_photo_is_named(source: bytes, fault: PhotoFault) -> None:
    with pytest.raises(BadPhoto) as caught:
        prepare_photo(source)
    assert caught.value.code is fault


@pytest.mark.parametrize("size", [(6000, 4001), (11000, 9000), (20000, 10000)])
def test_a_small_file_that_unfolds_to_millions_of_pixels_is_refused(size: tuple[int, int]) -> None:
    bomb = saved(Image.new("1", size), "PNG")
    assert len(bomb) < 100_000
    with pytest.raises(BadPhoto) as caught:
        prepare_photo(bomb)
    assert caught.value.code is PhotoFault.TOO_MANY_PIXELS


def test_a_huge_file_is_refused_before_it_is_looked_at(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(photos, "PHOTO_BYTES_LIMIT", 10)
    with pytest.raises(BadPhoto) as caught:
        prepare_photo(saved(red_above_blue(40, 40), "PNG"))
    assert caught.value.code is PhotoFault.TOO_MANY_BYTES
