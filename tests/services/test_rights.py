"""Every method that only a manager may call is refused to everybody else, and the refusal is on record.

`rights.py` finds the methods by reading the services. Each has a line below: what it is called with. A method
that has none fails the test, and so does a line of a method that is no more.
"""

import inspect
import shutil
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass, field, replace
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from frontdesk.bootstrap import FrontDesk, open_desk
from frontdesk.config import paths_for
from frontdesk.domain.acts import Role
from frontdesk.domain.care.asked_again import Answer as WishAnswer
from frontdesk.domain.care.asked_again import WishKind
from frontdesk.domain.care.care_spans import CareSpan
from frontdesk.domain.care.playbooks import Handling, OwnWords, Situation
from frontdesk.domain.care.recoveries import RecoveryState
from frontdesk.domain.days import DAY
from frontdesk.domain.feedback.feedback_rules import FeedbackRules
from frontdesk.domain.feedback.questions import Mood, Topic
from frontdesk.domain.feedback.responses import ResponseState, WayBack
from frontdesk.domain.importing.list_kinds import ListKind
from frontdesk.domain.loyalty.programmes import stamp_card
from frontdesk.domain.loyalty.tickets import TicketDraft
from frontdesk.domain.office.first_steps import FirstStep
from frontdesk.domain.office.overview import FigureName
from frontdesk.domain.office.periods import Period, PeriodKind
from frontdesk.domain.paper.power_sheets import Free, Written
from frontdesk.domain.people.customer_filters import CustomerFilter, TableQuery
from frontdesk.domain.people.photos import Photo
from frontdesk.domain.privacy.erasing import WhyErased
from frontdesk.domain.privacy.retention import RetentionRules
from frontdesk.domain.refusals import Refused
from frontdesk.domain.regulars.visits import Product
from frontdesk.domain.team.staff_requests import StaffRequestState
from frontdesk.domain.trust.deeds import DeedsAsked
from frontdesk.domain.trust.paper_anchor import PaperAnchor
from frontdesk.domain.trust.safety import SecondPlace
from frontdesk.texts import texts_for
from tests.conftest import FakeClock
from tests.services.counter_acts import enrol, hire, sell, tap
from tests.services.feedback.feedback_acts import draft, issue, take
from tests.services.rights import guarded, unreachable
from tests.services.team.pin_acts import with_pins

ANY: Any = None
"""What is not looked at before the right is."""


@dataclass
class World:
    """A shop in which each of these acts could be done by a manager."""

    desk: FrontDesk
    out: Path
    owner: int = 0
    cashier: int = 0
    gone: int = 0
    maria: int = 0
    product: int = 0
    facts: dict[str, Any] = field(default_factory=dict)

    def __getattr__(self, name: str) -> Any:
        """A fact that only one line asks for."""
        try:
            return self.facts[name]
        except KeyError:
            raise AttributeError(name) from None

    def do(self, method: Callable[..., Any], *args: Any, at: int | None = None) -> Any:
        """Whoever is at the till does it."""
        return self.desk.submit(method, self.desk.act(at), *args).result()


Args = Callable[[World], tuple[Any, ...]]

