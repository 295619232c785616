"""The counter: who is there, what to say, and the few acts that follow."""
