"""What is kept of a person: where it is, how long, how it is told to them, and how it is forgotten."""
