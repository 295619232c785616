"""What in the ledger differs from the shop's own habit. Begin with `report.py`.

`facts.py` is what is read and said, `shop_log.py` lays the ledger out for comparison. Three files look at
one thing each: `cards.py` at cards against the shop's records, `pairs.py` at one of the staff with one card,
`deeds.py` at one of the staff against the others. `habits.py` and `rhythm.py` say on how many days and at
which hours customers come, `accounts.py` how much better one story tells a card's last days than another,
and `rarity.py` how rare a number is.
"""
