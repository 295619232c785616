"""What a receipt printer makes of the bytes that it is sent: paper with dots on it, feeds and cuts."""

from dataclasses import dataclass, field

from PIL import Image


@dataclass
class Paper:
    """What came out. `heights` are those of the bands in which the picture came."""

    image: Image.Image = field(default_factory=lambda: Image.new("1", (0, 0), 1))
    heights: list[int] = field(default_factory=list)
    initialised: int = 0
    fed: int = 0
    cuts: int = 0


def decoded(said: bytes) -> Paper:
    """Obey each command; anything that a simple printer does not know is an error here."""
    paper, at, bands = Paper(), 0, list[Image.Image]()
    while at < len(said):
        match said[at : at + 2]:
            case b"\x1b@":
                paper.initialised += 1
                at += 2
            case b"\x1bd":
                paper.fed += said[at + 2]
                at += 3
            case b"\x1dV":
                assert said[at + 2 : at + 4] == b"B\x00", "not the cut that feeds to the knife"
                paper.cuts += 1
                at += 4
            case b"\x1dv":
                assert said[at + 2 : at + 4] == b"0\x00", "not plain dots"
                across = int.from_bytes(said[at + 4 : at + 6], "little")
                height = int.from_bytes(said[at + 6 : at + 8], "little")
                dots = said[at + 8 : at + 8 + across * height]
                assert len(dots) == across * height, "the picture ends too early"
                # A dot is a one here and ink on paper; Pillow's one is white.
                white = bytes(0xFF ^ byte for byte in dots)
                bands.append(Image.frombytes("1", (across * 8, height), white))
                at += 8 + across * height
            case other:
                raise AssertionError(f"no such command: {other!r} at {at}")
    paper.heights = [band.height for band in bands]
    paper.image = Image.new("1", (bands[0].width, sum(paper.heights)), 1)
    top = 0
    for band in bands:
        paper.image.paste(band, (0, top))
        top += band.height
    return paper
