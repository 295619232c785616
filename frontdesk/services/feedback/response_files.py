"""Answers brought in from a hosted form's table, and taken out as a table of our own.

A row is an act of its own, known again by what it says: bringing the same file in twice, or a longer one of
the same form, does nothing twice. Rows go to the writer a handful at a time: a stamp never waits long.
"""

from collections import deque
from collections.abc import Callable, Iterator
from concurrent.futures import Future
from dataclasses import replace
from datetime import datetime
from functools import partial
from itertools import count
from pathlib import Path
from typing import Final

from frontdesk.domain.acts import Act, Changes, Role
from frontdesk.domain.feedback.feedback_cards import FeedbackCard
from frontdesk.domain.feedback.questions import Mood
from frontdesk.domain.feedback.response_drafts import cleaned, in_place_of, says_the_same
from frontdesk.domain.feedback.response_tables import (
    AnswerRow,
    AnswersBrought,
    AnswersPreview,
    BadAnswerRow,
    PortableResponse,
    ReadyAnswer,
    RowTrouble,
    act_id,
    facts_of,
    last_said,
)
from frontdesk.domain.feedback.responses import ResponseDraft, ResponseSaved, ResponseState, WayBack
from frontdesk.domain.refusals import RefusalCode, Refused
from frontdesk.domain.text import BadInput, clean_line
from frontdesk.interchange.files import table_bytes, text_of
from frontdesk.interchange.response_csv import read_answers, write_answers
from frontdesk.services.feedback.pasted_answers import PastedAnswers
from frontdesk.services.feedback.questions import QuestionService
from frontdesk.services.feedback.responses import ResponseService
from frontdesk.services.gesture import begin, check_role
from frontdesk.services.importing.exports import PROGRESS_STEP, whole_file
from frontdesk.services.shop import ShopService
from frontdesk.storage import gestures
from frontdesk.storage.feedback import response_files
from frontdesk.storage.store import Store
from frontdesk.storage.writer import NotSaved, NotSure

Progress = Callable[[int, int], None]

AT_ONCE: Final = 3
"""So many rows lie with the writer: a stamp waits for these at most."""

SOURCE_LIMIT: Final = 200
READING_SHARE: Final = 50

_TROUBLE_OF: Final = {
    RefusalCode.NOTHING_SAID: RowTrouble.NOTHING_SAID,
    RefusalCode.UNKNOWN_CARD: RowTrouble.UNKNOWN_CARD,
    RefusalCode.ANSWERED_TODAY: RowTrouble.ANSWERED_TODAY,
    RefusalCode.ENOUGH_ANSWERS: RowTrouble.ENOUGH_ANSWERS,
}


