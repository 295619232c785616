"""What the shop promises its regulars and what they collect: programmes, stamps, rewards, passes, tickets."""
