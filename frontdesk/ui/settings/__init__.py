"""The shop's own pages: the first one, which opens it, and the settings."""
