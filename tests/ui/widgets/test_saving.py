"""Where a file goes, in the words of a notice."""

from pathlib import Path

import pytest

from frontdesk.ui.widgets.saving import short_folder


@pytest.mark.parametrize(
    ("folder", "said"),
    [
        (Path("/home/noy/Documents"), "/home/noy/Documents"),
        (Path("/srv/" + "x" * 60 + "/cards"), "/srv/xxxxxxxxxxx…xxxxxxxxxxxxxxxxxxxxxxxxx/cards"),
    ],
)
def test_of_a_long_folder_the_middle_is_left_out(folder: Path, said: str) -> None:
    assert short_folder(folder) == said
    assert len(said) <= 48
