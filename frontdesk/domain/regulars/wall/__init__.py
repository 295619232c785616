"""The photo wall: who is likely to walk in now, where each stands, and why.

`ranking` puts customers in order: their habit at this half-hour (`habits`, `week`, `standing`) times the
shop's curves (`curves`) of what is known of their visits (`regulars`). `places` keeps people where they
stood, and `rhythms` says of a tile why it is there.
"""

from frontdesk.domain.regulars.wall.ranking import Wall

__all__ = ["Wall"]
