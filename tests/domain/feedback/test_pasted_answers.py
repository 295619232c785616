"""A message that came back is read however it was typed over, and nothing of it is lost."""

import pytest

from frontdesk.domain.care.contact_points import ContactPoint
from frontdesk.domain.feedback.answers_in_words import KnownWords, key_of
from frontdesk.domain.feedback.message_form import ask_text, codes_in, numbered_parts, without
from frontdesk.domain.feedback.pasted_answers import read_message
from frontdesk.domain.feedback.questions import Mood, Topic
from frontdesk.domain.feedback.responses import ResponseDraft
from frontdesk.domain.finding.folding import words as words_of

CODE = "F0123456789ABCDEF"
PROMPTS = (
    "How was this visit?",
    "What did you like?",
    "What did you not like?",
    "What would you change?",
    "What could we do better?",
)
LAO = "ເທື່ອນີ້ເປັນແນວໃດ"
KNOWN = KnownWords(
    prompts={
        **{key_of(text): topic for text, topic in zip(PROMPTS, Topic, strict=True)},
        **{key_of(text): topic for text, topic in {"Change:": Topic.CHANGE, "មក៖": Topic.VISIT}.items()},
        key_of(LAO): Topic.VISIT,
    },
    moods={key_of("Very good"): Mood.VERY_GOOD, key_of("ບໍ່ດີ"): Mood.POOR},
    boxes={key_of("The wait"): ContactPoint.QUEUE},
)


def read(text: str) -> ResponseDraft:
    return read_message(text, tuple(Topic), KNOWN)


def said(text: str) -> tuple[int | None, dict[str, str]]:
    """The face, and words by topic; a box stands as its name."""
    draft = read(text)
    return draft.mood, {
        answer.topic.value: " ".join(filter(None, (answer.point or "", answer.words)))
        for answer in draft.answers
    }


WHOLE = (
    5,
    {"LIKED": "coffee", "DISLIKED": "the wait was long", "CHANGE": "nothing", "BETTER": "more seats"},
)


@pytest.mark.parametrize(
    "text",
    [
        "1) 5\n2) coffee\n3) the wait was long\n4) nothing\n5) more seats",
        "1) 5  2) coffee 3) the wait was long 4) nothing 5) more seats",
        "1. 5\n2. coffee\n3. the wait was long\n4. nothing\n5. more seats",
        "1.5 2.coffee 3.the wait was long 4.nothing 5.more seats".replace("1.5", "1. 5"),
        "(1) 😀 (2) coffee (3) the wait was long (4) nothing (5) more seats",
        "1️⃣ ★★★★★\n2️⃣ coffee\n3️⃣ the wait was long\n4️⃣ nothing\n5️⃣ more seats",
        "໑) ໕\n໒) coffee\n໓) the wait was long\n໔) nothing\n໕) more seats",
        "๑） ๕ ๒） coffee ๓） the wait was long ๔） nothing ๕） more seats",
        "១) ៥/៥\n២) coffee\n៣) the wait was long\n៤) nothing\n៥) more seats",
        "> 1) very GOOD\n> 2) coffee\n> 3) the wait was long\n> 4) nothing\n> 5) more seats",
        "1 5\n2 coffee\n3 the wait was long\n4 nothing\n5 more seats",
        "5\ncoffee\nthe wait was long\nnothing\nmore seats",
        "How was this visit? 5\nWhat did you like? coffee\nwhat did you not like\nthe wait was long\n"
        "What would you change?\nnothing\nWhat could we do better? more seats",
        "2) What did you like? coffee\n3) what did you not like? the wait was long\n"
        "4) What would you change?  nothing\n5) more seats\n6) How was this visit? (1–5) 🤩🤩",
    ],
)
def test_the_five_answers_are_told_apart_in_every_way_in_which_people_number(text: str) -> None:
    assert said(text) == WHOLE


