"""What in the ledger differs from the shop's own habit. Begin with `report.py`.

`facts.py` is what is read and said, `shop_log.py` lays the ledger out for comparison. Three files look at
one thing each: `cards.py` at cards against the shop's records, `pairs.py` at one of the staff with one card,
`deeds.py` at one of the staff against the others. `habits.py` and `turns.py` say what is usual of a customer
and at the till, `rarity.py` how rare a number is.
"""
