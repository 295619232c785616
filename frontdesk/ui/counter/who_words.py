"""Who it is, in the greeting's first lines: the heading, what tells people apart, what to say aloud."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from frontdesk.domain.people.customers import Customer
from frontdesk.domain.people.first_names import said_aloud
from frontdesk.domain.people.scripts import script_read
from frontdesk.domain.regulars.greeting import Greeting, LineKind
from frontdesk.services.people.saying import reading, reading_aloud
from frontdesk.texts import texts_for
from frontdesk.ui.language import LANGUAGE, ntr, tr
from frontdesk.wording.dates import day
from frontdesk.wording.greeting import welcome
from frontdesk.wording.hello import hello_at, say_hello, sound_of


@dataclass(frozen=True, slots=True)
class Aloud:
    """What to say in the customer's language, and how it sounds, for a cashier who reads another script."""

    words: str
    sound: str = ""


def headings(greeting: Greeting, now: int) -> list[str]:
    """The words over the greeting, the fullest first."""
    customer = greeting.customer
    if not customer.greet_by_name or not greeting.summary.returning(now):
        return [customer.address]
    return [welcome(LANGUAGE.texts, customer.address), customer.address]


def name_sound(customer: Customer) -> str:
    """How to say the name, in letters that the cashier reads; empty where it says itself."""
    return reading(customer, script_read(LANGUAGE.code))


def facts_line(greeting: Greeting, zone: ZoneInfo, now: int, habit: str = "", *, headed: str = "") -> str:
    """How often they came, when last, when they usually do (`habit`), and the name as it is written where the
    heading over it is not `headed` by it.
    """
    customer, summary = greeting.customer, greeting.summary
    parts = list[str]()
    if summary.visits:
        parts.append(ntr("{n} visit", "{n} visits", summary.visits))
    if summary.last_at is not None:
        parts.append(tr("last seen {when}", when=day(LANGUAGE.texts, summary.last_at, zone, now)))
    if habit:
        parts.append(habit)
    if customer.name not in (customer.address, headed):
        parts.append(customer.name)
    return "  ·  ".join(parts)


def aloud(greeting: Greeting, language: str, zone: ZoneInfo, now: int) -> Aloud:
    """The welcome in the customer's own language, or else in `language`; with the name, unless they asked not
    to be called by it.
    """
    customer = greeting.customer
    spoken_here = customer.language or language
    birthday = any(line.kind is LineKind.BIRTHDAY and line.number == 0 for line in greeting.lines)
    hello = hello_at(datetime.fromtimestamp(now / 1000, zone).hour, birthday=birthday)
    name = said_aloud(customer.name, customer.called, customer.language) if customer.greet_by_name else ""
    reader = script_read(LANGUAGE.code)
    said = (reading_aloud(customer, reader) or name) if name else ""
    return Aloud(say_hello(texts_for(spoken_here), hello, name), sound_of(spoken_here, hello, reader, said))
