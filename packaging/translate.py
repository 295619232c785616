#!/usr/bin/env python3
"""Bring the translations up to date with the source: extract, update, compile. One command:

    python packaging/translate.py            write the .po and .mo files, then say what is left to translate
    python packaging/translate.py --check    write nothing; exit 1 if something is stale, missing or wrong

Run it with the environment's Python (.venv). Languages that the windows speak hold every sentence;
languages for customers only (prints, messages) hold the sentences that a customer can see.
"""

import io
import string
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Final, cast

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

ROOT: Final = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))  # this checkout's languages, whatever else is installed

from frontdesk import __version__  # noqa: E402
from frontdesk.texts import CUSTOMER_LANGUAGES, DOMAIN, LANGUAGES, SOURCE_LANGUAGE  # noqa: E402

CATALOGUES: Final = ROOT / "resources" / "i18n"
SOURCE: Final = ROOT / "frontdesk"

#: What a customer can read: sentences in these files are translated into every customer's language.
CUSTOMERS_SEE: Final = (
    "frontdesk/printing/",
    "frontdesk/wording/prints.py",
    "frontdesk/wording/hello.py",
    "frontdesk/wording/display.py",
    "frontdesk/wording/consents.py",
    "frontdesk/wording/calling.py",
    "frontdesk/wording/messages.py",
    "frontdesk/wording/playbooks_said.py",
    "frontdesk/wording/keepsakes.py",
    "frontdesk/wording/questions.py",
    "frontdesk/wording/feedback_messages.py",
    "frontdesk/wording/replies.py",
    "frontdesk/wording/telling.py",
    "frontdesk/wording/telling_codes.py",
    "frontdesk/web/",
)

KEYWORDS: Final = {
    "gettext": (1,),
    "ngettext": (1, 2),
    "pgettext": ((1, "c"), 2),
    "tr": (1,),
    "ntr": (1, 2),
}
TRANSLATORS_NOTE: Final = "translators:"
FIRST_DAY: Final = datetime(
    2026, 11, 21, tzinfo=UTC
)  # fixed: the history of a file is in git, not in its header


def translated_languages() -> list[str]:
    """Return the codes of all languages that have a catalogue of their own."""
    return [code for code in CUSTOMER_LANGUAGES if code != SOURCE_LANGUAGE]


def po_path(language: str) -> Path:
    """Return where a language's translations are written; the compiled ones lie beside it."""
    return CATALOGUES / language / "LC_MESSAGES" / f"{DOMAIN}.po"


def is_for_customers(message: Message) -> bool:
    """Whether a customer can see this sentence."""
    return any(file.startswith(CUSTOMERS_SEE) for file, _ in message.locations)


def extract(source: Path = SOURCE) -> Catalog:
    """Return every sentence in the source, with the files that it stands in, in a fixed order."""
    template = Catalog(project="Front Desk", charset="utf-8")
    found = extract_from_dir(
        source, method_map=[("**.py", "python")], keywords=KEYWORDS, comment_tags=[TRANSLATORS_NOTE]
    )
    for file, line, message, comments, context in sorted(found, key=lambda entry: (entry[0], entry[1])):
        name = f"{source.name}/{Path(file).as_posix()}"
        template.add(message, None, [(name, line)], auto_comments=comments, context=context)
    return template


def template_for(language: str, template: Catalog) -> Catalog:
    """Return the part of the template that this language has to translate."""
    if language in LANGUAGES:
        return template
    part = Catalog(project=template.project, charset="utf-8")
    for message in template:
        if message.id and is_for_customers(message):
            part[message.id] = message
    return part


def new_catalogue(language: str) -> Catalog:
    """Return a catalogue with nothing in it but its header."""
    name = CUSTOMER_LANGUAGES[language]
    return Catalog(
        locale=language,
        project="Front Desk",
        version=__version__,
        copyright_holder="Front Desk contributors",
        msgid_bugs_address="the project's issues",
        last_translator="Front Desk contributors",
        language_team=f"Front Desk, {name}",
        header_comment=f"# Front Desk in {name}. packaging/translate.py keeps this file.\n#",
        revision_date=FIRST_DAY,
        creation_date=FIRST_DAY,
        charset="utf-8",
        fuzzy=False,
    )


