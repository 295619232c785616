"""What an act was about, and what it changed, where no history of its own tells."""

from frontdesk.storage.database import Db


def note(
    db: Db,
    gesture_id: int,
    *,
    member_id: int | None = None,
    product_id: int | None = None,
    was: str = "",
    became: str = "",
) -> None:
    """Once for an act."""
    db.run(
        "INSERT INTO act_about (gesture_id, member_id, product_id, was, became) VALUES (?, ?, ?, ?, ?)",
        (gesture_id, member_id, product_id, was, became),
    )
