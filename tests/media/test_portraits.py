"""Drawn portraits: the same for a seed, different between seeds, as light as a photo."""

from io import BytesIO

import pytest
from PIL import Image, ImageChops, ImageStat

from frontdesk.media.photos import prepare_photo
from frontdesk.media.portraits import Looks, draw_portrait


def pixels(webp: bytes) -> Image.Image:
    return Image.open(BytesIO(webp)).convert("RGB")


def test_a_seed_always_draws_the_same_person() -> None:
    assert draw_portrait(7) == draw_portrait(7)
    assert draw_portrait(7, looks=Looks.HERS) == draw_portrait(7, looks=Looks.HERS)


def test_three_hundred_customers_are_three_hundred_people() -> None:
    assert len({draw_portrait(seed, 96) for seed in range(300)}) == 300


def test_two_neighbours_are_told_apart_at_the_size_of_a_tile() -> None:
    faces = [pixels(draw_portrait(seed, 64)) for seed in range(40)]
    differences = [
        sum(ImageStat.Stat(ImageChops.difference(one, other)).mean) / 3
        for at, one in enumerate(faces)
        for other in faces[:at]
    ]
    assert min(differences) > 3


@pytest.mark.parametrize("looks", list(Looks))
@pytest.mark.parametrize("size", [64, 256, 512])
def test_a_portrait_has_the_size_that_was_asked_for(looks: Looks, size: int) -> None:
    assert pixels(draw_portrait(3, size, looks)).size == (size, size)


def test_a_portrait_is_kept_like_any_photo_and_weighs_little() -> None:
    photos = [prepare_photo(draw_portrait(seed)) for seed in range(10)]
    assert max(len(photo.thumb) for photo in photos) < 8_000
    assert max(len(photo.full) for photo in photos) < 16_000
