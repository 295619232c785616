"""How names sound, whatever the script: so that "somsak" finds ສົມສັກ, and each script every other.

`spelling` writes a word of any script in the Latin letters that people usually write it with; `keys` makes
from Latin letters what is compared. Both are guesses on purpose: what matters is that two spellings of one
name meet.
"""
