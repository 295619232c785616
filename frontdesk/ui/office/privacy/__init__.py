"""Privacy in the back office: what people agreed to, who is silent, telling somebody all, forgetting them."""