ASKS: dict[str, Args] = {
    "adopting.adopt": lambda w: (w.newcomer, 5),
    "archive.everything": lambda w: (w.out / "all.zip",),
    "audit.choices": lambda w: (),
    "audit.of_customer": lambda w: (w.maria,),
    "audit.page": lambda w: (DeedsAsked(),),
    "audit.take_out": lambda w: (w.out / "deeds.csv", DeedsAsked(), texts_for("en"), w.desk.zone),
    "care_figures.report": lambda w: (CareSpan.FOUR_WEEKS,),
    "care_rules.save": lambda w: (replace(w.desk.care_rules.get(), margin_percent=50),),
    "care_sheets.write": lambda w: (w.product, {"en": "Drink it warm."}),
    "consents.report": lambda w: (),
    "customer_table.copied": lambda w: ((w.maria,), ANY),
    "customer_table.find": lambda w: (TableQuery(),),
    "customer_table.first": lambda w: (),
    "customer_table.keep_layout": lambda w: ("{}",),
    "customer_table.layout": lambda w: (),
    "customer_table.learn": lambda w: (),
    "customer_table.lines": lambda w: ((w.maria,),),
    "customer_table.prepare": lambda w: (ANY,),
    "day_close.book": lambda w: (),
    "day_close.of_day": lambda w: (w.desk.today(),),
    "doubles.find": lambda w: (),
    "doubles.say_two": lambda w: (w.maria, w.newcomer),
    "drill.latest": lambda w: (),
    "drill.run": lambda w: (w.backup,),
    "erasing.erase": lambda w: (w.maria, WhyErased.ASKED),
    "erasing.lately": lambda w: (),
    "erasing.plan": lambda w: (w.maria,),
    "first_steps.go_on": lambda w: (FirstStep.CARD,),
    "exports.chosen_csv": lambda w: (w.out / "some.csv", (w.maria,)),
    "exports.customers_as": lambda w: (ListKind.GOOGLE, w.out / "google.csv"),
    "exports.customers_csv": lambda w: (w.out / "all.csv",),
    "feedback_rules.change": lambda w: (FeedbackRules(page_on=True),),
    "history.of": lambda w: (w.maria,),
    "column_choices.choose": lambda w: ({"Kunde": None},),
    "imports.run": lambda w: (w.list,),
    "imports.undo": lambda w: (w.batch,),
    "key_keeping.came_out": lambda w: (),
    "key_keeping.hand_out": lambda w: (),
    "keying_in.key_in": lambda w: (replace(w.written, line=2, came_at=w.desk.now() - 5 * DAY),),
    "keying_in.let_be": lambda w: (w.open_free,),
    "ledger_check.check": lambda w: (),
    "ledger_check.compare": lambda w: (PaperAnchor(0, ""),),
    "ledger_check.last": lambda w: (),
    "limits.save": lambda w: (replace(w.desk.limits.get(), goodwill=99),),
    "logo.remove": lambda w: (),
    "logo.set": lambda w: (w.logo,),
    "logo.undo": lambda w: (w.logo_set,),
    "offers.answer": lambda w: (w.wish, WishAnswer.OFFERED),
    "offers.undo": lambda w: (w.wish_answered,),
    "outliers.names": lambda w: (ANY,),
    "outliers.report": lambda w: (),
    "overview.answers": lambda w: (w.overview,),
    "overview.arrivals": lambda w: (w.overview,),
    "overview.people": lambda w: (w.overview, next(iter(FigureName))),
    "overview.promises": lambda w: (w.overview,),
    "overview.report": lambda w: (Period(PeriodKind.TODAY),),
    "overview.slipping": lambda w: (w.overview,),
    "pins.new_code": lambda w: (w.owner,),
    "pins.set_pin": lambda w: (w.owner, "480371"),
    "pins.take_away": lambda w: (w.owner,),
    "playbooks.reset": lambda w: (Situation.WAITED, "en"),
    "playbooks.restore": lambda w: (w.playbook,),
    "playbooks.save": lambda w: (Situation.WAITED, "en", w.playbook_words, Handling()),
    "programmes.add": lambda w: (stamp_card("Tea", 5, "tea"),),
    "programmes.change": lambda w: (w.programme.id, w.programme.terms_at(w.desk.now())),
    "programmes.retire": lambda w: (w.programme.id,),
    "programmes.save": lambda w: (w.programme.id, stamp_card("Tea", 5, "tea")),
    "programmes.set_span": lambda w: (w.programme.id, w.programme.span),
    "questions.reword": lambda w: (Topic.VISIT, "en", "How was it?"),
    "recoveries.move": lambda w: (w.recovery, RecoveryState.WITHDRAWN),
    "recoveries.undo": lambda w: (w.recorded,),
    "response_figures.summary": lambda w: (CareSpan.FOUR_WEEKS,),
    "response_files.bring_in": lambda w: (w.answers,),
    "response_files.write": lambda w: (w.out / "answers.csv",),
    "responses.bring": lambda w: (w.card, draft(), WayBack.FORM),
    "responses.move": lambda w: (w.response, ResponseState.SET_ASIDE),
    "responses.undo": lambda w: (w.keyed,),
    "retention.keep": lambda w: (w.maria,),
    "retention.looked": lambda w: (),
    "retention.news": lambda w: (),
    "retention.save_rules": lambda w: (RetentionRules(years=1),),
    "retention.silent": lambda w: (),
    "retention.take_back": lambda w: (w.retained,),
    "returning.allow": lambda w: (),
    "safety.choose": lambda w: (w.out,),
    "safety.copy_now": lambda w: (),
    "safety.forget": lambda w: (),
    "safety.kept": lambda w: (),
    "safety.return_to": lambda w: (SecondPlace(),),
    "safety.set_days": lambda w: (3,),
    "saved_filters.all": lambda w: (),
    "saved_filters.bring_back": lambda w: (w.filter,),
    "saved_filters.remove": lambda w: (w.filter,),
    "saved_filters.rename": lambda w: (w.filter, "Gone"),
    "saved_filters.save": lambda w: ("Mine", CustomerFilter(search="m")),
    "shifts.set_hours": lambda w: (w.cashier, w.desk.today(), None),
    "shop.add_product": lambda w: (Product(0, "Tea", 1),),
    "shop.change_settings": lambda w: ({"name": "Mine"},),
    "shop.open_shop": lambda w: (w.desk.shop.settings(), stamp_card("Tea", 5, "tea"), "Me"),
    "shop.retire_product": lambda w: (w.product,),
    "shop.save_product": lambda w: (Product(w.product, "Tea", 1),),
    "shop.save_settings": lambda w: (replace(w.desk.shop.settings(), name="Mine"),),
    "staff_requests.answer": lambda w: (w.asked, StaffRequestState.YES),
    "staff_requests.undo": lambda w: (w.answered,),
    "staff_cards.codes_for": lambda w: ((w.cashier,),),
    "staff_cards.reissue": lambda w: (w.cashier,),
    "staff_cards.revoke": lambda w: (w.cashier,),
    "staffing.add_staff": lambda w: ("Me", Role.MANAGER),
    "staffing.change_role": lambda w: (w.cashier, Role.OWNER),
    "staffing.come_back": lambda w: (w.gone,),
    "staffing.leave": lambda w: (w.other,),
    "staffing.remove_photo": lambda w: (w.owner,),
    "staffing.rename_staff": lambda w: (w.owner, "Nobody"),
    "staffing.set_photo": lambda w: (w.cashier, Photo(b"a", b"b")),
    "telling.of": lambda w: (w.maria,),
    "telling.write": lambda w: (w.maria, w.out / "maria.zip"),
    "tickets.claim": lambda w: (w.ticket, w.maria),
    "tills.rename": lambda w: (w.desk.till_id, "Mine"),
    "worth.report": lambda w: (),
}

