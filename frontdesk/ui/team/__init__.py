"""The team: who is here and when, their requests, and what customers thank them for."""
