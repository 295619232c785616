"""The house's own controls: large, painted, readable by a screen reader, and always plain text."""
