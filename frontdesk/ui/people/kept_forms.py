"""Forms that are not saved yet. What was typed stays here, whatever closes the sheet, until it is saved."""

from __future__ import annotations

from weakref import WeakKeyDictionary

from frontdesk.ui.bridge import Bridge
from frontdesk.ui.people.form_state import FormState

Key = tuple[str, str | int]
"""("new", what the search held) or ("edit", customer id)."""

_OF: WeakKeyDictionary[Bridge, KeptForms] = WeakKeyDictionary()


class KeptForms:
    """The unsaved forms of one window, the latest last. They live as long as the window does: a file with
    half a customer in it would be data that nobody agreed to keep.
    """

    def __init__(self) -> None:
        self._forms: dict[Key, FormState] = {}

    def put(self, key: Key, state: FormState) -> None:
        self._forms.pop(key, None)
        self._forms[key] = state

    def get(self, key: Key) -> FormState | None:
        return self._forms.get(key)

    def drop(self, key: Key) -> None:
        self._forms.pop(key, None)

    def free_key(self) -> Key:
        """A key for somebody of whom nothing was typed into the search. Blanks are nothing typed, too."""
        typed = ""
        while ("new", typed) in self._forms:
            typed += " "
        return ("new", typed)

    def new_customers(self) -> list[tuple[Key, FormState]]:
        """The unfinished enrolments, the latest first."""
        return [(key, state) for key, state in reversed(self._forms.items()) if key[0] == "new"]


def kept_forms(bridge: Bridge) -> KeptForms:
    """The forms of the window to which this bridge belongs."""
    return _OF.setdefault(bridge, KeptForms())
