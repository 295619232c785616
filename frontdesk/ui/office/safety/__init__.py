"""Backups, the second place for them, and trying one out."""
