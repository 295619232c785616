"""What stands in a customer's form, letter by letter, and what is wrong with it. No widgets here."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, fields
from enum import StrEnum
from itertools import takewhile
from typing import Final

from frontdesk.domain.people.customers import Birthday, CustomerDraft, Purpose
from frontdesk.domain.people.phones import normalise_phone
from frontdesk.domain.people.photos import Photo
from frontdesk.domain.people.scripts import Script, script_of
from frontdesk.domain.text import NOTE_LIMIT, BadInput, clean_line, clean_name, clean_note

EMAIL_LIMIT: Final = 254
OLDEST_YEAR: Final = 1900
_BUDDHIST_YEARS: Final = 543
_BUDDHIST_SINCE: Final = 2400


class FormField(StrEnum):
    """The places of the form at which something can be wrong, in the order in which they are read."""

    NAME = "name"
    PHONE = "phone"
    BIRTHDAY = "birthday"
    CALLED = "called"
    SPOKEN = "spoken"
    EMAIL = "email"
    ALLERGY = "allergy"
    PREFERENCE = "preference"
    NOTE = "note"
    PHOTO = "photo"


class FormFault(StrEnum):
    """What `BadInput` does not know: faults of a birthday, and answers that were not asked for."""

    NO_SUCH_DAY = "NO_SUCH_DAY"
    DAY_AND_MONTH = "DAY_AND_MONTH"
    NO_SUCH_YEAR = "NO_SUCH_YEAR"
    NO_BIRTHDAY_CONSENT = "NO_BIRTHDAY_CONSENT"
    NO_PHOTO_CONSENT = "NO_PHOTO_CONSENT"


Fault = BadInput | FormFault


@dataclass(frozen=True, slots=True)
class FormState:
    """All that was typed, tapped and chosen. A form that shows it again looks as it was left.

    `photo` is a newly chosen one; `photo_removed` asks for the present one to go.
    """

    name: str = ""
    phone: str = ""
    called: str = ""
    spoken: str = ""
    email: str = ""
    day: str = ""
    month: str = ""
    year: str = ""
    language: str = ""
    greet_by_name: bool = True
    allergy: str = ""
    preference: str = ""
    note: str = ""
    consents: frozenset[Purpose] = frozenset()
    photo: Photo | None = None
    photo_removed: bool = False
    on_screen: bool = True

    @staticmethod
    def of(draft: CustomerDraft) -> FormState:
        """The form of a customer who is known already."""
        born = draft.birthday
        return FormState(
            **{field: getattr(draft, field) for field in _SHARED},
            day=str(born.day) if born else "",
            month=str(born.month) if born else "",
            year=str(born.year or "") if born else "",
        )

    def draft(self) -> CustomerDraft:
        """What a service takes. Raises `ValueError` while `faults_of` finds fault with the birthday."""
        return CustomerDraft(**{field: getattr(self, field) for field in _SHARED}, birthday=birthday_of(self))

    @property
    def birthday_typed(self) -> bool:
        return any(part.strip() for part in (self.day, self.month, self.year))


_SHARED: Final = tuple(field.name for field in fields(CustomerDraft) if field.name != "birthday")


def birthday_of(state: FormState) -> Birthday | None:
    """The day that was typed; None when nothing was. Raises `ValueError` for a day that does not exist."""
    if not state.birthday_typed:
        return None
    # int() reads Lao, Thai and Khmer digits as well.
    year = int(state.year) if state.year.strip() else None
    if year is not None and year > _BUDDHIST_SINCE:
        year -= _BUDDHIST_YEARS
    return Birthday(int(state.month), int(state.day), year)


def faults_of(state: FormState, begun: FormState, prefix: str, this_year: int) -> dict[FormField, Fault]:
    """What is wrong, by field, in the order of the fields. `begun` is what the form began with.

    A birthday and a photo are kept only with the customer's yes; what was there before is not asked again.
    """
    found: dict[FormField, Fault] = {}
    for field, check in _checks(prefix).items():
        try:
            check(getattr(state, field.value))
        except BadInput as fault:
            found[field] = fault
    born = _birthday_fault(state, begun, this_year)
    if born is not None:
        found[FormField.BIRTHDAY] = born
    if state.photo is not None and Purpose.PHOTO not in state.consents:
        found[FormField.PHOTO] = FormFault.NO_PHOTO_CONSENT
    return {field: found[field] for field in FormField if field in found}


def began_with(typed: str, language: str) -> FormState:
    """A new form from what was typed into the search: a number is a phone, anything else a name."""
    text = typed.strip()
    if any(char.isdecimal() for char in text) and not any(char.isalpha() for char in text):
        return FormState(phone=text, language=language)
    return FormState(name=text, language=language_of_name(text) or language)


def is_another_name(before: str, now: str) -> bool:
    """Whether a name was cleared or typed anew, rather than mended: little of it is left at either end.

    A beginning of it is taken for the same name still, while it is longer than one letter.
    """
    old, new = before.strip().casefold(), now.strip().casefold()
    if not old or old == new:
        return False
    kept = max(_shared_beginning(old, new), _shared_beginning(old[::-1], new[::-1]))
    if kept <= 1:
        return kept == 0 or len(old) > 1
    return not old.startswith(new) and kept * 2 < len(old)


def _shared_beginning(one: str, other: str) -> int:
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))


def language_of_name(name: str) -> str:
    """The language that a name's script suggests; empty for scripts that say nothing."""
    return _LANGUAGE_OF.get(script_of(name), "")


_LANGUAGE_OF: Final = {Script.LAO: "lo", Script.THAI: "th", Script.KHMER: "km", Script.GEORGIAN: "ka"}


def _checks(prefix: str) -> dict[FormField, Callable[[str], object]]:
    """How the services will read each field: the same rules of the domain."""
    return {
        FormField.NAME: clean_name,
        FormField.PHONE: lambda raw: normalise_phone(raw, prefix) if raw.strip() else None,
        FormField.CALLED: clean_line,
        FormField.SPOKEN: clean_line,
        FormField.EMAIL: lambda raw: clean_line(raw, EMAIL_LIMIT),
        FormField.ALLERGY: lambda raw: clean_note(raw, NOTE_LIMIT),
        FormField.PREFERENCE: lambda raw: clean_note(raw, NOTE_LIMIT),
        FormField.NOTE: lambda raw: clean_note(raw, NOTE_LIMIT),
    }


def _birthday_fault(state: FormState, begun: FormState, this_year: int) -> Fault | None:
    if not state.birthday_typed:
        return None
    if not (state.day.strip() and state.month.strip()):
        return FormFault.DAY_AND_MONTH
    try:
        born = birthday_of(state)
    except ValueError:
        return FormFault.NO_SUCH_DAY
    if born is not None and born.year is not None and not OLDEST_YEAR <= born.year <= this_year:
        return FormFault.NO_SUCH_YEAR
    told_before = (state.day, state.month, state.year) == (begun.day, begun.month, begun.year)
    if Purpose.BIRTHDAY not in state.consents and not told_before:
        return FormFault.NO_BIRTHDAY_CONSENT
    return None
