"""Slipping away: the list of those who are missed, and what can be done for each of them."""
