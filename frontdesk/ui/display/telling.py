"""Turns what the screen may know into its pages, in the words of whoever stands before it."""

from __future__ import annotations

from datetime import datetime
from functools import partial
from typing import Any

from frontdesk.domain.days import start_of_day
from frontdesk.domain.feedback.feedback_cards import LinkWay
from frontdesk.domain.loyalty.programmes import Programme
from frontdesk.domain.regulars.display import DisplayView, Scene
from frontdesk.texts import CUSTOMER_LANGUAGES, SOURCE_LANGUAGE, Texts, texts_for
from frontdesk.ui.display.customer_page import Told
from frontdesk.ui.display.display_window import DisplayWindow
from frontdesk.ui.display.idle_page import Invitation
from frontdesk.ui.settings.money import price_in_words
from frontdesk.ui.widgets.card_face import CardFace
from frontdesk.wording import display
from frontdesk.wording.prints import feedback_words

_PICTURED = 6
"""The picture's card has no more places: it shows what is promised, and counts nothing."""


class Teller:
    """Fills the pages. A page that already says it is left alone, so that nothing blinks."""

    def __init__(self, desk: Any, window: DisplayWindow) -> None:
        self._desk, self._window = desk, window
        self._turn = 0
        self._shown: object = None
        self._url = ""

    def forget(self) -> None:
        """The shop may have another name, other people or another card."""
        self._shown = None

    def tell(self, view: DisplayView, url: str) -> None:
        """Show a view; `url` is where the square leads in its language."""
        told = (view, url, self._hour(), self._desk.today())
        if view.scene is Scene.IDLE:
            self._url = url
            self._tell_idle()
            return
        if told != self._shown:
            texts, window = texts_for(view.language), self._window
            window.call_button.say(display.call_words(texts))
            if view.scene is Scene.ASKING:
                with window.turning_to(window.asking):
                    window.asking.show_question(feedback_words(texts, view.name, self._way()), url)
            else:
                with window.turning_to(window.customer):
                    window.customer.show_told(self._told(view, texts), display.free_word(texts))
        self._shown = told

    def next_picture(self) -> None:
        """The idle page goes on by one stamp, and every second time to another language."""
        if self._window.page is self._window.idle:
            self._turn += 1
            self._tell_idle()

    def _way(self) -> LinkWay | None:
        """Where the square leads that is shown: the first of a card's."""
        return LinkWay.PAGE if self._desk.feedback.ways().page_base else None

    def _tell_idle(self) -> None:
        window, texts = self._window, texts_for(self._language())
        desk, shop = self._desk, self._desk.shop
        programme: Programme | None = shop.facts().main_programme
        now = desk.now()
        staff = desk.staffing.on_duty(desk.staff_id, start_of_day(now, desk.zone), now)
        words = feedback_words(texts, way=self._way())
        said = Invitation(
            shop=shop.settings().name,
            hello=display.hello(texts, "", self._hour()),
            promise=display.promise(texts, programme.terms_at(now)) if programme is not None else "",
            programme=programme.look.names.speak(texts.language) if programme is not None else "",
            free_word=display.free_word(texts),
            on_duty=display.on_duty_heading(texts),
            question=words.question,
            invitation=words.invitation,
        )
        shown = (said, self._turn, staff, self._url)
        if shown == self._shown and window.page is window.idle:
            return
        window.call_button.say(display.call_words(texts))
        with window.turning_to(window.idle):
            window.idle.show_invitation(said, self._face(programme, now))
            window.idle.show_staff(staff)
            window.idle.show_url(self._url)
        self._shown = shown

    def _face(self, programme: Programme | None, now: int) -> CardFace | None:
        """A card on its way: each time one stamp more, then its reward, then from the beginning."""
        cheapest = programme.terms_at(now).cheapest if programme is not None else None
        if programme is None or cheapest is None:
            return None
        goal = min(cheapest.price, _PICTURED)
        filled = self._turn % goal + 1
        look = programme.look
        return CardFace(filled, goal, int(filled == goal), look.icon, colour=look.colour)

    def _language(self) -> str:
        """The customers' own for two pictures, then those that guests read."""
        settings = self._desk.shop.settings()
        spoken = dict.fromkeys((settings.cards_language, settings.language, SOURCE_LANGUAGE))
        known = [each for each in spoken if each in CUSTOMER_LANGUAGES]
        return known[self._turn // 2 % len(known)]

    def _told(self, view: DisplayView, texts: Texts) -> Told:
        title = display.hello(texts, view.name, self._hour())
        card = view.card
        if card is None:
            return Told(title)
        if not card.collects:
            return Told(title, news=display.pass_line(texts, card))
        news, more = "", ""
        if view.reward is not None:
            price = partial(self._price, texts.language)
            news = display.enjoy(texts, view.reward)
            more = display.saved_line(texts, view.saved, view.received, price)
        elif view.gained:
            news = display.gained(texts, view.gained)
        line = display.next_line(texts, card)
        return Told(title, news, CardFace.of(card), view.gained, line, more)

    def _price(self, language: str, amount: int) -> str:
        return price_in_words(amount, self._desk.shop.settings().currency, language)

    def _hour(self) -> int:
        return datetime.fromtimestamp(self._desk.now() / 1000, self._desk.zone).hour
