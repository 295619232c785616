"""Feedback at the counter: what guests say, and what is done about it."""
