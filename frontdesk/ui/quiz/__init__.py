"""The quiz: which name belongs to which face."""
