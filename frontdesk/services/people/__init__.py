"""Who the shop knows: customers, their names and how they are said, what is known of them, their leaving."""
