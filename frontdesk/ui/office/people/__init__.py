"""Pages of the back office about people: doubles, and the whole history of one person."""
