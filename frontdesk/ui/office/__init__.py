"""The manager's office: how the shop cares for its people."""
