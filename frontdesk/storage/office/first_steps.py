"""How far the first start is, and what of it is there."""

from frontdesk.domain.office.first_steps import FirstStep
from frontdesk.storage import shop
from frontdesk.storage.database import Db


def noted(db: Db) -> FirstStep | None:
    """The step that was to be next, or None."""
    step = shop.first_step(db)
    return FirstStep(step) if step else None


def note(db: Db, step: FirstStep | None, at: int) -> None:
    shop.save_value(db, shop.FIRST_STEP, step or "", at)


def is_kept(db: Db, step: FirstStep) -> bool:
    """Whether what a step asks for is there already."""
    match step:
        case FirstStep.CARD:
            return bool(db.value("SELECT EXISTS (SELECT 1 FROM programme)"))
        case FirstStep.CUSTOMER:
            return bool(db.value("SELECT EXISTS (SELECT 1 FROM customer)"))
    return False
