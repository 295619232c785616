"""How the demo's owner asks how the shop is doing: two of the questions in words of her own."""

from collections.abc import Iterator
from datetime import datetime, time, timedelta
from functools import partial
from typing import Final

from frontdesk.commands.demo.shop import DemoShop
from frontdesk.commands.demo.timeline import Doing, Event, Living
from frontdesk.domain.feedback.questions import Topic

_OWN_WORDS: Final = (
    (Topic.LIKED, "en", "What was best today?"),
    (Topic.LIKED, "lo", "ມື້ນີ້​ມັກ​ຫຍັງ​ທີ່​ສຸດ?"),
    (Topic.BETTER, "en", "What would bring you here more often?"),
    (Topic.BETTER, "lo", "ຫຍັງ​ຈະ​ເຮັດ​ໃຫ້​ທ່ານ​ມາ​ເລື້ອຍ​ຂຶ້ນ?"),
)
_BETWEEN: Final = timedelta(seconds=30)


def asking_events(shop: DemoShop) -> Iterator[Event]:
    """What the owner sets before the first customer of the year, an act each."""
    if not shop.visits:
        return
    at = datetime.combine(shop.visits[0].at.date(), time(7, 10))
    for words in _OWN_WORDS:
        yield Event(at, Doing(partial(_reword, at, *words)))
        at += _BETWEEN


def _reword(at: datetime, topic: Topic, language: str, text: str, living: Living) -> None:
    living.desk.questions.reword(living.act("noy", at), topic, language, text)
