"""The page of what customers are worth: its figures, their explanations and their lists."""
