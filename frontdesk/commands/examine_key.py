"""How the key of the ledger stands: where it is, and whether a sheet brings it back."""

from collections.abc import Iterator

from frontdesk.commands.examine_store import CommandLine
from frontdesk.commands.findings import Finding, good, worth_knowing
from frontdesk.config import Paths
from frontdesk.domain.trust.key_custody import KeyPlace
from frontdesk.texts import Texts
from frontdesk.wording.key_custody import place_sentence


def examine_key(paths: Paths, texts: Texts, command_line: CommandLine) -> Iterator[Finding]:
    """Nothing where there is no shop, or one that cannot be read, which is found elsewhere."""
    from frontdesk.services.trust.key_keeping import key_state
    from frontdesk.storage.database import StoreError

    if not paths.store.exists():
        return
    try:
        state = key_state(paths)
    except StoreError:
        return
    sentence = place_sentence(texts, state)
    if state.place in (KeyPlace.KEYRING_AWAY, KeyPlace.NOWHERE):
        yield worth_knowing("key", sentence, command_line("key --enter"))
    elif state.sheet_due:
        yield worth_knowing("key", sentence, command_line("key --sheet recovery-sheet.pdf"))
    else:
        yield good("key", sentence)
