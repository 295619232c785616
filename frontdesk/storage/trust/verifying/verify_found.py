"""What a statement finds that does not fit, told as faults."""

from collections.abc import Iterator

from frontdesk.domain.trust.verification import Fault, FaultCode
from frontdesk.storage.database import Db


def found(db: Db, table: str, *statements: str, code: FaultCode = FaultCode.WRONG_ACT) -> Iterator[Fault]:
    """A fault of `table` for each key that a statement gives, in their order."""
    for statement in statements:
        for (row,) in db.run(statement):
            yield Fault(code, table, row)
