"""Those who come again: their visits and habits, the wall, the greeting, and who slips away."""
