"""Everything of one person as one ZIP: a page to read, tables, rows for a program, and pictures."""

from __future__ import annotations

import csv
import io
import json
import zipfile
from collections.abc import Sequence
from datetime import datetime
from html import escape
from typing import BinaryIO, Final

from frontdesk.domain.privacy.telling import Cell, PersonTold, Row, is_time
from frontdesk.interchange.cells import defuse
from frontdesk.wording.telling import PersonPage, Section

PAGE: Final = "read-me.html"
ENGLISH_PAGE: Final = "read-me-english.html"
ROWS: Final = "everything.json"
TABLES: Final = "tables/{table}.csv"
PICTURES: Final = "pictures/{name}"

_IN_WORDS: Final = frozenset(
    [
        "customer",
        "member_code",
        "consent",
        "fact",
        "request",
        "request_decline",
        "recovery",
        "feedback_response",
        "feedback_answer",
        "follow_up",
        "follow_up_step",
        "absence_step",
        "feedback_step",
        "staff_thanks",
        "contact_log",
        "referral",
        "group_member",
        "card",
        "visit",
        "visit_item",
        "purchase",
        "ledger_entry",
    ]
)
"""What the page tells of is a table, too; all other rows say something to a program alone."""

_LOOK: Final = (
    "body{font:16px/1.6 'Noto Sans','Noto Sans Lao','Noto Sans Thai','Noto Sans Khmer','Noto Sans Georgian',"
    "sans-serif;color:#222;max-width:52rem;margin:2rem auto;padding:0 1rem}"
    "h1{font-size:1.6rem}h2{font-size:1.15rem;margin:2rem 0 .4rem;border-bottom:1px solid #ccc}"
    "table{border-collapse:collapse;width:100%}td{padding:.25rem .8rem .25rem 0;vertical-align:top}"
    "td:first-child{white-space:nowrap;color:#555}tr{border-bottom:1px solid #eee}"
    "img{max-width:16rem;max-height:16rem;margin:.5rem .5rem 0 0;border-radius:.5rem}"
    "@media print{h2{break-after:avoid}tr{break-inside:avoid}}"
)


def write_person(told: PersonTold, pages: Sequence[PersonPage], stream: BinaryIO) -> None:
    """Write it to `stream`, which stays open: a page in the person's language, and one in English beside."""
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, page in zip((PAGE, ENGLISH_PAGE), pages, strict=False):
            packed.writestr(name, _html(page))
        for table in sorted(_IN_WORDS & told.tables.keys()):
            packed.writestr(TABLES.format(table=table), _csv(told, told.rows(table)))
        packed.writestr(ROWS, _json(told))
        for picture in told.pictures:
            packed.writestr(PICTURES.format(name=picture.name), picture.data, zipfile.ZIP_STORED)


def _html(page: PersonPage) -> str:
    said = "".join(f"<p>{escape(line)}</p>" for line in page.intro)
    ends = "".join(f"<p>{escape(line)}</p>" for line in page.closing)
    return (
        f'<!DOCTYPE html><html lang="{escape(page.language)}"><head><meta charset="utf-8">'
        f"<title>{escape(page.title)}</title><style>{_LOOK}</style></head><body>"
        f"<h1>{escape(page.title)}</h1>{said}{''.join(map(_section, page.sections))}<hr>{ends}</body></html>"
    )


def _section(section: Section) -> str:
    shown = "".join(f'<img alt="" src="{PICTURES.format(name=escape(name))}">' for name in section.pictures)
    widest = max(map(len, section.lines), default=0)
    padded = [(*line, *[""] * (widest - len(line))) for line in section.lines]
    used = [at for at in range(widest) if any(line[at] for line in padded)]
    lines = "".join(
        "<tr>" + "".join(f"<td>{escape(line[at])}</td>" for at in used) + "</tr>" for line in padded
    )
    return f"<h2>{escape(section.heading)}</h2>{shown}<table>{lines}</table>"


def _csv(told: PersonTold, rows: Sequence[Row]) -> bytes:
    text = io.StringIO(newline="")
    writer = csv.writer(text)
    writer.writerow(rows[0])
    for row in rows:
        writer.writerow([defuse(_said(told, name, value)) for name, value in row.items()])
    return text.getvalue().encode("utf-8-sig")


def _json(told: PersonTold) -> str:
    tables = {
        table: [{name: _moment(told, name, value) for name, value in row.items()} for row in rows]
        for table, rows in told.tables.items()
    }
    head = {"shop": told.shop, "made_at": _iso(told, told.made_at), "language": told.language}
    pictures = [PICTURES.format(name=each.name) for each in told.pictures]
    return json.dumps({**head, "pictures": pictures, "tables": tables}, ensure_ascii=False, indent=1)


def _said(told: PersonTold, name: str, value: Cell) -> str:
    moment = _moment(told, name, value)
    return "" if moment is None else str(moment)


def _moment(told: PersonTold, name: str, value: Cell) -> Cell:
    return _iso(told, int(value or 0)) if is_time(name, value) else value


def _iso(told: PersonTold, at: int) -> str:
    return datetime.fromtimestamp(at // 1000, told.zone).isoformat()
