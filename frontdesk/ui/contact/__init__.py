"""A word to a customer: written, looked at, opened for sending or printed; and what they take home."""
