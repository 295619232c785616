"""The catalogues: whole, compiled from what is written, and with every placeholder in its place."""

import importlib.util
import sys
from pathlib import Path
from types import ModuleType

import pytest
from babel.messages.catalog import Catalog

from frontdesk.config import resource_path
from frontdesk.texts import CUSTOMER_LANGUAGES, LANGUAGES, texts_for

ROOT = Path(__file__).resolve().parent.parent


def load_translate() -> ModuleType:
    spec = importlib.util.spec_from_file_location("translate", ROOT / "packaging" / "translate.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    sys.modules["translate"] = module
    spec.loader.exec_module(module)
    return module


translate = load_translate()


@pytest.fixture(scope="session")
def template() -> Catalog:
    """Every sentence in the source."""
    return translate.extract()


@pytest.mark.parametrize("language", translate.translated_languages())
def test_every_sentence_is_translated_with_its_placeholders(language: str, template: Catalog) -> None:
    faults = list(translate.faults_in(translate.updated(language, template)))
    assert not faults, "\n" + "\n".join(faults)


@pytest.mark.parametrize("language", translate.translated_languages())
def test_the_files_are_what_the_source_and_the_translations_make(language: str, template: Catalog) -> None:
    faults = list(translate.stale_files(language, translate.updated(language, template)))
    assert not faults, "\n" + "\n".join(faults)


def test_customers_can_choose_each_language_that_the_windows_speak() -> None:
    assert set(LANGUAGES) <= set(CUSTOMER_LANGUAGES)
    assert LANGUAGES["lo"] == "ລາວ"


@pytest.mark.parametrize("language", ["lo", "lo_LA", "lo-LA", "LO"])
def test_a_language_is_found_with_or_without_its_country(language: str) -> None:
    assert texts_for(language).language == "lo"


@pytest.mark.parametrize("language", ["en", "en_GB", "fr", "", "../../etc", "x" * 300])
def test_without_a_catalogue_the_source_speaks(language: str) -> None:
    texts = texts_for(language)
    assert texts.language == "en"
    assert texts.gettext("How are we doing?") == "How are we doing?"
    assert texts.ngettext("{n} stamp", "{n} stamps", 2) == "{n} stamps"
    assert texts.pgettext("a word with two meanings", "Open") == "Open"


def test_texts_are_read_once_per_language() -> None:
    assert texts_for("lo") is texts_for("lo")


def test_a_catalogue_lies_where_a_wheel_carries_it() -> None:
    assert resource_path("i18n", "lo", "LC_MESSAGES", "frontdesk.mo").is_file()


def lao(**sentences: str) -> Catalog:
    catalogue = Catalog(locale="lo", fuzzy=False)
    for source, translation in sentences.items():
        catalogue.add(source.replace("_", " "), translation)
    return catalogue


def test_a_missing_translation_is_a_fault() -> None:
    assert "not translated" in next(translate.faults_in(lao(Thank_you="")))


def test_a_guess_is_a_fault() -> None:
    catalogue = lao()
    catalogue.add("Thank you", "ຂອບໃຈ", flags=["fuzzy"])
    assert "only guessed" in next(translate.faults_in(catalogue))


@pytest.mark.parametrize("translation", ["ຂອບໃຈ", "ຂອບໃຈ {nam}", "ຂອບໃຈ {name} {n}", "ຂອບໃຈ {name"])
def test_another_placeholder_is_a_fault(translation: str) -> None:
    catalogue = lao()
    catalogue.add("Thank you, {name}", translation)
    assert "other placeholders" in next(translate.faults_in(catalogue))


@pytest.mark.parametrize(
    ("locale", "forms", "sound"),
    [
        ("lo", ("{n} ກາ",), True),
        ("lo", ("ກາດຽວ",), False),  # one form serves every number, so it must say it
        ("ka", ("ერთი ბეჭედი", "{n} ბეჭედი"), True),
        ("ka", ("ერთი ბეჭედი", "{m} ბეჭედი"), False),
    ],
)
def test_plural_forms_keep_the_number(locale: str, forms: tuple[str, ...], sound: bool) -> None:
    catalogue = Catalog(locale=locale, fuzzy=False)
    catalogue.add(("one stamp", "{n} stamps"), forms)
    faults = list(translate.faults_in(catalogue))
    assert bool(faults) is not sound


def test_sentences_are_found_in_each_form_of_call(tmp_path: Path) -> None:
    source = tmp_path / "frontdesk"
    (source / "printing").mkdir(parents=True)
    (source / "printing" / "cards.py").write_text(
        "# translators: on the card\n"
        "texts.gettext('Thank you!')\n"
        "self.texts.ngettext('{n} stamp', '{n} stamps', n)\n"
        "texts.pgettext('verb', 'Open')\n",
        encoding="utf-8",
    )
    (source / "window.py").write_text(
        "tr('Add a stamp')\nntr('a visit', '{n} visits', n)\n", encoding="utf-8"
    )
    template = translate.extract(source)
    assert {message.id for message in template if message.id} == {
        "Thank you!",
        ("{n} stamp", "{n} stamps"),
        "Open",
        "Add a stamp",
        ("a visit", "{n} visits"),
    }
    assert template.get("Open", context="verb")
    assert template["Thank you!"].auto_comments == ["translators: on the card"]
    for_customers = {message.id for message in translate.template_for("th", template) if message.id}
    assert for_customers == {"Thank you!", ("{n} stamp", "{n} stamps"), "Open"}
    assert len(translate.template_for("lo", template)) == 5
