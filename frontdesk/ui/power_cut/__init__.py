"""The power-cut sheet: printed ahead, and keyed back in."""
