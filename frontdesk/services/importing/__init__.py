"""Customers from other systems' files, and out again."""
