"""The back office: what the owner is told of the shop and its people, and what guards it."""
