"""How the demo shop stays in touch: take-home sheets, cards handed over, and those who left.

Drawn from a stream of its own. Who leaves has nothing else to come: no visit, no request, nothing to learn.
"""

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime, time, timedelta
from functools import partial
from itertools import pairwise
from random import Random
from typing import Final

from frontdesk.commands.demo.cafe import PRODUCT
from frontdesk.commands.demo.habits import Habit
from frontdesk.commands.demo.rhythms import DemoVisit
from frontdesk.commands.demo.shop import DemoShop
from frontdesk.commands.demo.timeline import Doing, Event, Living
from frontdesk.domain.care.messages import Keepsake, MessageKind, Way
from frontdesk.domain.people.customers import Purpose
from frontdesk.domain.people.leaving import LeavingReason
from frontdesk.domain.regulars.visits import Product

_BY: Final = "noy"
_BEANS_KEY: Final = "beans"
_BEANS: Final[Mapping[str, str]] = {"en": "Coffee beans, 250 g", "lo": "ເມັດກາເຟ 250 ກຣາມ"}
_BEANS_PRICE: Final = 95_000
_AFTERWARDS: Final = timedelta(minutes=3)
_EVENING: Final = time(16, 50)
_WORDS_TO: Final = 24
_LEAVERS: Final = 4
_GOODBYE: Final = timedelta(hours=1)
_BEFORE: Final = timedelta(minutes=1)
_A_WEEK: Final = timedelta(days=7)
_REASONS: Final = (LeavingReason.MOVED, None, LeavingReason.NO_NEED, LeavingReason.MOVED)
_LONG_GAP: Final = timedelta(days=30)
_PASSING: Final = (Habit.TOURIST, Habit.NOW_AND_THEN)

_HOME: Final[Mapping[str, Mapping[str, str]]] = {
    _BEANS_KEY: {
        "en": "Keep the bag closed, dry and out of the sun; not in the fridge.\n\n"
        "For one cup: 15 g of beans, ground just before, and 250 ml of water.\n"
        "Let the water stand for half a minute after it has boiled. Pour slowly, in three goes.\n\n"
        "Best within six weeks. If it tastes bitter, grind coarser; if it tastes sour, finer.\n\n"
        "Ask Noy at the counter, or write to us.",
        "lo": "ປິດຖົງໃຫ້ແໜ້ນ ເກັບໄວ້ບ່ອນແຫ້ງ ບໍ່ໃຫ້ຖືກແດດ ແລະ ບໍ່ຕ້ອງໃສ່ຕູ້ເຢັນ.\n\n"
        "ໜຶ່ງຈອກ: ເມັດກາເຟ 15 ກຣາມ ບົດກ່ອນຊົງ ແລະ ນ້ຳ 250 ມລ.\n"
        "ນ້ຳຟົດແລ້ວປະໄວ້ເຄິ່ງນາທີ. ຄ່ອຍໆຖອກ ສາມເທື່ອ.\n\n"
        "ດີທີ່ສຸດພາຍໃນຫົກອາທິດ. ຖ້າຂົມ ໃຫ້ບົດຫຍາບຂຶ້ນ; ຖ້າສົ້ມ ໃຫ້ບົດລະອຽດຂຶ້ນ.\n\n"
        "ມີຄຳຖາມ ຖາມໜ້ອຍຢູ່ໜ້າຮ້ານໄດ້.",
        "th": "ปิดถุงให้สนิท เก็บในที่แห้ง ไม่โดนแดด และไม่ต้องแช่ตู้เย็น\n\n"
        "หนึ่งแก้ว: เมล็ดกาแฟ 15 กรัม บดก่อนชง น้ำ 250 มล.\n"
        "น้ำเดือดแล้วพักไว้ครึ่งนาที ค่อยๆรินสามครั้ง\n\n"
        "ดีที่สุดภายในหกสัปดาห์",
    },
    "jasmine_tea": {
        "en": "One spoon for a pot. Water of 80 degrees, three minutes, no longer.\n\n"
        "The same leaves make a second pot. Keep the tin closed, away from coffee and spices.",
        "lo": "ໜຶ່ງບ່ວງຕໍ່ໜຶ່ງກາ. ນ້ຳ 80 ອົງສາ ສາມນາທີ ບໍ່ດົນກວ່ານີ້.\n\n"
        "ໃບຊານີ້ຊົງໄດ້ອີກເທື່ອໜຶ່ງ. ປິດກະປ໋ອງໄວ້ ໃຫ້ໄກຈາກກາເຟ ແລະ ເຄື່ອງເທດ.",
    },
    "banana_bread": {
        "en": "Good for three days in its paper, not in the fridge. Warm a slice in a dry pan.\n\n"
        "It has wheat and eggs in it.",
        "lo": "ເກັບໄວ້ໃນເຈ້ຍໄດ້ສາມວັນ ບໍ່ຕ້ອງໃສ່ຕູ້ເຢັນ. ອຸ່ນໃນໝໍ້ຂາງແຫ້ງໜຶ່ງນາທີ.\n\nມີແປ້ງສາລີ ແລະ ໄຂ່.",
    },
}