@pytest.mark.parametrize(
    ("text", "mood", "words"),
    [
        ("1) 3 because it rained", Mood.FAIR, {"VISIT": "because it rained"}),
        ("1) 😠👎", Mood.BAD, {}),
        ("1) 👍🏽", Mood.GOOD, {}),
        ("1) ★★☆☆☆", Mood.POOR, {}),
        ("1) ບໍ່ດີ", Mood.POOR, {}),
        ("1) " + LAO + " ໒", Mood.POOR, {}),
        ("1) មក៖ ៣ 4) Change: it 5) Change the music", 3, {"CHANGE": "it", "BETTER": "Change the music"}),
        ("1) 10", None, {"VISIT": "10"}),
        ("1) 4.5", None, {"VISIT": "4.5"}),
        ("1) 6", None, {"VISIT": "6"}),
        ("2) 3 3) the wait", None, {"LIKED": "QUEUE", "DISLIKED": "QUEUE"}),
        ("2) 3 coffees for 2", None, {"LIKED": "3 coffees for 2"}),
        ("1) 4 3) came at 5. Was slow", Mood.GOOD, {"DISLIKED": "came at 5. Was slow"}),
        ("3 people stood before me", None, {"BETTER": "3 people stood before me"}),
        ("😠 cold coffee", Mood.BAD, {"BETTER": "cold coffee"}),
        ("Hello! the coffee was cold\nand late", None, {"BETTER": "Hello! the coffee was cold\nand late"}),
        ("Hi!\n1) 5 5) more seats", Mood.VERY_GOOD, {"VISIT": "Hi!", "BETTER": "more seats"}),
        ("Hi!\n2) coffee", None, {"VISIT": "Hi!", "LIKED": "coffee"}),
        ("3 of us came\n1) 5", Mood.VERY_GOOD, {"VISIT": "3 of us came"}),
        ("3 of us came\n2) coffee", None, {"LIKED": "coffee", "BETTER": "3 of us came"}),
        ("", None, {}),
    ],
)
def test_a_face_is_a_face_and_all_else_stays_as_words(
    text: str, mood: Mood | None, words: dict[str, str]
) -> None:
    assert said(text) == (mood, words)


def test_a_message_that_comes_back_as_it_was_sent_out_says_nothing() -> None:
    asked = ask_text(CODE, PROMPTS)
    (found, *_) = codes_in(asked)

    assert found.raw == CODE
    assert said(without(asked, found)) == (None, {})
    assert said(without(ask_text(CODE, [""] * 5), found)) == (None, {})


@pytest.mark.parametrize(
    ("text", "first"),
    [
        (f"[22/11 09:41] Noi: {CODE} 1) 5", CODE),
        ("hello f-0123-4567-89ab-cdef 1) 5", "F-0123-4567-89AB-CDEF"),
        ("from F-0123-4567-89AB-CDEF", "F-0123-4567-89AB-CDEF"),
        (f"http://192.168.1.10:8320/f/{CODE}?l=lo", CODE),
        ("231-K7Q 1) 5", "231-K7Q"),
        ("ບັດ ໒໓໑-K7Q", "231-K7Q"),
        ("ßß 231-k7q", "231-K7Q"),
    ],
)
def test_a_code_is_found_in_a_message_at_its_place(text: str, first: str) -> None:
    codes = [found.raw for found in codes_in(text)]

    assert first in codes
    found = codes_in(text)[codes.index(first)]
    assert first.removesuffix("K7Q") not in without(text, found).upper()


@pytest.mark.parametrize("text", ["tel 020-5512-3456", "22-11-2026", f"{CODE}X", "1) 5 2) coffee"])
def test_what_is_no_code_is_not_taken_for_one(text: str) -> None:
    assert not codes_in(text)


def test_a_code_goes_with_the_address_that_it_stands_in() -> None:
    text = f"Noi: https://forms.example.com/r?c={CODE}&x=1 1) 5"

    assert without(text, codes_in(text)[0]) == "Noi:  1) 5"


def test_no_word_of_a_message_is_lost() -> None:
    text = "Dear shop, 1) what is this 3) 3.5 of 5 2) and (4) 99 luftballons 7) six\n8 eight"
    draft = read(text)
    kept = " ".join(answer.words for answer in draft.answers)
    numbers = {str(part.number) for part in numbered_parts(text)}

    assert set(words_of(text)) <= set(words_of(kept)) | numbers
