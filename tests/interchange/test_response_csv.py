"""A hosted form's table is read whatever its columns are; our own comes back unchanged."""

import csv
import io
from datetime import UTC, datetime, timedelta, timezone
from io import BytesIO

import pytest

from frontdesk.domain.care.contact_points import ContactPoint
from frontdesk.domain.feedback.questions import Mood, Topic
from frontdesk.domain.feedback.response_tables import (
    AnswerTable,
    PortableResponse,
    ResponseColumn,
    RowTrouble,
)
from frontdesk.domain.feedback.responses import Answer, ResponseDraft, ResponseState, WayBack
from frontdesk.domain.importing.imports import BadFile, FileFault
from frontdesk.domain.text import clean_line, clean_note
from frontdesk.interchange.encodings import Decoded, decode
from frontdesk.interchange.moments import read_time
from frontdesk.interchange.response_csv import read_answers, write_answers
from frontdesk.interchange.response_layout import OWN_HEADERS, headers_known
from frontdesk.texts import CUSTOMER_LANGUAGES, texts_for
from frontdesk.wording.known_words import known_words
from frontdesk.wording.questions import question_text
from tests.naughty import NAUGHTY

KNOWN = known_words()
CODE = "F0123456789ABCDEF"


def read(text: str) -> AnswerTable:
    return read_answers(Decoded(text, "utf-8"), tuple(Topic), KNOWN)


def only(text: str) -> PortableResponse:
    table = read(text)
    assert not table.bad
    (row,) = table.rows
    assert not row.unread_time
    return row.said


WHOLE = ResponseDraft(
    Mood.GOOD,
    (
        Answer(Topic.LIKED, None, "coffee"),
        Answer(Topic.DISLIKED, ContactPoint.QUEUE),
        Answer(Topic.CHANGE, None, "nothing, really"),
        Answer(Topic.BETTER, None, "more\nseats"),
    ),
    name="Noi",
    contact="020 5555 1234",
)


@pytest.mark.parametrize("language", CUSTOMER_LANGUAGES)
def test_the_questions_head_the_columns_in_every_language(language: str) -> None:
    asked = ",".join(f'"{question_text(texts_for(language), topic)}"' for topic in Topic)
    said = only(
        f"Timestamp,Card code,{asked},Your name,Phone number,IP address\n"
        f'22/11/2026 9:41:07,{CODE},4,coffee,Waiting,"nothing, really","more\nseats",Noi,020 5555 1234,x'
    )

    assert said == PortableResponse(CODE, WHOLE, datetime(2026, 11, 22, 9, 41, 7))


@pytest.mark.parametrize(
    "headers",
    [
        "Code;1;2;3;4;5;Name;Contact",
        "code;Q1;Q2;Q3;Q4;Q5;your name;phone",
        "ລະຫັດ;໑. x;໒. x;໓. x;໔. x;໕. x;ຊື່;ເບີໂທ",
        "ref;Rating;Liked;Disliked;Would change;Suggestions;Full name;E-mail",
        "Untitled question;Stars;Good;Bad;Change;Comments;Name;Contact",
    ],
)
def test_numbers_and_words_head_them_as_well_and_the_codes_tell_their_column(headers: str) -> None:
    said = only(f'{headers}\n{CODE};★★★★;coffee;Waiting;"nothing, really";"more\nseats";Noi;020 5555 1234')

    assert said.draft == WHOLE


def test_each_row_comes_in_or_is_named_with_its_line() -> None:
    table = read(
        f"Time,Code,How was this visit?,Mystery\n"
        f"soon,{CODE},Very good,x\n"
        f',,,\n22/11/2026,,5,x\n22/11/2026,{CODE},5,x,too many\n22/11/2026,"{CODE},5,x\n'
    )

    assert [(row.line, row.said.draft.mood, row.unread_time) for row in table.rows] == [(2, 5, "soon")]
    assert [(row.line, row.trouble) for row in table.bad] == [
        (4, RowTrouble.NO_CODE),
        (5, RowTrouble.TOO_MANY_CELLS),
        (6, RowTrouble.BROKEN_ROW),
    ]
    assert table.left_alone == ("Mystery",)


@pytest.mark.parametrize(
    ("cell", "mood"),
    [
        ("4 of us waited an hour, terrible", None),
        ("5 flies in my soup", None),
        ("5 von 10", None),
        ("4ຄົນຖ້າດົນ", None),
        ("4", Mood.GOOD),
        ("4 – good", Mood.GOOD),
        ("5 Very good", Mood.VERY_GOOD),
        ("4/5", Mood.GOOD),
    ],
)
def test_a_number_that_may_count_something_is_no_face(cell: str, mood: Mood | None) -> None:
    draft = only(f'Code,1\n{CODE},"{cell}"\n').draft

    assert draft.mood is mood
    if mood is None:
        assert draft.answers == (Answer(Topic.VISIT, None, cell),)