EVERYBODYS = {
    *("recoveries.give_face", "recoveries.resituate", "recoveries.tag", "recoveries.take_on"),
    *("responses.link", "responses.replied", "responses.said", "responses.take_on", "responses.tell"),
    "keying_in.settle",
}
"""Cashiers may: they are made of a step that asks for a right in others."""


def test_every_method_that_asks_for_a_right_has_a_line_here(world: World) -> None:
    found = {f"{service}.{each}" for service, methods in guarded(world.desk).items() for each in methods}
    assert found - ASKS.keys() - EVERYBODYS == set(), "add a line for each: what is it called with?"
    assert (ASKS.keys() | EVERYBODYS) - found == set(), "these ask for no right any more"
    assert unreachable(world.desk) == [], "no service of the desk: how is it called?"


@pytest.mark.parametrize("name", sorted(ASKS))
@pytest.mark.parametrize("who", ["cashier", "unproved"])
def test_it_is_refused_to_everybody_else_and_nothing_is_written_but_that(
    world: World, name: str, who: str
) -> None:
    desk = world.desk
    desk.staff_id, desk.key = (world.cashier if who == "cashier" else world.owner), b""
    before, told = _all_rows(desk), _told(desk)
    with pytest.raises(Refused) as caught:
        _call(desk, name, ASKS[name](world))
    assert caught.value.code == ("ONLY_MANAGER" if who == "cashier" else "PIN_NEEDED")
    desk.store.submit(lambda: None).result()  # what was refused is noted by a job of its own
    assert _all_rows(desk) == before
    (note,) = _told(desk)[len(told) :]
    assert note == (caught.value.code.value, desk.staff_id)
    assert list(world.out.iterdir()) == []


def _call(desk: FrontDesk, name: str, args: tuple[Any, ...]) -> None:
    """As the windows do: beside the writer, or on it where it writes."""
    service, _, method = name.partition(".")
    bound = getattr(getattr(desk, service), method)
    asked = inspect.signature(bound).parameters
    if "act" in asked:
        args = (desk.act(), *args)
    must = {
        each.name: ANY
        for each in asked.values()
        if each.kind is each.KEYWORD_ONLY and each.default is each.empty
    }
    try:
        bound(*args, **must)
    except RuntimeError as error:
        if "only a submitted job" not in str(error):
            raise
        desk.submit(bound, *args, **must).result()


def _told(desk: FrontDesk) -> list[tuple[str, int]]:
    return list(desk.store.read().run("SELECT reason, staff_id FROM refused_act ORDER BY id"))


def _all_rows(desk: FrontDesk) -> dict[str, list[Any]]:
    """Every row of every table, but those of what was refused."""
    db = desk.store.read()
    tables = [
        name
        for (name,) in db.run("SELECT name FROM pragma_table_list WHERE type = 'table' AND schema = 'main'")
        if name not in ("refused_act", "sqlite_sequence")
    ]
    return {name: list(db.run(f'SELECT * FROM "{name}"')) for name in tables}


