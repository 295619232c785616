"""How printed cards are looked at: as pixels of the PDF, by two readers, and through a phone's camera."""

import io
import random
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pypdfium2
import pytest
import zxingcpp
from PIL import Image, ImageChops, ImageFilter
from PySide6.QtCore import QPointF
from PySide6.QtGui import QPolygonF, QTransform
from PySide6.QtWidgets import QApplication

from frontdesk.printing.session import ensure_gui

Reader = Callable[[Image.Image], list[str]]
Render = Callable[[Path, int], list[Image.Image]]
Photo = Callable[[Image.Image, int], Image.Image]

LANGUAGES = ("en", "lo", "th", "km", "ka")
TABLE = (134, 109, 86)  # the colour of the wood that the card lies on


@pytest.fixture(scope="session", autouse=True)
def _fonts(qapp: QApplication) -> None:
    """Use the session's application, so that none is started without widgets."""
    assert ensure_gui() is qapp


@pytest.fixture(scope="session")
def read_zxing() -> Reader:
    """Read with the engine that most Android phones carry."""
    return lambda image: sorted(found.text for found in zxingcpp.read_barcodes(image))


@pytest.fixture(scope="session")
def read_zbar(tmp_path_factory: pytest.TempPathFactory) -> Reader:
    """Read with the stricter engine of many Linux tools and scanners."""
    if shutil.which("zbarimg") is None:
        pytest.skip("zbarimg is not installed (Debian: zbar-tools)")
    file = tmp_path_factory.mktemp("zbar") / "image.png"

    def read(image: Image.Image) -> list[str]:
        image.save(file)
        ran = subprocess.run(
            ["zbarimg", "--quiet", "--raw", "--nodbus", file],
            capture_output=True,
            text=True,
            check=False,
        )
        return sorted(ran.stdout.split())

    return read


@pytest.fixture(params=["zxing", "zbar"])
def reader(request: pytest.FixtureRequest) -> Reader:
    """Each of the two readers in turn; what only one of them reads does not count."""
    found: Reader = request.getfixturevalue(f"read_{request.param}")
    return found


@pytest.fixture(scope="session")
def render() -> Render:
    """Turn a PDF into one picture per page."""

    def pages(path: Path, dpi: int) -> list[Image.Image]:
        with pypdfium2.PdfDocument(path) as document:
            return [page.render(scale=dpi / 72).to_pil().convert("RGB") for page in document]

    return pages


def _quad(corners: list[tuple[float, float]]) -> QPolygonF:
    return QPolygonF([QPointF(x, y) for x, y in corners])


def _askew(card: Image.Image, chance: random.Random) -> Image.Image:
    """Lay the card on the table and look at it from the side; up to a tenth of its width leans away."""
    width, height = card.size
    rim = width // 8

    def lean(of: int) -> float:
        return chance.uniform(0, of / 10)

    seen = [
        (rim + lean(width), rim + lean(height)),
        (rim + width - lean(width), rim + lean(height)),
        (rim + width - lean(width), rim + height - lean(height)),
        (rim + lean(width), rim + height - lean(height)),
    ]
    flat = _quad([(0, 0), (width, 0), (width, height), (0, height)])
    back = QTransform.quadToQuad(_quad(seen), flat)
    assert isinstance(back, QTransform)
    row = (back.m11(), back.m21(), back.m31(), back.m12(), back.m22(), back.m32(), back.m13(), back.m23())
    return card.transform(
        (width + 2 * rim, height + 2 * rim),
        Image.Transform.PERSPECTIVE,
        [value / back.m33() for value in row],
        Image.Resampling.BICUBIC,
        fillcolor=TABLE,
    )


@pytest.fixture(scope="session")
def phone_photo() -> Photo:
    """Take a picture of a card as a hand does: askew, soft, noisy, in uneven light, saved as JPEG 60.

    The same seed gives the same picture.
    """

    def take(card: Image.Image, seed: int) -> Image.Image:
        chance = random.Random(seed)
        seen = _askew(card, chance).filter(ImageFilter.GaussianBlur(0.9))
        light = Image.linear_gradient("L").rotate(chance.uniform(0, 360)).resize(seen.size)
        light = light.point(lambda value: 110 + value * 145 // 255)
        seen = ImageChops.multiply(seen, Image.merge("RGB", [light] * 3))
        grain = Image.frombytes("L", seen.size, chance.randbytes(seen.width * seen.height))
        grain = grain.point(lambda value: 128 + (value - 128) // 5)
        seen = ImageChops.add(seen, Image.merge("RGB", [grain] * 3), 1, -128)
        file = io.BytesIO()
        seen.save(file, "JPEG", quality=60)
        return Image.open(file).convert("RGB")

    return take
