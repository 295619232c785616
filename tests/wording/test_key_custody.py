"""Where the key of the ledger is, in words that are true for whoever reads them."""

from pathlib import Path

from frontdesk.domain.trust.key_custody import KeyPlace, KeyState
from frontdesk.texts import texts_for
from frontdesk.wording.key_custody import place_sentence


def test_the_file_is_the_logins_not_the_readers() -> None:
    """At one login of the counter's computer sit several people."""
    file = Path("/home/counter/chain.key")
    said = place_sentence(texts_for("en"), KeyState(KeyPlace.FILE, file, sheet_due=False))
    assert said.endswith(f"{file}, which only this computer's login can read.")
