"""Practice: the counter on a copy of the shop, over the real one."""
