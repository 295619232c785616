"""What writes the search index: each customer's entry, whenever something that they are found by changes."""

from typing import TYPE_CHECKING

from frontdesk.domain.finding.folding import fold
from frontdesk.storage.database import Db
from frontdesk.storage.finding import search

if TYPE_CHECKING:
    from frontdesk.storage.finding.search_keys import Known

# How words sound is a matter of many rules. They are read when the first entry is written, not at the start.


def touch(db: Db, root_id: int) -> None:
    """Move a customer to the top of the order."""
    index(db, root_id)


def index(db: Db, root_id: int) -> None:
    """Write a person's entry anew, at the top: all that they can be found by, also of merged records."""
    forget(db, root_id)
    known = _known(db, root_id)
    if known is None:
        return
    slot = db.insert("INSERT INTO search_slot (customer_id) VALUES (?)", (root_id,))
    _write(db, slot, known)


def renew(db: Db, slot: int, root_id: int) -> None:
    """Write a person's entry anew in the place where it stands."""
    db.run("DELETE FROM search_word WHERE rowid = ?", (slot,))
    db.run("DELETE FROM search_part WHERE rowid = ?", (slot,))
    known = _known(db, root_id)
    if known is not None:
        _write(db, slot, known)


def forget(db: Db, customer_id: int) -> None:
    """Take a record out of both indexes."""
    slot = db.value("SELECT slot FROM search_slot WHERE customer_id = ?", (customer_id,))
    if slot is not None:
        db.run("DELETE FROM search_word WHERE rowid = ?", (slot,))
        db.run("DELETE FROM search_part WHERE rowid = ?", (slot,))
        db.run("DELETE FROM search_slot WHERE slot = ?", (slot,))


def _known(db: Db, root_id: int) -> "Known | None":
    """What a person can be found by; None where no record answers for them."""
    from frontdesk.storage.finding.search_keys import Known

    rows = list(
        db.run(
            "SELECT name, called, spoken, phone_digits FROM customer"
            " WHERE root_id = ? AND archived_at IS NULL ORDER BY id = root_id DESC, id",
            (root_id,),
        )
    )
    if not rows:
        return None
    return Known(
        names=tuple(text for row in rows for text in row[:3] if text),
        full=tuple(row[0] for row in rows),
        phones=tuple(row[3] for row in rows if row[3]),
        notes=tuple(text for _, text in search.notes_of(db, (root_id,))),
        usual=search.usual_of(db, root_id),
    )


def _write(db: Db, slot: int, known: "Known") -> None:
    from frontdesk.storage.finding.search_keys import SOUND, entry_words

    entry = entry_words(known)
    db.run("INSERT INTO search_word (rowid, words) VALUES (?, ?)", (slot, " ".join(entry)))
    parts = dict.fromkeys([*(fold(text) for text in known.names), *known.phones])
    db.run("INSERT INTO search_part (rowid, text) VALUES (?, ?)", (slot, "\n".join(parts)))
    for word in entry:
        if word.startswith(SOUND):
            _learn(db, word.removeprefix(SOUND))


def _learn(db: Db, heard: str) -> None:
    """Keep a reading that is new, so that what sounds like it or is a slip away from it leads to it."""
    from frontdesk.domain.finding.sounds.keys import skeleton, slips

    known = db.value("SELECT 1 FROM search_reading WHERE reading = ?", (heard,))
    if known is None:
        db.run("INSERT INTO search_reading (reading, skeleton) VALUES (?, ?)", (heard, skeleton(heard)))
        for less in slips(heard):
            db.run("INSERT OR IGNORE INTO search_slip (less, reading) VALUES (?, ?)", (less, heard))
