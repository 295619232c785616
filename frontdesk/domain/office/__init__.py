"""How the shop stands with its people, told to its owner: figures, comparisons, and charts."""
