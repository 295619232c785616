"""Programmes as a manager sets them up: added, changed from a day on, dressed, retired. Never deleted."""

from dataclasses import dataclass, replace

from frontdesk.domain.acts import Act, Changes, Role
from frontdesk.domain.loyalty.programmes import Look, Programme, ProgrammeDraft, Span, Terms, same_promise
from frontdesk.domain.loyalty.terms_checks import check_terms
from frontdesk.domain.refusals import RefusalCode, Refused, Remedy
from frontdesk.domain.said import Said
from frontdesk.domain.text import clean_line, clean_name
from frontdesk.services.gesture import begin
from frontdesk.storage.database import Db
from frontdesk.storage.loyalty import programmes
from frontdesk.storage.store import Store


@dataclass(frozen=True, slots=True)
class ProgrammeSaved:
    """A programme as it now stands. `before` is what it was, None for a new one: saving that undoes it."""

    programme: Programme
    before: Programme | None
    changes: Changes


class ProgrammeService:
    """Everything that writes here is the manager's."""

    def __init__(self, store: Store, chain_key: programmes.ChainKey) -> None:
        self._store = store
        self._chain_key = chain_key

    def all(self) -> tuple[Programme, ...]:
        """Those that were not retired first, in the order they were set up."""
        return programmes.programmes(self._store.read())

    def add(self, act: Act, draft: ProgrammeDraft) -> ProgrammeSaved:
        """Set up a programme. Raises `BadTerms`, `BadInput` for its names."""
        begun = begin(self._store, act, "ADD_PROGRAMME", needs=Role.MANAGER)
        db = self._store.write()
        if begun is not None:
            programmes.add(db, self._store.new_id, act, begun.id, cleaned(draft), chain_key=self._chain_key)
        added = programmes.added_by(db, act.gesture)
        return ProgrammeSaved(_get(db, added or 0), None, Changes(shop=True))

    def change(
        self, act: Act, programme_id: int, terms: Terms, starts_at: int | None = None
    ) -> ProgrammeSaved:
        """Promise something else from `starts_at` on, or at once; never for what was before.

        Cards keep their stamps, and the rewards that were ready by then stay at their old price. A version
        that was set for a later moment is replaced by another with that same moment. Raises `BadTerms`,
        `BadInput`, and `Refused` NO_PROGRAMME.
        """
        begun = begin(self._store, act, "CHANGE_TERMS", needs=Role.MANAGER)
        db = self._store.write()
        before = _get(db, programme_id)
        if begun is not None:
            draft = cleaned(ProgrammeDraft(before.look, terms, before.kind))
            moment = max(starts_at if starts_at is not None else act.at, act.at)
            self._add_terms(act, begun.id, programme_id, draft.terms, moment)
        return ProgrammeSaved(_get(db, programme_id), before, Changes(shop=True))

    def save(
        self, act: Act, programme_id: int, draft: ProgrammeDraft, starts_at: int | None = None
    ) -> ProgrammeSaved:
        """Keep all that an editor shows: names, picture and span at once; terms that differ as `change` does.

        What kind of card it is stays as it was. Raises what `change` raises.
        """
        begun = begin(self._store, act, "SAVE_PROGRAMME", needs=Role.MANAGER)
        db = self._store.write()
        before = _get(db, programme_id)
        if begun is not None:
            clean = cleaned(replace(draft, kind=before.kind))
            programmes.dress(db, programme_id, clean.look)
            programmes.set_span(db, programme_id, _onwards(clean.span, before.span, act.at))
            moment = max(starts_at if starts_at is not None else act.at, act.at)
            if not same_promise(before.terms_at(moment), clean.terms):
                self._add_terms(act, begun.id, programme_id, clean.terms, moment)
        return ProgrammeSaved(_get(db, programme_id), before, Changes(shop=True))

    def set_span(self, act: Act, programme_id: int, span: Span) -> ProgrammeSaved:
        """Say from when until when the programme runs; an end that lies behind is now. Raises `Refused`
        NO_PROGRAMME.
        """
        return self._set_span(act, "SET_SPAN", programme_id, span)

    def retire(self, act: Act, programme_id: int, redeem_until: int | None = None) -> ProgrammeSaved:
        """Nothing is earned from now on; rewards can be taken until `redeem_until`, or always."""
        span = replace(
            _get(self._store.write(), programme_id).span, retired_at=act.at, redeem_until=redeem_until
        )
        return self._set_span(act, "RETIRE_PROGRAMME", programme_id, span)

    def _add_terms(self, act: Act, gesture_id: int, programme_id: int, terms: Terms, moment: int) -> None:
        db, new_id = self._store.write(), self._store.new_id
        programmes.add_terms(
            db,
            new_id,
            act,
            gesture_id,
            programme_id,
            terms,
            starts_at=moment,
            chain_key=self._chain_key,
        )

    def _set_span(self, act: Act, kind: str, programme_id: int, span: Span) -> ProgrammeSaved:
        db = self._store.write()
        before = _get(db, programme_id)
        if begin(self._store, act, kind, needs=Role.MANAGER) is not None:
            programmes.set_span(db, programme_id, _onwards(span, before.span, act.at))
        return ProgrammeSaved(_get(db, programme_id), before, Changes(shop=True))


def cleaned(draft: ProgrammeDraft) -> ProgrammeDraft:
    """The draft fit to keep. Raises `BadInput`, `BadTerms`."""
    check_terms(draft.kind, draft.terms)
    rewards = tuple(replace(reward, what=_clean_said(reward.what)) for reward in draft.terms.rewards)
    return replace(draft, look=_clean_look(draft.look), terms=replace(draft.terms, rewards=rewards))


def _onwards(span: Span, before: Span, at: int) -> Span:
    """The span without an end that is set for a time gone by: nothing is taken away for what was."""

    def onwards(end: int | None, was: int | None) -> int | None:
        return end if end is None or end == was else max(end, at)

    return replace(
        span,
        ends_at=onwards(span.ends_at, before.ends_at),
        redeem_until=onwards(span.redeem_until, before.redeem_until),
    )


def _clean_look(look: Look) -> Look:
    return replace(look, names=_clean_said(look.names))


def _clean_said(said: Said) -> Said:
    others = tuple((code, clean_line(text)) for code, text in said.others if clean_line(text))
    return Said(clean_name(said.usual), others)


def _get(db: Db, programme_id: int) -> Programme:
    for programme in programmes.programmes(db):
        if programme.id == programme_id:
            return programme
    raise Refused(RefusalCode.NO_PROGRAMME, Remedy.OPEN_SETTINGS)
