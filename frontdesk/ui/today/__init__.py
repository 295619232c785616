"""Today: what is to be done for people in this shift, and what is to be done later."""
