"""What is answered to whom: each address of the page, and the service behind it."""

import asyncio
import logging
import time
from collections.abc import Callable, Mapping
from concurrent.futures import Future
from contextlib import suppress
from dataclasses import replace
from http import HTTPStatus
from typing import Any, Final, Protocol, TypeVar

from frontdesk.desk import FrontDesk
from frontdesk.domain.acts import Act
from frontdesk.domain.feedback.feedback_cards import FeedbackCard
from frontdesk.domain.feedback.questions import Question, Topic
from frontdesk.domain.feedback.responses import Response, ResponseDraft, ResponseSaved, WayBack, may_edit
from frontdesk.domain.paper.codes import CodeKind, read_code
from frontdesk.domain.refusals import RefusalCode, Refused
from frontdesk.domain.text import BadInput
from frontdesk.services.errors import NotSaved, NotSure
from frontdesk.texts import texts_for
from frontdesk.web import sayings
from frontdesk.web.form import INTO, KEPT, LANGUAGE, Sent, fields_of, language_of, read_form, wordings_of
from frontdesk.web.http import Reply, Request
from frontdesk.web.limits import Limits, Rate
from frontdesk.web.pages import LARGEST_LOGO, Frame, Words, form_page, policy, words_page
from frontdesk.web.proofs import proof, proven

log = logging.getLogger(__name__)

T = TypeVar("T")

_MINUTE: Final = 60.0
_UNCERTAIN: Final = (NotSaved, NotSure, TimeoutError)
"""Sent again, it is counted once."""


class Submit(Protocol):
    """`FrontDesk.submit`, or whoever also tells the views what was changed."""

    def __call__(self, method: Callable[..., T], *args: Any) -> "Future[T]": ...


