"""Small pictures of figures, each with the table of the same numbers behind it."""