# --- the shop ---


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory, opened_shop: Path) -> Iterator[World]:
    """One for all: what is refused changes nothing."""
    folder, clock = tmp_path_factory.mktemp("rights"), FakeClock()
    (folder / "out").mkdir()
    shutil.copytree(opened_shop, folder / "shop")
    with closing(open_desk(paths_for(folder / "shop"), clock=clock)) as desk:
        world = World(desk, folder / "out")
        _fill(world, folder, clock)
        world.owner, world.facts["manager"], world.cashier = with_pins(desk)
        yield world


def _fill(w: World, folder: Path, clock: FakeClock) -> None:
    desk, facts = w.desk, w.facts
    w.maria, w.product = enrol(desk, "Maria"), sell(desk, "Latte")
    w.gone = hire(desk, "Lu")
    w.do(desk.staffing.leave, w.gone)
    facts["other"] = hire(desk, "Keo")
    facts["programme"] = desk.programmes.all()[0]
    _paper(w, clock)
    facts["ticket"] = w.do(desk.tickets.open, TicketDraft("blue helmet", 1)).ticket.id
    clock.forward(days=20)  # it has left the queue
    facts["newcomer"] = enrol(desk, "Anna")
    _care(w)
    _feedback(w, folder)
    _keeping(w, folder)


def _paper(w: World, clock: FakeClock) -> None:
    """A power-cut sheet of six days ago, with a free one that the card did not bear."""
    desk = w.desk
    sheet = w.do(desk.power_sheets.make, (w.maria, enrol(desk, "Vi")))
    clock.forward(hours=2)
    w.facts["written"] = Written(sheet.id, 1, w.maria, desk.now(), 1, free=True)
    clock.forward(hours=1)
    act = desk.act()
    keyed = desk.submit(desk.keying_in.key_in, act, w.written).result()
    assert keyed.line.free is Free.OPEN
    w.facts["open_free"] = act.gesture


def _care(w: World) -> None:
    desk, facts = w.desk, w.facts
    for _ in range(3):
        w.do(desk.requests.ask, w.maria, "oat milk")
    (facts["wish"],) = desk.offers.to_suggest(desk.now())
    assert isinstance(w.wish, WishKind)
    facts["wish_answered"] = w.do(desk.offers.answer, w.wish, WishAnswer.NOT_FOR_US).gesture
    book = desk.playbooks.read(Situation.WAITED, "en")
    facts["playbook_words"] = OwnWords(book.name, book.steps)
    facts["playbook"] = w.do(desk.playbooks.reset, Situation.WAITED, "en")
    desk.staff_id, owner = w.other, desk.staff_id
    recorded = w.do(desk.recoveries.record, Situation.WAITED, w.maria)
    facts["recovery"], facts["recorded"] = recorded.recovery.id, recorded.gesture
    asked = w.do(desk.staff_requests.ask, "Sunday off?")
    desk.staff_id = owner
    facts["asked"] = asked.request.id
    facts["answered"] = w.do(desk.staff_requests.answer, asked.request.id, StaffRequestState.NO).gesture


def _feedback(w: World, folder: Path) -> None:
    desk, facts = w.desk, w.facts
    facts["card"] = issue(desk).id
    desk.staff_id, owner = w.other, desk.staff_id
    saved = take(desk, issue(desk), draft(Mood.GOOD), WayBack.PAPER)
    desk.staff_id = owner
    facts["response"], facts["keyed"] = saved.response.id, saved.gesture
    table = folder / "answers.csv"
    table.write_text(f"Timestamp,Code,How was this visit?\n,{issue(desk).code},Good\n", "utf-8")
    facts["answers"] = desk.response_files.preview(table)
    assert w.answers.rows


def _keeping(w: World, folder: Path) -> None:
    desk, facts = w.desk, w.facts
    file = BytesIO()
    Image.new("L", (30, 20), 10).save(file, "PNG")
    facts["logo"] = desk.logo.prepare(file.getvalue())
    facts["logo_set"] = w.do(desk.logo.set, w.logo).gesture
    people = folder / "people.csv"
    people.write_text("Name\nSomsak\n", "utf-8")
    facts["batch"] = desk.imports.run(desk.imports.preview(people)).batch_id
    people.write_text("Name\nBounmy\n", "utf-8")
    facts["list"] = desk.imports.preview(people)
    tap(desk, w.maria)
    facts["backup"] = desk.backups.make()
    facts["filter"] = w.do(desk.saved_filters.save, "Theirs", CustomerFilter(search="a")).saved.id
    facts["retained"] = w.do(desk.retention.keep, w.maria).gesture
    facts["overview"] = desk.overview.report(desk.act(), Period(PeriodKind.TODAY))
