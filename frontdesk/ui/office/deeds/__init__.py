"""Who did what: the trail, what narrows it down, and where its lines lead."""
