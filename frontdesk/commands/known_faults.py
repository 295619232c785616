"""Errors that a command can meet in an ordinary life, as the one sentence that the owner needs.

`frontdesk doctor` must speak even where SQLite's library or Qt is what is missing, so nothing here imports
them until an error has been met.
"""

from __future__ import annotations

import re
from pathlib import Path

from frontdesk.commands.console import CommandFailed
from frontdesk.commands.qt_libraries import line_to_run
from frontdesk.domain.importing.imports import BadFile
from frontdesk.domain.people.photos import BadPhoto
from frontdesk.domain.refusals import Refused
from frontdesk.domain.text import BadInput
from frontdesk.texts import Texts
from frontdesk.wording.faults import store_fault_sentence
from frontdesk.wording.refusals import input_sentence, refusal_sentence

_LIBRARY = re.compile(r"(lib[\w+.-]+\.so[\w.]*)")


def known_sentence(texts: Texts, error: Exception, data: Path) -> str | None:
    """The sentence for an error that was to be expected, or None. `data` is the shop's folder."""
    match error:
        case CommandFailed():
            return error.sentence
        case Refused():
            return refusal_sentence(texts, error)
        case BadInput() | BadPhoto() | BadFile():
            return input_sentence(texts, error)
        case ImportError():
            return _missing_library(texts, error)
    from frontdesk.services.errors import fault_folder, store_fault  # brings SQLite's library in

    fault = store_fault(error)
    return store_fault_sentence(texts, fault, fault_folder(error, data)) if fault is not None else None


def missing_libraries(texts: Texts, libraries: tuple[str, ...]) -> str:
    """What Qt lacks on this system, and the line that mends it."""
    return texts.ngettext(
        "Front Desk cannot draw: the system library {libraries} is missing. To mend it, run:\n    {line}",
        "Front Desk cannot draw: the system libraries {libraries} are missing. To mend it, run:\n    {line}",
        len(libraries),
    ).format(libraries=", ".join(libraries), line=line_to_run(libraries))


def _missing_library(texts: Texts, error: ImportError) -> str | None:
    found = _LIBRARY.search(str(error))
    return missing_libraries(texts, (found[1],)) if found is not None else None
