"""Answers in a table: as a hosted form gives them away, and as the shop takes its own out.

No row is lost silently: each becomes an answer that can come in, or is named with its line and the reason.
"""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import datetime
from enum import StrEnum
from typing import Final

from frontdesk.domain.acts import Changes
from frontdesk.domain.feedback.feedback_cards import FeedbackCard
from frontdesk.domain.feedback.responses import EDITABLE_FOR, ResponseDraft, ResponseState, WayBack

MOST_ROWS: Final = 50_000
"""A form of years has fewer, and all of them are held while they are looked over."""


class ResponseColumn(StrEnum):
    """What a column of a table of answers can hold for us."""

    CODE = "CODE"
    CAME_AT = "CAME_AT"
    VISIT = "VISIT"
    VISIT_WORDS = "VISIT_WORDS"
    LIKED = "LIKED"
    LIKED_BOX = "LIKED_BOX"
    DISLIKED = "DISLIKED"
    DISLIKED_BOX = "DISLIKED_BOX"
    CHANGE = "CHANGE"
    BETTER = "BETTER"
    NAME = "NAME"
    CONTACT = "CONTACT"
    LANGUAGE = "LANGUAGE"
    WAY = "WAY"
    STATE = "STATE"
    CUSTOMER = "CUSTOMER"
    """Whose it is as far as the shop knows: written for its owner, and not read."""
    REFERENCE = "REFERENCE"
    """The answer's own id, in a table that Front Desk wrote."""


class RowTrouble(StrEnum):
    """Why a row does not come in."""

    NO_CODE = "NO_CODE"
    UNKNOWN_CARD = "UNKNOWN_CARD"
    NOTHING_SAID = "NOTHING_SAID"
    TOO_LONG = "TOO_LONG"
    TOO_MANY_CELLS = "TOO_MANY_CELLS"
    BROKEN_ROW = "BROKEN_ROW"
    WAS_SET_ASIDE = "WAS_SET_ASIDE"
    ANSWERED_TODAY = "ANSWERED_TODAY"
    ENOUGH_ANSWERS = "ENOUGH_ANSWERS"
    SENT_AGAIN = "SENT_AGAIN"
    """Within its hour the same card brought a later row, which takes its place."""
    STAYS = "STAYS"
    """It was to be taken back, and was changed, or somebody sees to it by now."""


@dataclass(frozen=True, slots=True)
class BadAnswerRow:
    """A row that does not come in; `detail` helps to find it in the file."""

    line: int
    trouble: RowTrouble
    detail: str = ""


@dataclass(frozen=True, slots=True)
class PortableResponse:
    """An answer as a table can carry it. `code` is that of its card; `came` is by the shop's own clock where
    it names no zone; `reference` is its id, where Front Desk wrote the table, and `customer` whose it is.
    """

    code: str
    draft: ResponseDraft
    came: datetime | None = None
    way: WayBack = WayBack.FORM
    state: ResponseState = ResponseState.NEW
    reference: str = ""
    customer: str = ""


@dataclass(frozen=True, slots=True)
class AnswerRow:
    """A row that was read: `line` is where it starts, `unread_time` what could not be told as a time."""

    line: int
    said: PortableResponse
    unread_time: str = ""


@dataclass(frozen=True, slots=True)
class AnswerTable:
    """Everything in a file, with nothing saved yet. `left_alone` are the headers that mean nothing to us."""

    rows: tuple[AnswerRow, ...]
    bad: tuple[BadAnswerRow, ...]
    left_alone: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ReadyAnswer:
    """A row that can come in: on which card, by the id of which act. One that is `known` came in before."""

    line: int
    card: FeedbackCard
    draft: ResponseDraft
    way: WayBack
    gesture: bytes
    known: bool = False
    unread_time: str = ""


@dataclass(frozen=True, slots=True, eq=False)
class AnswersPreview:
    """What bringing in a file, `source`, would do. `rows` can come in, or came in before."""

    source: str
    rows: tuple[ReadyAnswer, ...]
    bad: tuple[BadAnswerRow, ...]
    left_alone: tuple[str, ...] = ()

    @property
    def new(self) -> int:
        return sum(not row.known for row in self.rows)

    @property
    def known(self) -> int:
        return sum(row.known for row in self.rows)


@dataclass(frozen=True, slots=True)
class AnswersBrought:
    """What bringing answers in did: the acts that did it, by which all can be taken back; how many of them
    were unhappy; and the rows that were refused after all. `stopped` says that not all rows were tried: it
    was cancelled, or there was a `fault`.
    """

    gestures: tuple[bytes, ...] = ()
    unhappy: int = 0
    refused: tuple[BadAnswerRow, ...] = ()
    stopped: bool = False
    fault: Exception | None = None
    changes: Changes = field(default_factory=lambda: Changes(responses=True))


def last_said(rows: Iterable[ReadyAnswer], now: int) -> tuple[tuple[ReadyAnswer, ...], list[BadAnswerRow]]:
    """The rows that come in, by line, and those whose place another one takes. Who sends a form once more
    within the hour means the last one; a name or contact that it leaves out stays, as on the shop's own page.
    One row, one act: so it can be taken back.
    """
    kept: dict[int, ReadyAnswer] = {}
    again: list[BadAnswerRow] = []
    first: dict[int, ReadyAnswer] = {}
    for row in sorted(rows, key=lambda each: _time(each, now)):
        before = first.get(row.card.id)
        if before is not None and _time(row, now) < _time(before, now) + EDITABLE_FOR:
            del kept[before.line]
            again.append(BadAnswerRow(before.line, RowTrouble.SENT_AGAIN, before.card.short))
            row = replace(row, draft=_in_place_of(before.draft, row.draft))
        if row.known:
            first.pop(row.card.id, None)
        elif not row.card.shared:
            first[row.card.id] = row
        kept[row.line] = row
    return tuple(kept[line] for line in sorted(kept)), again


def _time(row: ReadyAnswer, now: int) -> int:
    return now if row.draft.came_at is None else row.draft.came_at


def _in_place_of(before: ResponseDraft, said: ResponseDraft) -> ResponseDraft:
    name, contact = said.name or before.name, said.contact or before.contact
    return replace(said, came_at=before.came_at, name=name, contact=contact)


def facts_of(rows: Iterable[PortableResponse]) -> list[bytes]:
    """By what each row is known again, on each day and in each longer table. Rows that are alike in all are
    told apart by their order.
    """
    seen: dict[bytes, int] = {}
    found = []
    for row in rows:
        facts = row.reference.encode() or _said(row)
        seen[facts] = seen.get(facts, 0) + 1
        found.append(seen[facts].to_bytes(4, "big") + facts)
    return found


def act_id(facts: bytes, again: int) -> bytes:
    """The id of the act that brings a row in: the same row is the same act. `again` is how often it was
    brought in and taken back before.
    """
    digest = int.from_bytes(
        hashlib.sha256(b"answer table" + again.to_bytes(4, "big") + facts).digest()[:16], "big"
    )
    # RFC 9562, 5.8: a UUID of one's own making, version 8.
    return (digest & ~(0xF << 76) & ~(0x3 << 62) | 8 << 76 | 2 << 62).to_bytes(16, "big")


def _said(row: PortableResponse) -> bytes:
    draft = row.draft
    answers = (
        (each.topic.value, each.point.value if each.point else "", each.words) for each in draft.answers
    )
    came = row.came.isoformat() if row.came is not None else ""
    said = (row.code, came, draft.mood or 0, *answers, draft.name, draft.contact)
    return repr(said).encode("utf-8", "replace")
