"""What customers have asked for: the list of everything that is still open."""