def read_catalogue(language: str) -> Catalog:
    """Return a language's translations as they are written; an empty catalogue if there are none yet."""
    path = po_path(language)
    if not path.is_file():
        return new_catalogue(language)
    with path.open("rb") as file:
        return read_po(file, locale=language, abort_invalid=True)


def updated(language: str, template: Catalog) -> Catalog:
    """Return a language's catalogue with the template's sentences: new ones empty, vanished ones gone."""
    catalogue = read_catalogue(language)
    # A guess at a translation looks like one, and ends on a customer's card. So: none.
    catalogue.update(template_for(language, template), no_fuzzy_matching=True, update_creation_date=False)
    return catalogue


def po_bytes(catalogue: Catalog) -> bytes:
    """Return a catalogue as text. Without line numbers, which would change with every edit of the source."""
    file = io.BytesIO()
    write_po(file, catalogue, width=100, include_lineno=False, ignore_obsolete=True, sort_by_file=True)
    return file.getvalue()


def mo_bytes(catalogue: Catalog) -> bytes:
    """Return a catalogue compiled."""
    file = io.BytesIO()
    write_mo(file, catalogue)
    return file.getvalue()


def placeholders(sentence: str) -> set[str]:
    """Return the names in a sentence's ``{name}`` places."""
    return {name for _, name, _, _ in string.Formatter().parse(sentence) if name is not None}


def as_list(sentences: object) -> list[str]:
    """Return a sentence, or the forms of a plural, as a list; Babel has one type for both."""
    return [sentences] if isinstance(sentences, str) else [*cast("list[str]", sentences or [""])]


def faults_in(catalogue: Catalog) -> Iterator[str]:
    """Say which sentences are not translated, only guessed, or have lost or gained a placeholder."""
    for message in catalogue:
        if not message.id:
            continue
        ids, forms = as_list(message.id), as_list(message.string)
        if message.fuzzy:
            yield f"{catalogue.locale}: only guessed: {ids[0]!r}"
        if not all(forms):
            yield f"{catalogue.locale}: not translated: {ids[0]!r}"
            continue
        # A form for one ("one stamp") may leave the number out, if English does.
        allowed = [placeholders(sentence) for sentence in (ids if len(forms) > 1 else ids[-1:])]
        for form in forms:
            try:
                kept = placeholders(form) in allowed
            except ValueError:  # a lone brace
                kept = False
            if not kept:
                yield f"{catalogue.locale}: other placeholders than in English: {ids[0]!r} → {form!r}"


def stale_files(language: str, catalogue: Catalog) -> Iterator[str]:
    """Say which of a language's files are not what this command would write."""
    written = read_catalogue(language)
    if {(m.id, m.context) for m in written} != {(m.id, m.context) for m in catalogue}:
        yield f"{language}: the sentences in the source have changed; run packaging/translate.py"
    compiled = po_path(language).with_suffix(".mo")
    if not compiled.is_file() or compiled.read_bytes() != mo_bytes(written):
        yield f"{language}: {compiled.name} is not compiled from {DOMAIN}.po; run packaging/translate.py"


def main(arguments: list[str]) -> int:
    """Do what the docstring above says; return the exit code."""
    if arguments not in ([], ["--check"]):
        print(__doc__)
        return 2
    template = extract()
    faults: list[str] = []
    for language in translated_languages():
        catalogue = updated(language, template)
        if arguments:
            faults += stale_files(language, catalogue)
        else:
            path = po_path(language)
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(po_bytes(catalogue))
            path.with_suffix(".mo").write_bytes(mo_bytes(read_catalogue(language)))
        faults += faults_in(catalogue)
    print(*faults, sep="\n", end="\n" if faults else "")
    print(f"{len(template)} sentences, {len(faults)} left to mend.")
    return 1 if faults and arguments else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
