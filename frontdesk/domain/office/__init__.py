"""How the shop stands with its people, told to its owner: figures, what they are compared with, and charts."""
