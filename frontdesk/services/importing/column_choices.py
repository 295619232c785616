"""What the columns of a table hold, where somebody knows better than we do."""

from collections.abc import Mapping
from pathlib import Path

from frontdesk.domain.acts import Act, Role
from frontdesk.domain.importing.imports import Column, ColumnMatch
from frontdesk.interchange.files import columns_of
from frontdesk.services.gesture import begin
from frontdesk.storage.importing.column_choices import chosen_columns, keep_chosen_columns
from frontdesk.storage.store import Store


class ColumnChoices:
    """Every import reads by them."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def of(self, path: Path) -> tuple[ColumnMatch, ...]:
        """What the columns of a table are taken for, by what was chosen before and what we know; nothing for
        contact cards. Raises `BadFile`.
        """
        return columns_of(path, chosen_columns(self._store.read()))

    def choose(self, act: Act, columns: Mapping[str, Column | None]) -> None:
        """From now on a column with one of these headers holds this, or nothing for us, in any table.

        Raises `Refused` ONLY_MANAGER.
        """
        begun = begin(self._store, act, "CHOOSE_COLUMNS", needs=Role.MANAGER)
        if begun is not None:
            keep_chosen_columns(begun.db, columns, act.at)
