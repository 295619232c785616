"""Feedback cards: what is asked on them, the answers that come back, and what is done about each."""
