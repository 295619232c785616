"""What a customer reads on paper, in each of the languages."""

import pytest

from frontdesk.texts import CUSTOMER_LANGUAGES, SOURCE_LANGUAGE, texts_for
from frontdesk.wording.prints import feedback_words, language_name, member_card_line


def test_a_card_for_anybody_thanks_without_a_name() -> None:
    words = feedback_words(texts_for("en"))
    assert words.question == "How are we doing?"
    assert words.thanks == "Thank you for coming!"


@pytest.mark.parametrize("language", CUSTOMER_LANGUAGES)
def test_a_card_for_somebody_thanks_by_name(language: str) -> None:
    assert "Bo {x}" in feedback_words(texts_for(language), "Bo {x}").thanks


@pytest.mark.parametrize("language", [code for code in CUSTOMER_LANGUAGES if code != SOURCE_LANGUAGE])
def test_each_language_has_sentences_of_its_own(language: str) -> None:
    own, english = feedback_words(texts_for(language)), feedback_words(texts_for("en"))
    assert own.question != english.question
    assert own.invitation != english.invitation
    assert own.thanks != english.thanks
    assert member_card_line(texts_for(language)) != member_card_line(texts_for("en"))


def test_a_language_is_named_as_its_reader_calls_it() -> None:
    assert [language_name(texts_for("en"), code) for code in ("lo", "th", "zzz")] == ["Lao", "Thai", "zzz"]
    assert language_name(texts_for("lo"), "lo") == "ລາວ"
