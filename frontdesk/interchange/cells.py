"""Cells that a spreadsheet would run as a formula are defused with a leading apostrophe, and restored.

The two are exact inverses for every text: a cell that already starts with apostrophes before a formula gets
one more, and everything else, O'Brien and 'tis among it, is left alone.
"""

from __future__ import annotations

import re

_GUARD = "'"
# After any blanks (spreadsheets trim them) the signs that start a formula, also in full width and small
# forms; or a tab or line end within those blanks, which some programs strip together with what precedes it.
_BLANK = r"[\s\u200b\u2060\ufeff\x00-\x1f]"
_SIGNS = r"=+\-@\uff1d\uff0b\uff0d\uff20\ufe66\ufe62\ufe63\ufe6b\u2212"
_RISKY = re.compile(rf"'*(?:{_BLANK}*[{_SIGNS}]|[^\S\t\r\n]*[\t\r\n])")


def defuse(cell: str) -> str:
    """The cell as it may stand in a file that a spreadsheet opens."""
    return _GUARD + cell if _RISKY.match(cell) else cell


def restore(cell: str) -> str:
    """The cell as it was before `defuse`."""
    return cell[1:] if cell.startswith(_GUARD) and _RISKY.match(cell) else cell
