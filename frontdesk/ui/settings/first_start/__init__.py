"""The first start, step by step: the shop, its stamp card, a PIN, the first customer."""
