"""Programmes that were changed and not saved yet. They stay until they are saved or given up."""

from __future__ import annotations

from weakref import WeakKeyDictionary

from frontdesk.domain.loyalty.programmes import ProgrammeDraft, ProgrammeKind
from frontdesk.ui.bridge import Bridge

Key = int | ProgrammeKind
"""A programme's id; of a new one, whether it is a stamp card or a pass (a membership counts as one)."""

KeptDrafts = dict[Key, ProgrammeDraft]

_OF: WeakKeyDictionary[Bridge, KeptDrafts] = WeakKeyDictionary()


def kept_drafts(bridge: Bridge) -> KeptDrafts:
    """The drafts of the window to which this bridge belongs."""
    return _OF.setdefault(bridge, {})


def land(drafts: KeptDrafts, key: Key, programme_id: int, sent: ProgrammeDraft) -> None:
    """What was sent is saved; what was changed since waits on, as a change of the programme it became."""
    later = drafts.pop(key, None)
    if later is not None and later != sent:
        drafts[programme_id] = later
