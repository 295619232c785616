"""Every customer in one pass, with all that our own table can carry."""

import json
from collections.abc import Collection, Iterator

from frontdesk.storage.database import Db, Row
from frontdesk.storage.people.customers import BY_NAME


def count(db: Db) -> int:
    """How many rows `everybody` gives."""
    total: int = db.value("SELECT count(*) FROM customer WHERE id = root_id AND archived_at IS NULL")
    return total


def everybody(db: Db, programme_id: int, among: Collection[int] | None = None) -> Iterator[Row]:
    """One row a person, merged records included in whom they are part of; all of one moment. `among` are the
    people who were chosen, also of those who left.

    Gives name, called, spoken, phone, email, birth month, day and year, language, greet by name, reference;
    allergies, preferences and notes; stamps in one programme; visits, first and last; purposes agreed to; on
    the customer's screen; and the record's number.
    """
    notes = ", ".join(
        "(SELECT group_concat(f.text, char(10) ORDER BY f.id DESC) FROM customer AS m JOIN fact AS f"
        f" ON f.customer_id = m.id WHERE m.root_id = c.id AND f.gone_at IS NULL AND f.kind = '{kind}')"
        for kind in ("ALLERGY", "PREFERENCE", "NOTE")
    )
    chosen = "c.archived_at IS NULL" if among is None else "c.id IN (SELECT value FROM json_each(?2))"
    return db.run(
        "SELECT c.name, c.called, c.spoken, c.phone, c.email, c.birth_month, c.birth_day, c.birth_year,"
        f" c.language, {BY_NAME.format('c')}, c.reference, {notes},"
        " (SELECT coalesce(sum(k.balance), 0) FROM customer AS m JOIN card AS k ON k.customer_id = m.id"
        "  WHERE m.root_id = c.id AND k.programme_id = ?1),"
        " coalesce(s.visits, 0), s.first_at, s.last_at,"
        " (SELECT group_concat(n.purpose) FROM consent AS n WHERE n.granted = 1 AND n.id IN"
        "  (SELECT max(w.id) FROM customer AS m JOIN consent AS w ON w.customer_id = m.id"
        "   WHERE m.root_id = c.id GROUP BY w.purpose)),"
        " (SELECT min(m.on_screen) FROM customer AS m WHERE m.root_id = c.id), c.id"
        " FROM customer AS c LEFT JOIN visit_summary AS s ON s.customer_id = c.id"
        f" WHERE c.id = c.root_id AND c.erased_at IS NULL AND {chosen} ORDER BY c.id",
        (programme_id,) if among is None else (programme_id, json.dumps(list(among))),
    )
