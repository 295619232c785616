"""The questions that a feedback card asks: the program's wording, or the shop's own."""

from collections.abc import Mapping
from dataclasses import dataclass

from frontdesk.domain.acts import Act, Changes, Role
from frontdesk.domain.feedback.questions import MOST_LETTERS, Question, Topic
from frontdesk.domain.text import ZERO_WIDTH_SPACE, clean_line, has_something_to_see
from frontdesk.services.gesture import begin, number_of
from frontdesk.storage.feedback import feedback_rules, questions
from frontdesk.storage.store import Store
from frontdesk.texts import CUSTOMER_LANGUAGES, texts_for
from frontdesk.wording.questions import question_text


@dataclass(frozen=True, slots=True)
class QuestionSaved:
    """A question as it is asked now. `before` is the shop's own wording of before, empty where it was the
    program's: rewording it to that undoes the change.
    """

    question: Question
    before: str
    changes: Changes


class QuestionService:
    def __init__(self, store: Store) -> None:
        self._store = store

    def asked(self, language: str) -> tuple[Question, ...]:
        """What is asked in a language, in the owner's order; in English where the language is unknown."""
        db = self._store.read()
        texts = texts_for(language)
        own = questions.own(db, texts.language)
        return tuple(
            own.get(topic) or Question(topic, question_text(texts, topic))
            for topic in feedback_rules.rules(db).topics
        )

    def wordings(self) -> Mapping[tuple[Topic, str], str]:
        """The shop's own words by topic and language; what is not among them is asked in the program's."""
        own = questions.all_own(self._store.read())
        return {(question.topic, language): question.text for language, question in own}

    def text_of(self, version: int | None, topic: Topic, language: str) -> str:
        """The question that an answer was given to: `version` as the answer has it, and where that is None
        the program's wording in `language`.
        """
        own = questions.text_of(self._store.read(), version) if version is not None else None
        return own or question_text(texts_for(language), topic)

    def is_wording(self, version: int | None, topic: Topic, language: str) -> bool:
        """Whether the shop ever asked a question in that wording, in that language; None is the program's."""
        return version is None or questions.is_wording(self._store.read(), version, topic, language)

    def reword(self, act: Act, topic: Topic, language: str, text: str) -> QuestionSaved:
        """Ask a question in other words from now on; an empty `text` brings back the program's.

        Raises `Refused` ONLY_MANAGER, `BadInput` TOO_LONG, `LookupError` for no language of a customer.
        """
        if language not in CUSTOMER_LANGUAGES:
            raise LookupError(language)
        db = self._store.write()
        usual = question_text(texts_for(language), topic)
        begun = begin(self._store, act, "REWORD_QUESTION", needs=Role.MANAGER)
        if begun is not None:
            words = _cleaned(text)
            own_words = words if words != usual and has_something_to_see(words) else ""
            questions.add(db, self._store.new_id, act, begun.id, topic, language, own_words)
        before = questions.before(db, number_of(db, act), topic, language)
        now = questions.own(db, language).get(topic) or Question(topic, usual)
        return QuestionSaved(now, before, Changes(feedback_rules=True))


def _cleaned(text: str) -> str:
    """The places where a line of Lao or Khmer may break stay what they are: as blanks they would be read."""
    clean_line(text, MOST_LETTERS)  # raises for the whole
    words = (clean_line(part, MOST_LETTERS) for part in text.split(ZERO_WIDTH_SPACE))
    return ZERO_WIDTH_SPACE.join(filter(None, words))
