"""Which header of a table of answers holds what: our own table's, and loosely those of hosted forms.

A form's column may be headed by the question in any wording and language, by its number, or by a word.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from frontdesk.domain.feedback.answers_in_words import KnownWords, key_of
from frontdesk.domain.feedback.message_form import codes_in
from frontdesk.domain.feedback.pasted_answers import after_prompt
from frontdesk.domain.feedback.questions import Topic
from frontdesk.domain.feedback.response_tables import ResponseColumn

# The order is the order of columns in our own table.
OWN_HEADERS: Final[dict[str, ResponseColumn]] = {
    "Came": ResponseColumn.CAME_AT,
    "Card": ResponseColumn.CODE,
    "Visit 1 to 5": ResponseColumn.VISIT,
    "Visit in words": ResponseColumn.VISIT_WORDS,
    "Liked": ResponseColumn.LIKED_BOX,
    "Liked in words": ResponseColumn.LIKED,
    "Disliked": ResponseColumn.DISLIKED_BOX,
    "Disliked in words": ResponseColumn.DISLIKED,
    "Would change": ResponseColumn.CHANGE,
    "Could do better": ResponseColumn.BETTER,
    "Name left": ResponseColumn.NAME,
    "Contact left": ResponseColumn.CONTACT,
    "Customer": ResponseColumn.CUSTOMER,
    "Language": ResponseColumn.LANGUAGE,
    "Way back": ResponseColumn.WAY,
    "State": ResponseColumn.STATE,
    "Front Desk answer": ResponseColumn.REFERENCE,
}
_OWN_SIGN: Final = key_of("Front Desk answer")

_LOOSE: Final[dict[ResponseColumn, str]] = {
    ResponseColumn.CODE: "code, card, card code, card number, feedback code, ref, utm_content, รหัส, รหัสบัตร, "
    "ລະຫັດ, ລະຫັດບັດ, កូដ, លេខកូដ, លេខកូដកាត, კოდი, ბარათის კოდი",
    ResponseColumn.CAME_AT: "timestamp, time, date, date and time, submitted, submitted at, submit date, "
    "submission date, submission time, created, created at, completion time, end time, end date, "
    "ประทับเวลา, วันที่, เวลา, วันเวลา, ວັນທີ, ເວລາ, ວັນເວລາ, ຕາປະທັບເວລາ, កាលបរិច្ឆេទ, ពេលវេលា, "
    "ត្រា​ពេល​វេលា, თარიღი, დრო, დროის ანაბეჭდი",
    ResponseColumn.VISIT: "visit, this visit, rating, score, stars, mood, how was it, overall, experience, "
    "คะแนน, ຄະແນນ, ពិន្ទុ, შეფასება",
    ResponseColumn.LIKED: "liked, like, good, what was good, positive",
    ResponseColumn.DISLIKED: "disliked, dislike, not liked, bad, what was bad, negative",
    ResponseColumn.CHANGE: "change, would change",
    ResponseColumn.BETTER: "better, do better, improve, improvement, suggestion, suggestions, comment, "
    "comments, feedback, message, ข้อเสนอแนะ, ຄໍາເຫັນ, ຄຳເຫັນ, យោបល់, კომენტარი",
    ResponseColumn.NAME: "name, your name, full name, customer, ชื่อ, ชื่อของคุณ, ຊື່, ຊື່ຂອງທ່ານ, ឈ្មោះ, "
    "ឈ្មោះរបស់អ្នក, სახელი, თქვენი სახელი",
    ResponseColumn.CONTACT: "contact, phone, phone number, mobile, tel, telephone, email, e-mail, "
    "email address, whatsapp, line, how to reach you, เบอร์โทร, โทรศัพท์, อีเมล, ติดต่อ, ເບີໂທ, ໂທລະສັບ, ອີເມວ, ຕິດຕໍ່, "
    "លេខទូរស័ព្ទ, ទូរស័ព្ទ, អ៊ីមែល, ტელეფონი, ელფოსტა, კონტაქტი",
    ResponseColumn.LANGUAGE: "language, lang, ภาษา, ພາສາ, ភាសា, ენა",
}
_LOOSE_KEYS: Final = {key_of(name): column for column, names in _LOOSE.items() for name in names.split(",")}
_NUMBERED: Final = re.compile(
    r"(?:q|question|คำถาม|ຄຳຖາມ|ຄໍາຖາມ|សំណួរ|კითხვა)?\s*([1-9])\s*(?:$|[).:\]_–-]\s*(.*))", re.I
)
_SURE_SHARE: Final = 0.5


@dataclass(frozen=True, slots=True)
class AnswerLayout:
    """For each position what it holds, and the headers that hold nothing for us."""

    columns: tuple[ResponseColumn | None, ...]
    headers: tuple[str, ...]
    own: bool

    @property
    def left_alone(self) -> tuple[str, ...]:
        named = zip(self.headers, self.columns, strict=True)
        return tuple(header for header, column in named if column is None and header.strip())


def recognise(
    headers: Sequence[str], topics: Sequence[Topic], known: KnownWords, sample: Sequence[Sequence[str]]
) -> AnswerLayout | None:
    """The layout that fits; None where no column has the codes of cards. `sample` are some rows: where no
    header says so, the codes themselves tell their column.
    """
    keys = [key_of(header) for header in headers]
    if _OWN_SIGN in keys:
        own = {key_of(header): column for header, column in OWN_HEADERS.items()}
        return AnswerLayout(tuple(own.get(key) for key in keys), tuple(headers), own=True)
    columns = [_column(header, topics, known) for header in headers]
    for column in _ONCE:
        _keep_first(columns, column)
    if ResponseColumn.CODE not in columns:
        place = next((at for at in range(len(headers)) if _has_codes(at, sample)), None)
        if place is None:
            return None
        columns[place] = ResponseColumn.CODE
    return AnswerLayout(tuple(columns), tuple(headers), own=False)


def headers_known(headers: Sequence[str]) -> int:
    """Decides the delimiter: headers that mean something, and else how many there are."""
    own = {key_of(header) for header in OWN_HEADERS}
    known = sum(key in _LOOSE_KEYS or key in own for key in map(key_of, headers))
    return 1000 * known + len(headers)


_ONCE: Final = (ResponseColumn.CODE, ResponseColumn.CAME_AT, ResponseColumn.VISIT, ResponseColumn.LANGUAGE)


def _keep_first(columns: list[ResponseColumn | None], column: ResponseColumn) -> None:
    """What an answer has once is in the first column that may hold it."""
    places = [at for at, each in enumerate(columns) if each is column]
    for at in places[1:]:
        columns[at] = None


def _column(header: str, topics: Sequence[Topic], known: KnownWords) -> ResponseColumn | None:
    plain = "".join(str(unicodedata.decimal(char, char)) for char in header).strip()
    numbered = _NUMBERED.fullmatch(plain)
    asked = (numbered[2] or "") if numbered else plain
    topic = known.prompts.get(key_of(asked)) or after_prompt(asked, known)[0]
    if topic is None and key_of(asked) in _LOOSE_KEYS:
        return _LOOSE_KEYS[key_of(asked)]
    if topic is None and numbered and int(numbered[1]) <= len(topics):
        topic = topics[int(numbered[1]) - 1]
    return ResponseColumn(topic.value) if topic is not None else None


def _has_codes(at: int, sample: Sequence[Sequence[str]]) -> bool:
    cells = [row[at] for row in sample if at < len(row) and row[at].strip()]
    return bool(cells) and sum(bool(codes_in(cell)) for cell in cells) >= _SURE_SHARE * len(cells)
