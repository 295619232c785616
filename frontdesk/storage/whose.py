"""Whose a row is, in SQL: the record that answers for a customer, and how they are called."""

from typing import Final

WHOSE: Final = (
    " LEFT JOIN customer AS m ON m.id = {row}.customer_id"
    " LEFT JOIN customer AS c ON c.id = m.root_id AND c.archived_at IS NULL"
)
"""Beside a `row` whoever `c` it leads to: merged records answer as one, and whoever has left is nobody."""

CALLED: Final = "nullif(c.called, ''), c.name"
"""What `c` likes to be called, or else their name; for a coalesce."""