class ResponseFiles:
    """Slow, for a worker thread. `act` makes the act of whoever is at the till."""

    def __init__(
        self,
        store: Store,
        shop: ShopService,
        questions: QuestionService,
        responses: ResponseService,
        pasted: PastedAnswers,
        act: Callable[[], Act],
    ) -> None:
        self._store = store
        self._shop = shop
        self._questions = questions
        self._responses = responses
        self._pasted = pasted
        self._act = act

    # --- looking ---

    def preview(self, path: Path, progress: Progress | None = None) -> AnswersPreview:
        """What bringing a file in would do; writes nothing. Raises `BadFile`; `progress` may, to stop."""
        tell = progress or _silent
        decoded = text_of(table_bytes(path))
        topics = [question.topic for question in self._questions.asked(self._shop.settings().language)]
        table = read_answers(
            decoded,
            topics,
            self._pasted.known(),
            lambda done, total: tell(done * READING_SHARE // max(total, 1), 100),
        )
        rows: list[ReadyAnswer] = []
        bad = list(table.bad)
        rest = 100 - READING_SHARE
        all_facts = facts_of(row.said for row in table.rows)
        here = response_files.known_references(self._store.read(), [row.said.reference for row in table.rows])
        for at, (row, facts) in enumerate(zip(table.rows, all_facts, strict=True)):
            if at % PROGRESS_STEP == 0:
                tell(READING_SHARE + at * rest // len(table.rows), 100)
            ready = self._ready(row, facts, row.said.reference in here)
            if isinstance(ready, BadAnswerRow):
                bad.append(ready)
            else:
                rows.append(ready)
        tell(100, 100)
        coming, again = last_said(rows, self._act().at)
        bad = sorted((*bad, *again), key=lambda each: each.line)
        return AnswersPreview(clean_line(path.name[:SOURCE_LIMIT]), coming, tuple(bad), table.left_alone)

    def _ready(self, row: AnswerRow, facts: bytes, here: bool) -> ReadyAnswer | BadAnswerRow:
        said = row.said
        card = self._responses.card(said.code)
        if card is None:
            return BadAnswerRow(row.line, RowTrouble.UNKNOWN_CARD, said.code[:40])
        if said.state is ResponseState.SET_ASIDE and not here:
            return BadAnswerRow(row.line, RowTrouble.WAS_SET_ASIDE, said.code[:40])
        try:
            draft = cleaned(self._timed(said), card.language)
        except BadInput:
            return BadAnswerRow(row.line, RowTrouble.TOO_LONG, said.code[:40])
        except Refused as refused:
            return BadAnswerRow(row.line, _TROUBLE_OF[refused.code], said.code[:40])
        gesture, known = self._act_of(facts)
        known = known or here or self._stands(card, draft)
        return ReadyAnswer(row.line, card, draft, said.way, gesture, known, row.unread_time)

    def _stands(self, card: FeedbackCard, draft: ResponseDraft) -> bool:
        """Does the card's answer of that day say just this? Then there is nothing to bring in."""
        at = self._act().at if draft.came_at is None else draft.came_at
        stands = self._responses.standing(card.id, at)
        return stands is not None and says_the_same(stands, in_place_of(stands, draft))

    def _timed(self, said: PortableResponse) -> ResponseDraft:
        """With when it was written, by the shop's clock where it names no zone."""
        came = said.came
        if came is not None and came.tzinfo is None:
            came = came.replace(tzinfo=self._shop.facts().zone)
        return replace(said.draft, came_at=round(came.timestamp() * 1000) if came is not None else None)

    def _act_of(self, facts: bytes) -> tuple[bytes, bool]:
        """The act that brings a row in, and whether it has; one that was taken back can be done again."""
        db = self._store.read()
        for again in count():
            gesture = act_id(facts, again)
            key = gestures.find(db, gesture)
            if key is None or not gestures.is_undone(db, key):
                return gesture, key is not None
        raise AssertionError("it counts on")

    # --- bringing in ---

    def bring_in(
        self,
        preview: AnswersPreview,
        progress: Progress | None = None,
        cancelled: Callable[[], bool] | None = None,
    ) -> AnswersBrought:
        """Bring in what the preview showed as new, the earliest first. What a card does not bear is named,
        the rest comes in. A fault ends it: what came in before stays, and the same file brings the rest.

        Raises `Refused` ONLY_MANAGER, and the fault itself (as `NotSaved`) where nothing had come in.
        """
        tell, stopped = progress or _silent, cancelled or _never
        act = self._act()
        check_role(self._store, act, Role.MANAGER, "BRING_ANSWERS")
        rows = sorted(
            (row for row in preview.rows if not row.known), key=lambda row: row.draft.came_at or act.at
        )
        done = _Done()
        under_way: deque[tuple[ReadyAnswer, Future[ResponseSaved]]] = deque()
        for at, row in enumerate(rows):
            done.stopped = done.stopped or stopped()
            if done.stopped:
                break
            of_row = replace(act, gesture=row.gesture)
            part = partial(self._responses.bring, of_row, row.card.id, row.draft, row.way)
            under_way.append((row, self._store.submit(part, of_row)))
            if len(under_way) >= AT_ONCE:
                done.take(*under_way.popleft())
                tell(at, len(rows))
        while under_way:
            done.take(*under_way.popleft())
        return done.said()

    def undo(self, gestures_: tuple[bytes, ...], progress: Progress | None = None) -> AnswersBrought:
        """Take back what one bringing-in brought, all of it; the answers are set aside, and the file may come
        in again. What somebody has seen to by now stays, and is counted in `refused`.
        """
        tell = progress or _silent
        kept = []
        for at, gesture in enumerate(gestures_):
            act = self._act()
            try:
                self._store.submit(partial(self._responses.undo, act, gesture), act).result()
            except Refused:
                kept.append(BadAnswerRow(at, RowTrouble.STAYS))
            tell(at, len(gestures_))
        return AnswersBrought(gestures=gestures_, refused=tuple(kept), changes=_ALL)

    # --- taking out ---

    def write(self, path: Path, progress: Progress | None = None) -> int:
        """Write every answer to `path`, whole or not at all, and give how many; that they were
        taken out is on record. Raises `Refused` ONLY_MANAGER, OSError; `progress` may raise to stop it.
        """
        act = self._act()
        self._store.submit(
            lambda: begin(self._store, act, "TAKE_OUT_ANSWERS", needs=Role.MANAGER), act
        ).result()
        with whole_file(path) as file:
            return write_answers(self._rows(progress or _silent), file)

    def _rows(self, tell: Progress) -> Iterator[PortableResponse]:
        db, zone = self._store.read(), self._shop.facts().zone
        total = response_files.count(db)
        for done, (row, answers) in enumerate(response_files.everything(db)):
            if done % PROGRESS_STEP == 0:
                tell(done, total)
            uid, code, came_at, way, state, mood, name, contact, language, customer = row
            yield PortableResponse(
                code,
                ResponseDraft(Mood(mood) if mood else None, answers, name, contact, language),
                datetime.fromtimestamp(came_at // 1000, zone),
                WayBack(way),
                ResponseState(state),
                uid,
                customer,
            )
        tell(total, total)


_ALL: Final = Changes(responses=True, recoveries=True, today=True, everything=True)


class _Done:
    """What came of the rows so far."""

    def __init__(self) -> None:
        self.stopped = False
        self._gestures: list[bytes] = []
        self._refused: list[BadAnswerRow] = []
        self._unhappy = 0
        self._fault: Exception | None = None

    def take(self, row: ReadyAnswer, future: "Future[ResponseSaved]") -> None:
        try:
            saved = future.result()
        except (Refused, NotSaved, NotSure) as fault:
            trouble = _TROUBLE_OF.get(fault.code) if isinstance(fault, Refused) else None
            if trouble is not None:
                self._refused.append(BadAnswerRow(row.line, trouble, row.card.short))
            else:
                self.stopped, self._fault = True, self._fault or fault
            return
        self._gestures.append(row.gesture)
        self._unhappy += saved.response.unhappy

    def said(self) -> AnswersBrought:
        if self._fault is not None and not self._gestures:
            raise self._fault
        gestures_, refused = tuple(self._gestures), tuple(self._refused)
        return AnswersBrought(gestures_, self._unhappy, refused, self.stopped, self._fault, changes=_ALL)


def _silent(done: int, total: int) -> None:
    """For those who do not watch."""


def _never() -> bool:
    return False