def contact_events(shop: DemoShop) -> Iterator[Event]:
    """All of it before the demo day, in no order."""
    if not shop.visits:
        return
    rng = Random(f"{shop.seed}/in touch")
    opening = datetime.combine(shop.visits[0].at.date(), _EVENING)
    yield Event(opening, Doing(partial(_write_sheets, language=shop.cafe.language, at=opening)))
    settled = [visit for visit in shop.visits if visit.at > opening]
    for visit in rng.sample(settled, min(len(settled), _WORDS_TO)):
        at = visit.at + _AFTERWARDS
        yield Event(at, Doing(partial(_word, visit=visit, at=at)))
    yield from _goodbyes(shop, rng)


def _write_sheets(living: Living, language: str, at: datetime) -> None:
    """Beans go on the menu, and what is to be known of them and of two things more."""
    desk = living.desk
    desk.shop.add_product(living.act(_BY, at), Product(0, _BEANS[language], _BEANS_PRICE, "coffee", 0))
    sold = {each.name: each.id for each in desk.shop.products()}
    for key, texts in _HOME.items():
        names = _BEANS if key == _BEANS_KEY else PRODUCT[key].names
        desk.care_sheets.write(living.act(_BY, at), sold[names[language]], texts)


def _word(living: Living, visit: DemoVisit, at: datetime) -> None:
    """Who took something that has a sheet gets it; others a word, on paper unless they agreed to messages."""
    desk, customer_id = living.desk, living.customer(visit.person)
    act = partial(living.act, visit.served_by, at)
    if _HOME.keys() & set(visit.items):
        desk.contacting.note(act(), customer_id, Keepsake.TAKE_HOME, Way.PAPER)
        return
    offer = desk.contacting.offer(customer_id, MessageKind.THANKS, act().at)
    desk.contacting.note(act(), customer_id, MessageKind.THANKS, offer.ways[0])


def _goodbyes(shop: DemoShop, rng: Random) -> Iterator[Event]:
    """Guests who go home say so; one of them is back after long."""
    asked = {request.person for request in shop.requests}
    visits: dict[int, list[DemoVisit]] = {}
    for visit in (*shop.visits, *shop.visits_today):
        visits.setdefault(visit.person, []).append(visit)
    passing = [
        person.index
        for person in shop.people
        if person.habit in _PASSING and not person.facts and person.index in visits.keys() - asked
    ]
    quiet = {person.index for person in shop.people if Purpose.MESSAGES not in person.consents}
    back = next((each for each in passing if each in quiet and _long_gap(visits[each]) is not None), None)
    if back is not None:
        before, after = _long_gap(visits[back]) or (visits[back][0], visits[back][-1])
        yield from _leaves(before, LeavingReason.MOVED)
        at = after.at - _BEFORE
        yield Event(at, Doing(partial(_returns, visit=after, at=at)))
    for_good = [
        each for each in passing if each != back and visits[each][-1].at.date() < shop.today - _A_WEEK
    ]
    for number, person in enumerate(rng.sample(for_good, min(len(for_good), _LEAVERS))):
        yield from _leaves(visits[person][-1], _REASONS[number % len(_REASONS)])


def _long_gap(visits: Sequence[DemoVisit]) -> tuple[DemoVisit, DemoVisit] | None:
    """Two visits with a long time between them, where there are such."""
    return next(((one, other) for one, other in pairwise(visits) if other.at - one.at > _LONG_GAP), None)


def _leaves(visit: DemoVisit, reason: LeavingReason | None) -> Iterator[Event]:
    at = visit.at + _GOODBYE
    yield Event(at, Doing(partial(_leave, visit=visit, at=at, reason=reason)))


def _leave(living: Living, visit: DemoVisit, at: datetime, reason: LeavingReason | None) -> None:
    living.desk.leaving.leave(living.act(visit.served_by, at), living.customer(visit.person), reason)


def _returns(living: Living, visit: DemoVisit, at: datetime) -> None:
    living.desk.leaving.come_back(living.act(visit.served_by, at), living.customer(visit.person))
