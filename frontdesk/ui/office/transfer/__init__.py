"""Everything out and in: the whole shop as one file, and lists of customers in each form."""
