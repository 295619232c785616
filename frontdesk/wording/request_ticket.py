"""The words on a request's ticket, in the language of the counter; what was typed stays as it was typed."""

from dataclasses import dataclass
from zoneinfo import ZoneInfo

from frontdesk.domain.care.request_ticket import RequestTicket
from frontdesk.texts import Texts
from frontdesk.wording.dates import on_paper
from frontdesk.wording.requests import aim_words


@dataclass(frozen=True, slots=True)
class TicketWords:
    """What the ticket says besides what was asked for; empty where there is nothing to say."""

    who: str
    allergy: str
    promised: str
    aim: str
    owner: str
    printed: str


def ticket_words(texts: Texts, ticket: RequestTicket, zone: ZoneInfo) -> TicketWords:
    """The sentences of a ticket; its days have dates, for it may hang on the wall for a week."""
    request, now = ticket.request, ticket.printed_at
    promised = ""
    if request.promised_at is not None:
        when = on_paper(texts, request.promised_at, zone)
        promised = texts.gettext("Promised: {when}").format(when=when)
    allergy = texts.gettext("Allergy: {text}").format(text=", ".join(ticket.allergies))
    printed = texts.gettext("Printed {when}").format(when=on_paper(texts, now, zone))
    return TicketWords(
        who=texts.gettext("For {name}").format(name=ticket.called) if ticket.called else "",
        allergy=allergy if ticket.allergies else "",
        promised=promised or texts.gettext("No time promised"),
        aim=aim_words(texts, request, zone, now),
        owner=texts.gettext("Taken on by {name}").format(name=request.owner_name),
        printed=printed,
    )
