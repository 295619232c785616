"""What is known of a customer: noted, asked again after a time, changed, gone; and why they come, counted."""

from frontdesk.domain.acts import Act, Changes
from frontdesk.domain.care.care_figures import CareFigure, Counted, FigureKind
from frontdesk.domain.people.facts import Answer, Fact, FactKind, FactOutcome, Reason
from frontdesk.domain.refusals import RefusalCode, Refused, Remedy
from frontdesk.domain.text import BadInput, InputFault, clean_note
from frontdesk.services.gesture import Begun, begin, root_of
from frontdesk.services.undoing import to_undo
from frontdesk.storage import gestures
from frontdesk.storage.database import Db
from frontdesk.storage.finding import search_index
from frontdesk.storage.people import customers, facts
from frontdesk.storage.store import Store
from frontdesk.storage.team import staffing


class FactService:
    """One fact at a time. The form in which all of a customer is edited goes through `CustomerService`."""

    def __init__(self, store: Store) -> None:
        self._store = store

    # --- reading ---

    def of(self, customer_id: int) -> tuple[Fact, ...]:
        """What stands about a customer, allergies first."""
        db = self._store.read()
        return facts.of(db, root_of(db, customer_id))

    def figures(self, since: int, until: int) -> tuple[CareFigure, ...]:
        """Why people come, as it stood at `until`: whoever said so before still does, so `since` cuts nothing
        off.
        """
        known = facts.reasons_at(self._store.read(), until)
        asked = len({each.root_id for each in known})
        return tuple(
            CareFigure(
                FigureKind.WHY_THEY_COME,
                float(len(people)) if asked else None,
                of=asked,
                about=reason.value,
                people=tuple(people),
            )
            for reason in Reason
            for people in [
                [
                    Counted(each.root_id, each.name, each.at, each.note)
                    for each in known
                    if each.reason is reason
                ]
            ]
        )

    # --- writing ---

    def note(self, act: Act, customer_id: int, kind: FactKind, text: str) -> FactOutcome:
        """Note one more thing. Raises `BadInput`, `Refused` UNKNOWN_CUSTOMER."""
        wanted = _cleaned(kind, text)
        db = self._store.write()
        if gestures.find(db, act.gesture) is not None:
            return self._repeated(db, act)
        root_id = root_of(db, customer_id)
        begun = begin(self._store, act, "NOTE_FACT", customer_id=root_id)
        assert begun is not None, "it was just seen to be new"
        made = facts.add(db, self._store.new_id, act, begun.id, root_id, kind, wanted)
        search_index.index(db, root_id)
        return _outcome(db, act, root_id, made)

    def note_why(
        self, act: Act, customer_id: int, reason: Reason, text: str = "", whom_id: int | None = None
    ) -> FactOutcome:
        """Note why they come; `whom_id` is who serves them usually. One that is known is thereby asked again.

        Raises `BadInput`, `Refused` UNKNOWN_CUSTOMER, UNKNOWN_STAFF.
        """
        wanted = clean_note(text)
        db = self._store.write()
        if gestures.find(db, act.gesture) is not None:
            return self._repeated(db, act)
        root_id = root_of(db, customer_id)
        if whom_id is not None and staffing.member(db, whom_id) is None:
            raise Refused(RefusalCode.UNKNOWN_STAFF, Remedy.CHOOSE_ANOTHER)
        known = next((fact for fact in facts.of(db, root_id) if fact.reason is reason), None)
        begun = begin(self._store, act, "NOTE_FACT" if known is None else "CHECK_FACT", customer_id=root_id)
        assert begun is not None, "it was just seen to be new"
        if known is not None:
            return self._replace(begun, act, root_id, known, wanted or known.text, whom_id or known.whom_id)
        made = facts.add(
            db, self._store.new_id, act, begun.id, root_id, FactKind.WHY, wanted, reason, whom_id
        )
        search_index.index(db, root_id)
        return _outcome(db, act, root_id, made)

    def stands(self, act: Act, fact_id: int) -> FactOutcome:
        """They said that it still holds: its age begins anew. Raises `Refused` FACT_GONE."""
        return self._check(act, fact_id, Answer.STANDS)

    def changed(self, act: Act, fact_id: int, text: str) -> FactOutcome:
        """They said how it is now. The old one is kept as gone. Raises `BadInput`, `Refused` FACT_GONE."""
        return self._check(act, fact_id, Answer.CHANGED, text)

    def gone(self, act: Act, fact_id: int) -> FactOutcome:
        """It holds no more. Raises `Refused` FACT_GONE."""
        return self._check(act, fact_id, Answer.GONE)

    def undo(self, act: Act, gesture: bytes) -> FactOutcome:
        """Take back what one act noted or answered.

        Raises `Refused`: NOTHING_TO_UNDO, ALREADY_UNDONE, FACT_GONE where the fact changed since or was
        noted anew.
        """
        db = self._store.write()
        undone = to_undo(db, act, gesture, ("NOTE_FACT", "CHECK_FACT"))
        if undone is None:
            return self._repeated(db, act)
        touched = _touched_by(db, undone.id)
        assert touched is not None, "such an act is about a fact"
        old_id, answer, made_id = touched
        if made_id is not None and facts.standing_of(db, made_id) is None:
            raise Refused(RefusalCode.FACT_GONE)
        root_id = root_of(db, facts.record_of(db, made_id if made_id is not None else old_id))
        comes_back = answer in (Answer.CHANGED, Answer.GONE)
        if comes_back and facts.stands_already(db, root_id, old_id):
            raise Refused(RefusalCode.FACT_GONE)
        begun = begin(self._store, act, "UNDO_FACT", customer_id=root_id, undoes_id=undone.id)
        assert begun is not None, "it was just seen to be new"
        if made_id is not None:
            facts.retire(db, made_id, act, begun.id)
        if comes_back:
            facts.bring_back(db, old_id)
        search_index.index(db, root_id)
        return _undone(db, act, root_id, touched)

    # --- how an act is written ---

    def _check(self, act: Act, fact_id: int, answer: Answer, text: str = "") -> FactOutcome:
        db = self._store.write()
        if gestures.find(db, act.gesture) is not None:
            return self._repeated(db, act)
        fact, record_id = facts.get(db, fact_id), facts.standing_of(db, fact_id)
        if fact is None or record_id is None:
            raise Refused(RefusalCode.FACT_GONE)
        wanted = _cleaned(fact.kind, text) if answer is Answer.CHANGED else fact.text
        root_id = root_of(db, record_id)
        begun = begin(self._store, act, "CHECK_FACT", customer_id=root_id)
        assert begun is not None, "it was just seen to be new"
        if answer is not Answer.GONE:
            return self._replace(begun, act, root_id, fact, wanted, fact.whom_id)
        facts.retire(db, fact.id, act, begun.id)
        facts.add_check(db, self._store.new_id, act, begun.id, fact.id, Answer.GONE)
        search_index.index(db, root_id)
        return _outcome(db, act, root_id, None, Answer.GONE, fact)

    def _replace(
        self, begun: Begun, act: Act, root_id: int, fact: Fact, text: str, whom_id: int | None
    ) -> FactOutcome:
        """Put what they say now in the fact's place; what says the same stands, and is young again."""
        db, new_id = begun.db, self._store.new_id
        if (text, whom_id) == (fact.text, fact.whom_id):
            facts.add_check(db, new_id, act, begun.id, fact.id, Answer.STANDS)
            return _outcome(db, act, root_id, fact.id, Answer.STANDS, fact)
        facts.retire(db, fact.id, act, begun.id)
        made = facts.add(db, new_id, act, begun.id, root_id, fact.kind, text, fact.reason, whom_id)
        facts.add_check(db, new_id, act, begun.id, fact.id, Answer.CHANGED, made)
        search_index.index(db, root_id)
        return _outcome(db, act, root_id, made, Answer.CHANGED, fact)

    def _repeated(self, db: Db, act: Act) -> FactOutcome:
        """What the act did when it was done; an undo, what it took back."""
        gesture_id = gestures.find(db, act.gesture)
        done = gestures.get(db, gesture_id) if gesture_id is not None else None
        if done is None or done.customer_id is None:
            raise Refused(RefusalCode.FACT_GONE)
        touched = _touched_by(db, done.undoes_id or done.id)
        if touched is None:
            raise Refused(RefusalCode.FACT_GONE)
        root_id = customers.root_of(db, done.customer_id, archived=True)  # who may have left since
        assert root_id is not None, "no record is ever deleted"
        if done.undoes_id is not None:
            return _undone(db, act, root_id, touched)
        old_id, answer, made_id = touched
        stands = made_id if made_id is not None else old_id if answer is Answer.STANDS else None
        return _outcome(db, act, root_id, stands, answer, facts.get(db, old_id) if answer else None)


def _cleaned(kind: FactKind, text: str) -> str:
    wanted = clean_note(text)
    if not wanted and kind is not FactKind.WHY:
        raise BadInput(InputFault.EMPTY)
    return wanted


def _touched_by(db: Db, gesture_id: int) -> tuple[int, Answer | None, int | None] | None:
    """What an act was about: the fact it asked about and the answer, and the fact that it made."""
    check = facts.check_of(db, gesture_id)
    if check is not None:
        return check
    made = facts.noted_by(db, gesture_id)
    return (made, None, made) if made is not None else None


def _outcome(
    db: Db,
    act: Act,
    root_id: int,
    fact_id: int | None,
    answer: Answer | None = None,
    before: Fact | None = None,
) -> FactOutcome:
    fact = facts.get(db, fact_id) if fact_id is not None else None
    return FactOutcome(root_id, fact, act.gesture, Changes.of(root_id), answer, before)


def _undone(db: Db, act: Act, root_id: int, touched: tuple[int, Answer | None, int | None]) -> FactOutcome:
    """After an undo: the fact stands as it did before; one that was just noted is gone."""
    old_id, answer, _ = touched
    return _outcome(db, act, root_id, old_id if answer is not None else None, before=facts.get(db, old_id))
