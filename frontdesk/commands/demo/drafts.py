"""What a customer of the demo tells of themselves, as it is typed in."""

from collections.abc import Sequence
from dataclasses import replace

from frontdesk.commands.demo.people import DemoPerson
from frontdesk.commands.demo.tastes import DemoFact
from frontdesk.domain.people.customers import CustomerDraft
from frontdesk.domain.people.facts import FactKind


def draft_of(person: DemoPerson) -> CustomerDraft:
    """What a person tells when they enrol."""
    return CustomerDraft(
        name=person.name,
        called=person.called,
        spoken=_spoken(person),
        phone=person.phone,
        birthday=person.birthday,
        language=person.language,
        consents=frozenset(person.consents),
    )


def _spoken(person: DemoPerson) -> str:
    """How to say what they like to be called, then the name; Latin letters say it themselves."""
    if person.spoken == person.name:
        return ""
    return " · ".join(dict.fromkeys((person.called_spoken, person.spoken)))


def with_facts(draft: CustomerDraft, facts: Sequence[DemoFact]) -> CustomerDraft:
    """The draft with these facts too; two of one kind stand on two lines."""
    for fact in facts:
        match fact.kind:
            case FactKind.ALLERGY:
                draft = replace(draft, allergy=_with_line(draft.allergy, fact.text))
            case FactKind.PREFERENCE:
                draft = replace(draft, preference=_with_line(draft.preference, fact.text))
            case FactKind.NOTE:
                draft = replace(draft, note=_with_line(draft.note, fact.text))
    return draft


def _with_line(known: str, text: str) -> str:
    return f"{known}\n{text}" if known else text
