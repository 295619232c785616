"""How a customer's name is said, in letters that the cashier reads."""

from dataclasses import replace

from frontdesk.domain.finding.hits import Hit
from frontdesk.domain.people.customers import SPOKEN_BETWEEN, Customer
from frontdesk.domain.people.first_names import said_aloud
from frontdesk.domain.people.lao_from_latin import from_sound
from frontdesk.domain.people.lao_from_spelling import from_spelling, may_be_lao
from frontdesk.domain.people.lao_from_thai import from_thai
from frontdesk.domain.people.scripts import Script, script_of
from frontdesk.domain.people.titles import without_title
from frontdesk.services.people.romanising import spoken


def reading(customer: Customer, reader: Script) -> str:
    """How to say what they like to be called, in the `reader` script; empty where it says itself.

    What a person typed over goes before every guess. Scripts that no guess is made for read Latin letters.
    """
    written = script_of(customer.address)
    if reader is Script.LAO:
        if written is Script.LAO:
            return ""
        if written is Script.THAI:
            return from_thai(without_title(customer.address))
        said = _typed(customer) if written is Script.LATIN else _in_latin(customer)
        name = without_title(customer.address)
        return from_sound(said) if said else _from_spelling(name, customer.language)
    if written is reader:
        return _typed(customer)
    return _in_latin(customer) if written is not Script.LATIN else ""


def reading_of(hit: Hit, reader: Script) -> str:
    """The same for a face on the wall, without guesses about spelling."""
    latin = hit.spoken or spoken(hit.address)
    said = latin.split(SPOKEN_BETWEEN)[0]
    return from_sound(said) if reader is Script.LAO else said


def reading_aloud(customer: Customer, reader: Script) -> str:
    """How to say what they are called to their face, in the `reader` script; empty where it says itself."""
    said = said_aloud(customer.name, customer.called, customer.language)
    whole, words = reading(customer, reader).split(), without_title(customer.address).split()
    if said == customer.address:
        return " ".join(whole)
    if said in words and len(whole) == len(words):
        return whole[words.index(said)]
    return reading(replace(customer, name=said, called="", spoken=""), reader)


def _from_spelling(name: str, language: str) -> str:
    """A name in Latin letters in Lao ones, each word in its own way; none where one of them is not sure."""
    said = [from_spelling(word, language) or _from_elsewhere(word, language) for word in name.split()]
    return " ".join(said) if all(said) else ""


def _from_elsewhere(word: str, language: str) -> str:
    return "" if may_be_lao(word, language) else from_sound(word, spelt=True)


def _in_latin(customer: Customer) -> str:
    """What was typed or guessed when they enrolled; of a list that was brought along, a guess now."""
    said = customer.spoken or spoken(customer.address)
    return said.split(SPOKEN_BETWEEN)[0]


def _typed(customer: Customer) -> str:
    """For a name in letters that the cashier reads, only what somebody typed: "Siobhan", say "Shivawn"."""
    if script_of(customer.name) is not script_of(customer.address):
        return ""  # a guess about the name in its other script
    said = customer.spoken.split(SPOKEN_BETWEEN)[0]
    return "" if said.casefold() in customer.address.casefold() else said
