"""Who the shop knows: enrolling them, correcting what is known, and joining two records of one person."""
