"""Pictures for the forms' tests."""

from io import BytesIO

import pytest
from PIL import Image

from frontdesk.bootstrap import FrontDesk
from frontdesk.domain.people.photos import Photo


def png(width: int = 80, height: int = 60) -> bytes:
    """A picture as a file holds it."""
    saved = BytesIO()
    Image.new("RGB", (width, height), (180, 83, 42)).save(saved, "PNG")
    return saved.getvalue()


@pytest.fixture
def picture() -> bytes:
    return png()


@pytest.fixture
def photo(desk: FrontDesk, picture: bytes) -> Photo:
    return desk.photos.prepare(picture)
