"""The books: whether every entry is as it was written, a slip held against them, and how days were closed."""
