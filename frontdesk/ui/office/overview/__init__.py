"""The overview's parts: the periods, a card for each figure, and a figure by itself."""
