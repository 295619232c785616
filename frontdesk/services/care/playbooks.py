"""Playbooks as the shop has them: what ships, and what the manager says in the shop's own words."""

from dataclasses import dataclass, replace
from typing import Final

from frontdesk.domain.acts import Act, Changes, Role
from frontdesk.domain.care.playbooks import (
    ALOUD,
    HANDLING,
    MOST_GOODWILL,
    MOST_STEPS,
    Handling,
    OwnWords,
    Playbook,
    Situation,
    Step,
    own_code,
    shipped,
)
from frontdesk.domain.text import BadInput, InputFault, clean_line, clean_name, clean_note
from frontdesk.services.gesture import begin, number_of
from frontdesk.storage.care import playbooks
from frontdesk.storage.database import Db
from frontdesk.storage.store import Store
from frontdesk.texts import texts_for
from frontdesk.wording.playbooks import shipped_steps, situation_name

_NAME_LIMIT: Final = 40
_STEP_LIMIT: Final = 400


@dataclass(frozen=True, slots=True)
class PlaybookSaved:
    """A playbook after a change; `before` is what the shop had said in that language, to undo it."""

    situation: str
    language: str
    before: tuple[OwnWords | None, Handling | None]
    changes: Changes


class PlaybookService:
    """Every version stays: what a cashier was told to do last year can still be read."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def all(self, language: str) -> tuple[Playbook, ...]:
        """Every situation that can be recorded, those that ship first."""
        own = tuple(code for code in playbooks.own_handling(self._store.read()) if shipped(code) is None)
        return tuple(self.read(code, language) for code in (*Situation, *own))

    def read(self, situation: str, language: str, customers: str = "") -> Playbook:
        """What is shown to a reader of `language`; what is said aloud in the customer's too, if that differs.

        A situation that was put away keeps its last words, for the complaints that have it.
        """
        db = self._store.read()
        words = playbooks.own_words(db)
        own, theirs = words.get((situation, language)), words.get((situation, customers))
        known = shipped(situation)
        if own is None and known is None:
            own = next((each for (code, _), each in words.items() if code == situation), None)
        name = situation_name(texts_for(language), situation, own.name if own is not None else "")
        steps = _steps(known, language, customers or language) if own is None else own.steps
        if theirs is not None and customers != language:
            steps = _with_theirs(steps, theirs)
        return Playbook(situation, name, steps, self.handling(situation), own is not None)

    def handling(self, situation: str) -> Handling:
        """What holds for a situation in every language."""
        set_here = playbooks.own_handling(self._store.read()).get(situation)
        known = shipped(situation)
        return set_here or (HANDLING[known] if known is not None else Handling())

    def save(
        self, act: Act, situation: str, language: str, words: OwnWords, handling: Handling
    ) -> PlaybookSaved:
        """Say a situation in the shop's own words, in one language; `situation` is empty for a new one.

        Raises `Refused` ONLY_MANAGER, `BadInput` for a name or a step that is empty or too long.
        """
        clean, bounded = _cleaned(words), _bounded(handling)
        return self._keep(act, situation, language, clean, bounded)

    def reset(self, act: Act, situation: str, language: str) -> PlaybookSaved:
        """As shipped again; a situation of the shop's own is put away. Raises `Refused` ONLY_MANAGER."""
        return self._keep(act, situation, language, None, None)

    def restore(self, act: Act, saved: PlaybookSaved) -> PlaybookSaved:
        """Undo a change: what was said before is said again. Raises `Refused` ONLY_MANAGER."""
        return self._keep(act, saved.situation, saved.language, *saved.before)

    def _keep(
        self, act: Act, situation: str, language: str, words: OwnWords | None, handling: Handling | None
    ) -> PlaybookSaved:
        db, new_id = self._store.write(), self._store.new_id
        begun = begin(self._store, act, "SAVE_PLAYBOOK", needs=Role.MANAGER)
        if begun is None:
            return _saved(db, number_of(db, act), playbooks.of_act(db, act.gesture), language)
        code = situation or own_code(playbooks.next_number(db))
        known = shipped(code)
        if words is not None or known is not None:
            playbooks.keep_words(db, new_id, act, begun.id, code, language, words)
        usual = HANDLING[known] if known is not None else None
        playbooks.keep_handling(db, new_id, act, begun.id, code, handling if handling != usual else None)
        return _saved(db, begun.id, code, language)


def _saved(db: Db, gesture_id: int, code: str, language: str) -> PlaybookSaved:
    """What an act kept of a situation, now or when it was first asked for."""
    words = playbooks.own_words(db, before=gesture_id).get((code, language))
    handling = playbooks.own_handling(db, before=gesture_id).get(code)
    return PlaybookSaved(code, language, (words, handling), Changes(playbooks=True))


def _steps(known: Situation | None, language: str, customers: str) -> tuple[Step, ...]:
    """What ships; of a situation that nobody has words for, what fits whatever happened."""
    return shipped_steps(texts_for(language), texts_for(customers), known or Situation.OTHER)


def _with_theirs(steps: tuple[Step, ...], theirs: OwnWords) -> tuple[Step, ...]:
    """What the shop says aloud in the customer's language stands beside the same step."""
    said = {step.key: step.text for step in theirs.steps if step.kind in ALOUD}
    return tuple(replace(step, said=said.get(step.key, step.said)) for step in steps)


def _cleaned(words: OwnWords) -> OwnWords:
    """Raises `BadInput`."""
    steps = tuple(replace(step, text=clean_note(step.text, _STEP_LIMIT), said="") for step in words.steps)
    if not steps or any(not step.text for step in steps):
        raise BadInput(InputFault.EMPTY)
    if len(steps) > MOST_STEPS:
        raise BadInput(InputFault.TOO_LONG, MOST_STEPS)
    return OwnWords(clean_name(clean_line(words.name, _NAME_LIMIT)), steps)


def _bounded(handling: Handling) -> Handling:
    return replace(handling, goodwill=min(max(handling.goodwill, 0), MOST_GOODWILL))
