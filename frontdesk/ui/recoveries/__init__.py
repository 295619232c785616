"""Complaints: what happened, what to do and to say, and whether it is right again."""
