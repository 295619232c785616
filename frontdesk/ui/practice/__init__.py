"""Learning the counter: a practice on a copy of the shop, and the names that belong to the faces."""
