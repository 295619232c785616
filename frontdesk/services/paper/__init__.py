"""What the shop puts on paper, and what comes back from it: codes, slips, receipts, power-cut sheets."""
