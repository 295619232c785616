"""Staying in contact, in words for the staff: what is written, by which way, and when somebody last did."""

from zoneinfo import ZoneInfo

from frontdesk.domain.care.messages import Contact, Hindrance, Keepsake, MessageKind, Way
from frontdesk.texts import Texts
from frontdesk.wording.dates import day


def kind_name(texts: Texts, kind: MessageKind | Keepsake) -> str:
    """What a message is for, in a word or two."""
    return {
        MessageKind.BIRTHDAY: texts.gettext("Birthday"),
        MessageKind.ANNIVERSARY: texts.gettext("Anniversary"),
        MessageKind.THANKS: texts.gettext("Thank-you"),
        MessageKind.REASSURE: texts.gettext("Welcome, and reassure"),
        MessageKind.MISSED: texts.gettext("We miss you"),
        MessageKind.RENEW: texts.gettext("Pass has ended"),
        MessageKind.READY: texts.gettext("It is ready"),
        MessageKind.SORRY: texts.gettext("We are sorry"),
        MessageKind.ASK_HOW: texts.gettext("Ask how it was"),
        Keepsake.YEAR_CARD: texts.gettext("Their year on a card"),
        Keepsake.TAKE_HOME: texts.gettext("Take-home sheet"),
        Keepsake.LEAVING_SLIP: texts.gettext("Leaving slip"),
    }[kind]


def way_name(texts: Texts, way: Way) -> str:
    """What the button of a way says; programs have the same name in every language."""
    return {
        Way.WHATSAPP: texts.gettext("WhatsApp"),
        Way.SMS: texts.gettext("SMS"),
        Way.MAIL: texts.gettext("E-mail"),
        Way.LINE: texts.gettext("LINE"),
        Way.TELEGRAM: texts.gettext("Telegram"),
        Way.COPY: texts.gettext("Copy the text"),
        Way.PAPER: texts.gettext("On paper"),
    }[way]


def hindrance_sentence(texts: Texts, hindrance: Hindrance, name: str) -> str:
    """Why it may only be handed over on paper."""
    if hindrance is Hindrance.NO_BIRTHDAY_CONSENT:
        return texts.gettext(
            "{name} has not agreed that we keep the birthday, so this is for handing over on paper."
        ).format(name=name)
    return texts.gettext("{name} has not agreed to messages, so this is for handing over on paper.").format(
        name=name
    )


def last_contact(texts: Texts, last: Contact | None, zone: ZoneInfo, now: int) -> str:
    """When somebody got in touch before, for what and how; a sentence also for never."""
    if last is None:
        return texts.gettext("Nobody has written to them yet.")
    return texts.gettext("Last contact: {when}, {what}, {way} ({staff})").format(
        when=day(texts, last.at, zone, now),
        what=kind_name(texts, last.kind),
        way=way_name(texts, last.way),
        staff=last.staff,
    )


def opened_sentence(texts: Texts, way: Way, *, online: bool) -> str:
    """What was done, and what is left for a person to do. Whether the program did open, nobody tells us."""
    if way is Way.COPY:
        return texts.gettext("The text is copied. Paste it where you write to them.")
    if not online:
        return texts.gettext("It was handed to {way}, but there is no network: send it there later.").format(
            way=way_name(texts, way)
        )
    return texts.gettext("It was handed to {way}. Look at it, then send it there.").format(
        way=way_name(texts, way)
    )
