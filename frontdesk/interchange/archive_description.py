"""The description of an archive, for programs: JSON that says what each file must be."""

from __future__ import annotations

import json
import re
from typing import Any, Final

from frontdesk.domain.importing.archives import (
    ARCHIVE_FORMAT,
    ARCHIVE_VERSION,
    ArchiveDescription,
    CellKind,
    FileFacts,
    TableColumn,
    TableFacts,
    TableShape,
)
from frontdesk.domain.importing.imports import BadFile, FileFault

_NAME: Final = re.compile(r"[a-z][a-z0-9_]{0,60}")
_HASH: Final = re.compile(r"[0-9a-f]{64}")
_NOT_AS_WRITTEN: Final = (KeyError, TypeError, ValueError, AttributeError, RecursionError)


def description_json(described: ArchiveDescription) -> bytes:
    """As it stands in the archive."""
    facts = {
        "format": ARCHIVE_FORMAT,
        "format_version": ARCHIVE_VERSION,
        "schema_version": described.schema_version,
        "made_at": described.made_at,
        "program": described.program,
        "shop": described.shop,
        "tables": [
            {
                "name": table.shape.name,
                "file": table.shape.path,
                "rows": table.rows,
                "key": list(table.shape.key),
                "columns": {column.name: column.kind.value for column in table.shape.columns},
            }
            for table in described.tables
        ],
        "files": {
            name: {"bytes": file.bytes, "sha256": file.sha256}
            for name, file in sorted(described.files.items())
        },
    }
    return json.dumps(facts, ensure_ascii=False, indent=1).encode("utf-8")


def read_description(data: bytes, known_schema: int) -> ArchiveDescription:
    """What a description says. Raises BadFile for a foreign, a newer or a damaged one."""
    try:
        facts = json.loads(data.decode("utf-8"))
        if facts["format"] != ARCHIVE_FORMAT:
            raise BadFile(FileFault.NOT_AN_ARCHIVE)
        if facts["format_version"] > ARCHIVE_VERSION or facts["schema_version"] > known_schema:
            raise BadFile(FileFault.NEWER_ARCHIVE)
        return ArchiveDescription(
            schema_version=_whole(facts["schema_version"], least=1),
            made_at=_whole(facts["made_at"]),
            program=str(facts["program"]),
            shop=str(facts["shop"]),
            tables=tuple(_table(each) for each in facts["tables"]),
            files={name: _file(each) for name, each in facts["files"].items()},
        )
    except BadFile:
        raise
    except _NOT_AS_WRITTEN as fault:
        raise BadFile(FileFault.DAMAGED_ARCHIVE) from fault


def _table(facts: dict[str, Any]) -> TableFacts:
    columns = tuple(TableColumn(_name(name), CellKind(kind)) for name, kind in facts["columns"].items())
    shape = TableShape(_name(facts["name"]), columns, tuple(map(_name, facts["key"])))
    if facts["file"] != shape.path:
        raise ValueError("a table lies in its own file")
    return TableFacts(shape, _whole(facts["rows"]))


def _file(facts: dict[str, Any]) -> FileFacts:
    if not _HASH.fullmatch(facts["sha256"]):
        raise ValueError("no SHA-256")
    return FileFacts(_whole(facts["bytes"]), facts["sha256"])


def _name(name: str) -> str:
    if not _NAME.fullmatch(name):
        raise ValueError("no name of a table or column")
    return name


def _whole(number: object, least: int = 0) -> int:
    if type(number) is not int or number < least:
        raise ValueError("no number")
    return number
