"""The forms in which the list of customers goes out to other programs."""

from dataclasses import dataclass
from enum import StrEnum

from frontdesk.domain.importing.imports import PortableCustomer


class ListKind(StrEnum):
    """Our own table carries the most; each other one what its program has a place for."""

    OWN = "OWN"
    SQUARE = "SQUARE"
    LOYVERSE = "LOYVERSE"
    GOOGLE = "GOOGLE"
    VCARD_4 = "VCARD_4"
    VCARD_3 = "VCARD_3"

    @property
    def ending(self) -> str:
        return ".vcf" if self in {ListKind.VCARD_3, ListKind.VCARD_4} else ".csv"

    @property
    def has_photos(self) -> bool:
        """Whether photos go along."""
        return self in {ListKind.VCARD_3, ListKind.VCARD_4}


@dataclass(frozen=True, slots=True)
class Pictured:
    """A customer with their photo as a JPEG, None where there is none."""

    customer: PortableCustomer
    photo: bytes | None = None
