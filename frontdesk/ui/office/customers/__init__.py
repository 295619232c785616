"""The table of all customers: sorted, asked, chosen from, printed and taken out."""
