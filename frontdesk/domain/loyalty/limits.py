"""How much may be given at the counter without asking: against slips, and against friends at the till.

The limits bind cashiers; a manager may go beyond, and the ledger says who did.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """0 is no limit, except for goodwill and surprises, where it is none at all. A new shop begins with them:
    they are usual numbers, well above what honest work at a counter comes to.

    `card_stamps` within `card_hours` on one person's cards; `staff_stamps` given by one member of staff a
    day; `goodwill` stamps by one member of staff a day; `surprises` in the whole shop within seven days;
    `paper_stamps` taken over from paper cards by one member of staff a day.

    The first two hold for whatever fills a card: stamps at the till, tickets, keyed-in sheets, paper cards.
    Left out of them, a paper card would be a second budget: a limit of 6 let a card grow by 10.
    """

    card_stamps: int = 20
    card_hours: int = 24
    staff_stamps: int = 0
    goodwill: int = 3
    surprises: int = 5
    paper_stamps: int = 10
