"""Who it is, in the greeting's first lines: the heading, what tells people apart, their own welcome."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

from frontdesk.domain.customers import Customer
from frontdesk.domain.greeting import Greeting
from frontdesk.domain.scripts import Script, script_of
from frontdesk.texts import texts_for
from frontdesk.ui.language import LANGUAGE, ntr, tr
from frontdesk.wording.dates import day
from frontdesk.wording.greeting import welcome
from frontdesk.wording.hello import say_hello


def headings(greeting: Greeting, now: int) -> list[str]:
    """The words over the greeting, the fullest first."""
    customer = greeting.customer
    if not customer.greet_by_name or not greeting.summary.returning(now):
        return [customer.address]
    return [welcome(LANGUAGE.texts, customer.address), customer.address]


def facts_line(greeting: Greeting, zone: ZoneInfo, now: int) -> str:
    """How often they came, when last, and other names: long ones are cut rather than the rest."""
    summary = greeting.summary
    parts = list[str]()
    if summary.visits:
        parts.append(ntr("{n} visit", "{n} visits", summary.visits))
    if summary.last_at is not None:
        parts.append(tr("last seen {when}", when=day(LANGUAGE.texts, summary.last_at, zone, now)))
    return "  ·  ".join([*parts, *_other_names(greeting.customer)])


def hello(customer: Customer, zone: ZoneInfo, now: int) -> str:
    """With nothing else to say: a welcome in the customer's own language."""
    hour = datetime.fromtimestamp(now / 1000, zone).hour
    return tr("Say: {words}", words=say_hello(texts_for(customer.language), customer.address, hour))


def _other_names(customer: Customer) -> list[str]:
    """The name as it is written, where they are called otherwise, and how to say it in Latin letters."""
    names = [customer.name] if customer.name != customer.address else []
    if customer.spoken and script_of(customer.address) is not Script.LATIN:
        names.append(customer.spoken)
    return names
