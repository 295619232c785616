"""Front Desk: the counter of a small shop that knows its customers."""

__version__ = "0.1.0"
