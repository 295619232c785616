"""The page of words that lies in an archive: what it is, how secret it is, and what each file holds."""

from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from typing import Final

from frontdesk.domain.importing.archives import ArchiveDescription, ArchiveMade, TableFacts
from frontdesk.domain.shop import ShopSettings
from frontdesk.texts import Texts
from frontdesk.wording.archive_columns import column_words
from frontdesk.wording.archive_rooms import table_sentence

_MEGABYTE: Final = 1_000_000


def readme(texts: Texts, shop: ShopSettings, tables: Iterable[TableFacts], at: int) -> str:
    """All of it in one language."""
    lines = [
        texts.gettext("Everything of “{shop}”").format(shop=shop.name),
        datetime.fromtimestamp(at / 1000, UTC).strftime("%Y-%m-%d %H:%M UTC"),
        "",
        texts.gettext(
            "This file holds the whole shop: its customers, their photos, every visit and every stamp. "
            "Front Desk can make the same shop from it on another computer, and any program that reads CSV "
            "can read its tables."
        ),
        "",
        secret_sentence(texts),
        "",
        ledger_sentence(texts),
        "",
        texts.gettext(
            "To make the shop from it: install Front Desk on a computer where there is no shop yet, and "
            "choose this file on its first page. Or type: frontdesk import FILE.zip"
        ),
        "",
        texts.gettext(
            "The tables are in the folder “tables”, as CSV in UTF-8 with commas. An empty cell is nothing; "
            "in a column of words, \\N is nothing and an empty cell is no words. Words that a spreadsheet "
            "would take for a formula have an apostrophe before them, and words that begin with a backslash "
            "have one more. What begins with 0x is hexadecimal. Photos, pictures and long texts are files "
            "in the folder “files”; the cell has their name. Times are milliseconds since 1970 in UTC. "
            "Money is in the smallest coin of {currency}."
        ).format(currency=shop.currency),
        "",
        texts.gettext(
            "description.json says the same to programs, with the size and the SHA-256 hash of each file."
        ),
        "",
    ]
    words = column_words(texts)
    for table in tables:
        lines += _table(texts, table, words)
    return "\n".join(lines) + "\n"


def secret_sentence(texts: Texts) -> str:
    """Why it is not to be left lying about."""
    return texts.gettext(
        "This file is as secret as the shop itself: it has every name and phone number, and the key that "
        "makes the codes on the cards good. Without that key no card would scan any more. Keep it where you "
        "keep money."
    )


def ledger_sentence(texts: Texts) -> str:
    """What is not in it, and where that is."""
    return texts.gettext(
        "One thing is not in it: the key of the ledger. It is on the recovery sheet. Without it the new shop "
        "works all the same, and its books say that they go on from here."
    )


def made_sentence(texts: Texts, made: ArchiveMade) -> str:
    """How much was written, and where it is."""
    return texts.ngettext(
        "Everything is in {file}: {n} customer, {pictures} pictures, {size} MB.",
        "Everything is in {file}: {n} customers, {pictures} pictures, {size} MB.",
        made.customers,
    ).format(n=made.customers, file=made.path, pictures=made.pictures, size=f"{made.bytes / _MEGABYTE:.1f}")


def taken_in_sentence(texts: Texts, described: ArchiveDescription) -> str:
    """Which shop was made of an archive."""
    customers = described.rows_of("customer")
    return texts.ngettext(
        "“{shop}” is here, with {n} customer.", "“{shop}” is here, with {n} customers.", customers
    ).format(shop=described.shop, n=customers)


def held_sentence(texts: Texts, described: ArchiveDescription) -> str:
    """Which shop is in an archive, before anything is made of it."""
    customers = described.rows_of("customer")
    return texts.ngettext(
        "This file holds “{shop}”, with {n} customer.",
        "This file holds “{shop}”, with {n} customers.",
        customers,
    ).format(shop=described.shop, n=customers)


def faults_sentence(texts: Texts, faults: int) -> str:
    """What is said where its books had been changed; nothing where they are in order."""
    if not faults:
        return ""
    return texts.ngettext(
        "{n} thing in its books is not as it was written. It was so in the file, too. Ask for help with it.",
        "{n} things in its books are not as they were written. It was so in the file, too. Ask for help "
        "with them.",
        faults,
    ).format(n=faults)


def _table(texts: Texts, table: TableFacts, words: Mapping[str, str]) -> list[str]:
    rows = texts.ngettext("{n} row", "{n} rows", table.rows).format(n=table.rows)
    columns = [f"    {column.name}: {words[column.name]}" for column in table.shape.columns]
    return ["", f"{table.shape.path} · {rows}", table_sentence(texts, table.shape.name), *columns]
