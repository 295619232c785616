"""Keys on the screen, for tills without a keyboard: digits, and the letters of the scripts spoken here."""
