"""What went wrong, in words for the notice bar."""

import logging
from collections.abc import Callable
from pathlib import Path
from types import TracebackType
from typing import Protocol

from frontdesk.ui.language import LANGUAGE, tr

log = logging.getLogger(__name__)

Hook = Callable[[type[BaseException], BaseException, TracebackType | None], None]


class Say(Protocol):
    """How a window says something: its notice bar."""

    def __call__(self, text: str, *, icon: str = "check") -> None: ...


def log_and_say(say: Say) -> Hook:
    """For `sys.excepthook`: a fault in one tap must not take the counter down, nor pass unseen."""

    def hook(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        log.error("a fault in the window: %s", kind.__name__, exc_info=(kind, error, trace))
        said = tr("Something went wrong. It is written in the log; nothing else was changed.")
        say(said, icon="circle-alert")

    return hook


def sentence_for(error: Exception, data: Path | None = None) -> str:
    """One sentence for staff: what was not done, and the nearest thing that helps.

    `data` is the folder of a shop that was to be opened; whatever the system says against it is about it.
    """
    # The first frame has nothing to be sorry for, so it does not wait for these.
    from frontdesk.domain.faults import StoreFault
    from frontdesk.domain.importing.imports import BadFile
    from frontdesk.domain.loyalty.terms_checks import BadTerms
    from frontdesk.domain.people.photos import BadPhoto
    from frontdesk.domain.refusals import Refused
    from frontdesk.domain.text import BadInput
    from frontdesk.services.errors import fault_folder, store_fault
    from frontdesk.wording.faults import input_sentence, store_fault_sentence
    from frontdesk.wording.programmes import terms_fault_sentence
    from frontdesk.wording.refusals import refusal_sentence

    texts = LANGUAGE.texts
    match error:
        case Refused():
            return refusal_sentence(texts, error)
        case BadInput() | BadPhoto() | BadFile():
            return input_sentence(texts, error)
        case BadTerms():
            return terms_fault_sentence(texts, error.fault)
    fault = store_fault(error)
    if fault is None and data is not None and isinstance(error, OSError):
        fault = StoreFault.READ_ONLY_FOLDER
    if fault is not None:
        return store_fault_sentence(texts, fault, data and fault_folder(error, data))
    log.error("an act failed unexpectedly: %s", type(error).__name__, exc_info=error)
    return tr("Something went wrong. It is written in the log; nothing else was changed.")
