"""Those who work here: who they are, shifts, hand-over, thanks, practice and the quiz."""
