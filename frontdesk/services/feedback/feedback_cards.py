"""Feedback cards: recorded before they are printed, so that an answer always finds its card."""

from dataclasses import replace

from frontdesk.domain.acts import Act, Changes, Role
from frontdesk.domain.days import start_of_day
from frontdesk.domain.feedback.feedback_cards import SHARED, CardFormat, CardLink, IssuedCards
from frontdesk.domain.feedback.feedback_prints import NUMBERED, CardHost, CardSetting
from frontdesk.domain.feedback.questions import Question
from frontdesk.domain.feedback.ways_back import WaysBack, ways_back
from frontdesk.domain.paper.codes import CodeKind
from frontdesk.domain.people.first_names import first_name
from frontdesk.domain.refusals import RefusalCode, Refused, Remedy
from frontdesk.services.feedback.feedback_rules import FeedbackRulesService
from frontdesk.services.feedback.questions import QuestionService
from frontdesk.services.gesture import begin, number_of, root_of
from frontdesk.services.paper.logo import LogoService
from frontdesk.services.paper.printed_cards import MOST_CARDS, CodeMaker
from frontdesk.services.shop import ShopService
from frontdesk.storage import shop
from frontdesk.storage.feedback import feedback_cards
from frontdesk.storage.store import Store
from frontdesk.storage.team import staffing
from frontdesk.texts import texts_for
from frontdesk.wording.feedback_messages import messages_to_fill


class FeedbackService:
    def __init__(
        self,
        store: Store,
        shop_service: ShopService,
        questions: QuestionService,
        rules: FeedbackRulesService,
        logo: LogoService,
        maker: CodeMaker,
    ) -> None:
        self._store, self._shop = store, shop_service
        self._questions, self._rules = questions, rules
        self._maker, self._logo = maker, logo

    def ways(self) -> WaysBack:
        """The ways back besides paper that the shop offers now; false where there is none."""
        facts = self._shop.facts()
        settings = facts.settings
        base = self._rules.rules().page_base
        return ways_back(base, settings.feedback_link, settings.phone, facts.phone_prefix)

    def links(self, code: str, language: str, format: CardFormat = CardFormat.CARD) -> tuple[CardLink, ...]:
        """Where the squares of a card lead as the shop stands now, the best first."""
        return _links(self.ways(), self._questions.asked(language), code, language, format)

    def setting(self, language: str, host_id: int | None = None) -> CardSetting:
        """What cards in a language show besides their codes. `host_id` is whose face is on them, where the
        shop's cards have one.
        """
        return CardSetting(
            self._logo.signs(),
            language,
            self._questions.asked(language),
            self._host(host_id) if host_id is not None and self._rules.rules().with_face else None,
        )

    def issue(
        self,
        act: Act,
        count: int,
        language: str,
        customer_id: int | None = None,
        *,
        format: CardFormat = CardFormat.CARD,
        host_id: int | None = None,
    ) -> IssuedCards:
        """Record `count` new cards (at most MOST_CARDS) of one batch, for one customer or for anybody.

        `host_id` is who hands them out. What everybody sees, as a poster, is of no customer. Paper is one
        way back; raises `Refused` NO_FEEDBACK_LINK where the shop offers no other, TOO_MANY_AT_ONCE.
        """
        if not 1 <= count <= MOST_CARDS:
            raise Refused(RefusalCode.TOO_MANY_AT_ONCE, most=MOST_CARDS)
        ways = self.ways()
        if not ways:
            raise Refused(RefusalCode.NO_FEEDBACK_LINK, Remedy.OPEN_SETTINGS)
        db = self._store.write()
        shared = format in SHARED
        root_id = root_of(db, customer_id) if customer_id is not None and not shared else None
        begun = begin(self._store, act, "ISSUE_FEEDBACK", customer_id=root_id)
        if begun is not None:
            new_id, codes = self._store.new_id, [self._maker.make(CodeKind.FEEDBACK) for _ in range(count)]
            batch_id = feedback_cards.add_batch(db, new_id, act, begun.id, format, shared, host_id)
            feedback_cards.add_cards(db, new_id, act, begun.id, batch_id, codes, language, root_id)
        asked = self._questions.asked(language)
        cards = feedback_cards.cards_of(db, number_of(db, act))
        linked = (replace(each, links=_links(ways, asked, each.code, language, format)) for each in cards)
        # Whoever got one was asked: they are not due any more.
        return IssuedCards(tuple(linked), Changes.of(root_id) if root_id is not None else Changes())

    def for_screen(self, act: Act, language: str) -> IssuedCards:
        """The card on the customer's screen: one a day and language, also after a restart. Raises `Refused`
        NO_FEEDBACK_LINK.
        """
        since = start_of_day(act.at, self._shop.facts().zone)
        card = feedback_cards.last_card(self._store.write(), CardFormat.SCREEN, language, since)
        if card is None:
            return self.issue(act, 1, language, format=CardFormat.SCREEN)
        links = self.links(card.code, language, CardFormat.SCREEN)
        return IssuedCards((replace(card, links=links),), Changes())

    def _host(self, staff_id: int) -> CardHost | None:
        """Somebody who works here; whoever left is on no new card."""
        db = self._store.read()
        member = next((each for each in shop.staff(db) if each.id == staff_id), None)
        if member is None:
            return None
        photo = staffing.photo(db, staff_id)
        name = first_name(member.name) or member.name
        return CardHost(name, photo.full if photo is not None else None, member.role is not Role.CASHIER)


def _links(
    ways: WaysBack, asked: tuple[Question, ...], code: str, language: str, format: CardFormat
) -> tuple[CardLink, ...]:
    numbered = format in NUMBERED
    return ways.links(code, format, messages_to_fill(texts_for(language), code, asked, numbered=numbered))