def test_a_table_without_codes_is_refused() -> None:
    with pytest.raises(BadFile) as bad:
        read("Time,How was this visit?\n22/11/2026,5\n")

    assert bad.value.code is FileFault.NO_CODE_COLUMN


def test_a_table_of_too_many_rows_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("frontdesk.interchange.response_csv.MOST_ROWS", 2)
    assert len(read(f"Code,1\n{CODE},5\n{CODE},5\n").rows) == 2
    with pytest.raises(BadFile) as bad:
        read(f"Code,1\n{CODE},5\n{CODE},5\n{CODE},5\n")

    assert bad.value.code is FileFault.TOO_MANY_ROWS


ICT = timezone(timedelta(hours=7))


@pytest.mark.parametrize(
    ("written", "moment"),
    [
        ("2026-11-22 09:41:07", datetime(2026, 11, 22, 9, 41, 7)),
        ("2026-11-22T02:41:07Z", datetime(2026, 11, 22, 2, 41, 7, tzinfo=UTC)),
        ("2026/11/22 9:41:07 AM GMT+7", datetime(2026, 11, 22, 9, 41, 7, tzinfo=ICT)),
        ("2026/11/22 9:41:07 PM GMT+07:00", datetime(2026, 11, 22, 21, 41, 7, tzinfo=ICT)),
        ("22/11/2026, 9:41", datetime(2026, 11, 22, 9, 41)),
        ("22.11.2026 21.41", datetime(2026, 11, 22, 21, 41)),
        ("22/11/2569, 9:41:07", datetime(2026, 11, 22, 9, 41, 7)),
        ("໒໒/໑໑/໒໐໒໖ ໙:໔໑", datetime(2026, 11, 22, 9, 41)),
        ("Nov 22, 2026 12:05 a.m.", datetime(2026, 11, 22, 0, 5)),
        ("Sunday, 22 November 2026 21:41 UTC", datetime(2026, 11, 22, 21, 41, tzinfo=UTC)),
        ("11/22/2026 9:41:07", datetime(2026, 11, 22, 9, 41, 7)),
        ("22-11-2026", datetime(2026, 11, 22)),
        ("1795315267", datetime(2026, 11, 22, 2, 41, 7, tzinfo=UTC)),
        ("46348.5", datetime(2026, 11, 22, 12)),
    ],
)
def test_a_time_is_read_in_the_ways_in_which_forms_write_it(written: str, moment: datetime) -> None:
    assert read_time(written, month_first=written.startswith("11/22")) == moment


@pytest.mark.parametrize(
    "written", ["soon", "31/02/2026", "22/11/2026 25:00", "9:41", "5", "13:00 pm 2026-11-22"]
)
def test_what_is_no_time_is_not_taken_for_one(written: str) -> None:
    with pytest.raises(ValueError, match=r"\w"):
        read_time(written)


def test_months_stand_first_where_one_row_shows_it() -> None:
    table = read(f"Time,Code,Q1\n11/05/2026 9:00,{CODE},5\n11/22/2026 9:00,{CODE},5\n")

    assert [row.said.came for row in table.rows] == [datetime(2026, 11, 5, 9), datetime(2026, 11, 22, 9)]


def portable(words: str, line: str) -> PortableResponse:
    """An answer that says `words` wherever words can be."""
    boxes = {Topic.LIKED: ContactPoint.PLACE, Topic.DISLIKED: ContactPoint.QUEUE}
    answers = tuple(Answer(topic, boxes.get(topic), words) for topic in Topic if words or topic in boxes)
    draft = ResponseDraft(Mood.BAD, answers, name=line, contact=line, language="lo")
    came = datetime(2026, 11, 22, 9, 41, 7)
    return PortableResponse(CODE, draft, came, WayBack.PAPER, ResponseState.DONE, "0f" * 16)


def test_naughty_words_come_back_unchanged_and_none_is_a_formula() -> None:
    rows = [portable(clean_note(text, 2000), clean_line(text[:200])) for text in NAUGHTY]
    stream = BytesIO()
    assert write_answers(rows, stream) == len(rows) > 500

    decoded = decode(stream.getvalue())
    cells = [cell for row in csv.reader(io.StringIO(decoded.text, newline="")) for cell in row]
    assert not [cell for cell in cells if cell.strip().startswith(("=", "+", "-", "@", "\uff1d"))]
    assert [row.said for row in read_answers(decoded, tuple(Topic), KNOWN).rows] == rows


def test_every_column_of_our_own_table_is_known_again() -> None:
    stream = BytesIO()
    write_answers([], stream)

    assert set(OWN_HEADERS.values()) == set(ResponseColumn)
    assert stream.getvalue().decode("utf-8-sig").strip().split(",") == list(OWN_HEADERS)


def test_each_header_of_our_own_table_tells_its_delimiter() -> None:
    assert headers_known(tuple(OWN_HEADERS)) == 1001 * len(OWN_HEADERS)