class Answering:
    """Reads the desk on the page's own thread, and writes through `submit` only."""

    def __init__(self, desk: FrontDesk, submit: Submit, limits: Limits | None = None) -> None:
        self._desk, self._submit, self._limits = desk, submit, limits or Limits()
        self._language = desk.shop.settings().cards_language
        self._requests = Rate(self._limits.requests_a_minute, _MINUTE)
        self._answers = Rate(self._limits.answers_a_minute, _MINUTE)
        self._answers_of_card = Rate(self._limits.answers_a_card, 60 * _MINUTE)

    async def answer(self, request: Request) -> Reply:
        """The reply to a whole request; whatever goes wrong, it is a page."""
        if not self._requests.allows(request.address, time.monotonic()):
            return self.turn(HTTPStatus.TOO_MANY_REQUESTS)
        try:
            return await self._route(request)
        except Exception as error:
            log.error("the page failed: %s", type(error).__name__, exc_info=error)
            return self.turn(HTTPStatus.INTERNAL_SERVER_ERROR)

    def turn(self, status: HTTPStatus) -> Reply:
        """The page for what cannot be answered; it asks the store for nothing."""
        frame = Frame(texts_for(self._language))
        return _reply(words_page(frame, sayings.did_not_work(frame.texts)), status)

    def card_of(self, raw: str) -> FeedbackCard | None:
        """The card of a code in an address. The store is asked only about a code that this shop signed."""
        read = read_code(raw, self._desk.code_key)
        if read is None or read.kind is not CodeKind.FEEDBACK:
            return None
        return self._desk.responses.card_of_code(read.code)

    async def _route(self, request: Request) -> Reply:
        if request.path == "/favicon.ico":
            return Reply(HTTPStatus.NO_CONTENT)
        code, _, rest = request.path.strip("/").partition("/")
        fields = fields_of(request.query or request.body.decode("ascii", "replace"))
        if not code:
            return self._words(fields, sayings.no_card, HTTPStatus.OK)
        card = self.card_of(code)
        posted = request.method == "POST"
        if card is None or rest not in {"", "manager", "" if posted else "thanks"}:
            return self._words(fields, sayings.unknown_card, HTTPStatus.NOT_FOUND)
        frame = self._frame(language_of(fields, texts_for(card.language).language), f"/{card.code}")
        if proven(fields.get(KEPT, ""), card.code, self._desk.code_key) is not None:
            frame = replace(frame, kept=fields[KEPT])
        if not posted:
            return self._thanks(frame, card) if rest == "thanks" else self._card_page(frame, card)
        sent = self._sent(frame, request)
        if INTO in fields:
            return self._in_language(frame, card, sent, language_of(fields, frame.texts.language, INTO))
        if rest == "manager":
            return await self._call_manager(frame, card, sent)
        return await self._take(frame, card, sent, request.address)

    def _frame(self, language: str, path: str = "") -> Frame:
        settings = self._desk.shop.settings()
        self._language = settings.cards_language
        logo = self._desk.logo.image_within(LARGEST_LOGO)
        return Frame(texts_for(language), settings.name, settings.contacts, path, logo)

    def _words(self, fields: dict[str, str], say: Callable[[Any], Words], status: HTTPStatus) -> Reply:
        frame = self._frame(language_of(fields, self._desk.shop.settings().cards_language))
        return _reply(words_page(frame, say(frame.texts)), status)

    # --- reading ---

    def _card_page(
        self,
        frame: Frame,
        card: FeedbackCard,
        note: str = "",
        draft: ResponseDraft | None = None,
        once: str = "",
        status: HTTPStatus = HTTPStatus.OK,
    ) -> Reply:
        """The questions with `draft` in them. Without one: today's answer of this card while it may be
        changed, for the phone that sent it and no other; that it is here, once it may not.
        """
        once = once or self._once()
        questions, standing = self._asked(frame.texts.language, draft), self._standing(card)
        if standing is not None and may_edit(standing, self._desk.now(), WayBack.PAGE):
            own = self._is_own(frame, card, standing)
            note = note or (sayings.still_changeable if own else sayings.answered_already)(frame.texts)
            if own and draft is None:
                draft = ResponseDraft(standing.mood, standing.answers)  # a name is nobody's business here
        elif standing is not None and draft is None:
            return _reply(words_page(frame, sayings.answered(frame.texts), note=note, once=once), status)
        return _reply(form_page(frame, questions, draft or ResponseDraft(), once, note), status)

    def _in_language(self, frame: Frame, card: FeedbackCard, sent: Sent, language: str) -> Reply:
        """The same page in another language, with whatever is typed in it; nothing is kept."""
        frame = replace(frame, texts=texts_for(language))
        if sent.typed is None:
            return Reply(HTTPStatus.SEE_OTHER, to=frame.address(language))
        return self._card_page(frame, card, draft=sent.typed, once=sent.once)

    def _thanks(self, frame: Frame, card: FeedbackCard) -> Reply:
        standing = self._standing(card)
        if standing is None and not frame.kept:
            return self._card_page(frame, card)  # nobody is thanked for what is not there
        changeable = standing is not None and may_edit(standing, self._desk.now(), WayBack.PAGE)
        own = standing is not None and self._is_own(frame, card, standing)
        again = sayings.change_answer(frame.texts) if changeable and own else ""
        words = sayings.thanks(frame.texts, changeable=changeable)
        return _reply(words_page(frame, words, once=self._once(), again=again))

    def _standing(self, card: FeedbackCard) -> Response | None:
        return self._desk.responses.standing(card.id, self._desk.now())

    def _is_own(self, frame: Frame, card: FeedbackCard, standing: Response) -> bool:
        """Did this phone send all that the answer says? Whatever another one added is not shown to it."""
        gesture = proven(frame.kept, card.code, self._desk.code_key)
        return gesture is not None and self._desk.responses.said_last(standing.id, gesture)

    def _once(self) -> str:
        return self._desk.act().gesture.hex()

    def _sent(self, frame: Frame, request: Request) -> Sent:
        language, fields = frame.texts.language, fields_of(request.body.decode("utf-8", "replace"))
        return read_form(fields, self._shown(fields, language), language, self._once())

    def _shown(self, fields: Mapping[str, str], language: str) -> tuple[Question, ...]:
        """The questions as this page showed them, whatever is asked by now: nobody answered other words."""
        questions = {topic: self._worded(topic, None, language) for topic in Topic}
        questions |= {each.topic: each for each in self._desk.questions.asked(language)}
        for topic, version in wordings_of(fields).items():
            if self._desk.questions.is_wording(version, topic, language):
                questions[topic] = self._worded(topic, version, language)
        return tuple(questions.values())

    def _asked(self, language: str, sent: ResponseDraft | None) -> tuple[Question, ...]:
        """What is asked now, and whatever else was answered on the page that was sent: the words stay."""
        asked = self._desk.questions.asked(language)
        topics = {each.topic for each in asked}
        more = (each for each in (sent.answers if sent is not None else ()) if each.topic not in topics)
        return *asked, *(self._worded(each.topic, each.version, language) for each in more)

    def _worded(self, topic: Topic, version: int | None, language: str) -> Question:
        return Question(topic, self._desk.questions.text_of(version, topic, language), version)

    # --- writing ---

    async def _take(self, frame: Frame, card: FeedbackCard, sent: Sent, address: str) -> Reply:
        """Thanks only for what is on the disk; whatever else happens, the typed words are in the page."""

        def kept(say: Callable[[Any], str], status: HTTPStatus) -> Reply:
            return self._card_page(frame, card, say(frame.texts), sent.typed, sent.once, status)

        if not sent.says_something:
            return kept(sayings.one_tap_is_enough, HTTPStatus.OK)
        now = time.monotonic()
        if not (self._answers.allows(address, now) and self._answers_of_card.allows((address, card.id), now)):
            return kept(sayings.many_just_now, HTTPStatus.TOO_MANY_REQUESTS)
        act, own = self._sending(frame, card, sent)
        try:
            taking = self._submit(self._desk.responses.take, act, card.id, sent.draft, WayBack.PAGE, not own)
            saved = await self._done(taking)
        except Refused as refused:
            if refused.code is RefusalCode.ANSWERED_TODAY:
                return kept(sayings.not_added, HTTPStatus.CONFLICT)
            if refused.code is RefusalCode.NOTHING_SAID:
                return kept(sayings.one_tap_is_enough, HTTPStatus.OK)
            if refused.code is RefusalCode.ENOUGH_ANSWERS:
                return kept(sayings.many_just_now, HTTPStatus.TOO_MANY_REQUESTS)
            return kept(sayings.tell_at_the_counter, HTTPStatus.SERVICE_UNAVAILABLE)
        except BadInput:
            return kept(sayings.too_long, HTTPStatus.REQUEST_ENTITY_TOO_LARGE)
        except _UNCERTAIN as error:
            log.warning("an answer is not certain: %s", type(error).__name__)
            return kept(sayings.not_certain, HTTPStatus.SERVICE_UNAVAILABLE)
        except Exception as error:  # a fault of ours: to send it again would help nobody
            log.error("an answer was not taken: %s", type(error).__name__, exc_info=error)
            return kept(sayings.tell_at_the_counter, HTTPStatus.INTERNAL_SERVER_ERROR)
        return Reply(HTTPStatus.SEE_OTHER, to=self._thanks_address(frame, card, saved, own))

    def _sending(self, frame: Frame, card: FeedbackCard, sent: Sent) -> tuple[Act, bool]:
        """Its act, and whether it comes from the page that showed this phone its own answer. A double tap
        comes again from there though the answer is the one that it made by then.
        """
        act, standing = self._desk.act(), self._standing(card)
        if standing is not None and frame.kept:
            edit = replace(act, gesture=sent.gesture(f"{card.code}/own"))
            again = self._desk.responses.said_last(standing.id, edit.gesture)
            if again or self._is_own(frame, card, standing):
                return edit, True
        return replace(act, gesture=sent.gesture(card.code)), False

    def _thanks_address(self, frame: Frame, card: FeedbackCard, saved: ResponseSaved, own: bool) -> str:
        """With the proof, unless the answer holds what another phone said: that is not shown to this one."""
        kept = ""
        if own and not saved.changes.responses:  # it says the same as before
            kept = frame.kept
        elif own or card.shared or not saved.changed:
            kept = proof(card.code, saved.gesture, self._desk.code_key)
        address = f"{frame.path}/thanks?{LANGUAGE}={frame.texts.language}"
        return f"{address}&{KEPT}={kept}" if kept else address

    async def _call_manager(self, frame: Frame, card: FeedbackCard, sent: Sent) -> Reply:
        """Only of a call that waits, or was just made, they read that the manager was told. However often a
        phone asks, there is no second call before somebody answered the first.
        """
        said, status = sayings.manager_told, HTTPStatus.OK
        act = replace(self._desk.act(), gesture=sent.gesture(f"{card.code}/manager"))
        try:
            await self._done(self._submit(self._desk.manager_calls.call_by_phone, act, card.customer_id))
        except Exception as error:
            fault = None if isinstance(error, _UNCERTAIN) else error
            log.warning("the manager was not called: %s", type(error).__name__, exc_info=fault)
            said, status = sayings.manager_not_told, HTTPStatus.SERVICE_UNAVAILABLE
        return self._card_page(frame, card, said(frame.texts), sent.typed, sent.once, status)

    async def _done(self, future: "Future[T]") -> T:
        """What the writer made of it, or `TimeoutError`. The Future is the writer's and never cancelled."""
        loop, ended = asyncio.get_running_loop(), asyncio.Event()

        def tell(finished: "Future[T]") -> None:
            with suppress(RuntimeError):  # the page has stopped meanwhile
                loop.call_soon_threadsafe(ended.set)

        future.add_done_callback(tell)
        async with asyncio.timeout(self._limits.commit_seconds):
            await ended.wait()
        return future.result()


def _reply(html: str, status: HTTPStatus = HTTPStatus.OK) -> Reply:
    return Reply(status, html, policy())
