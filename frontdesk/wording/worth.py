"""What customers are worth: each figure as a whole sentence, also one that has nothing to say yet."""

from __future__ import annotations

from collections.abc import Callable

from frontdesk.domain.office.coming_year import TOO_FEW_REGULARS, TOO_YOUNG_DAYS, ComingYear
from frontdesk.domain.office.reward_debt import Debt, Owing
from frontdesk.domain.office.worth import (
    AGAIN_WITHIN_DAYS,
    WEEKLY_STEPS,
    Brought,
    Face,
    Returned,
    Rhythm,
    Saved,
    Ticket,
)
from frontdesk.texts import Texts
from frontdesk.wording.numbers import count
from frontdesk.wording.slipping import about

Price = Callable[[int], str]


def returned_sentence(texts: Texts, returned: Returned) -> str:
    if not returned.of:
        return texts.gettext(
            "Nobody new has had {days} days yet to come again. From then on this says how many did."
        ).format(days=AGAIN_WITHIN_DAYS)
    return texts.ngettext(
        "Of {n} new customer, {again} came again within {days} days ({share} %).",
        "Of {n} new customers, {again} came again within {days} days ({share} %).",
        returned.of,
    ).format(
        n=count(texts, returned.of),
        again=count(texts, returned.again),
        days=AGAIN_WITHIN_DAYS,
        share=round(100 * returned.again / returned.of),
    )


def not_again_sentence(texts: Texts, returned: Returned) -> str:
    """What is said over the list of those who did not come again."""
    n, unlisted = len(returned.not_again), returned.unlisted
    said = texts.ngettext(
        "{n} new customer did not come again within {days} days.",
        "{n} new customers did not come again within {days} days.",
        n,
    ).format(n=count(texts, n), days=AGAIN_WITHIN_DAYS)
    if not unlisted:
        return said
    more = texts.ngettext(
        "{n} more did not, either: they left the list of customers since.",
        "{n} more did not, either: they left the list of customers since.",
        unlisted,
    ).format(n=count(texts, unlisted))
    return f"{said} {more}"


def rhythm_sentence(texts: Texts, rhythm: Rhythm) -> str:
    n, days = len(rhythm.people), max(round(rhythm.middle), 1)
    low, high = max(round(rhythm.low), 1), max(round(rhythm.high), 1)
    if not n:
        return texts.gettext(
            "You have no regulars yet: that takes five visits over two weeks. Then this says how often "
            "they come."
        )
    if days == high == 1:
        sentence = texts.ngettext(
            "Your {n} regular comes nearly every day.", "Your {n} regulars come nearly every day.", n
        )
    elif low == high:
        sentence = texts.ngettext(
            "Your {n} regular comes every {days} days.", "Your {n} regulars come every {days} days.", n
        )
    else:
        sentence = texts.gettext(  # of one alone, low and high are the same
            "Your {n} regulars come every {days} days; half of them every {low} to {high} days."
        )
    return sentence.format(n=count(texts, n), days=days, low=low, high=high)


def steps_sentence(texts: Texts, rhythm: Rhythm) -> str:
    """Over the picture of how often they come."""
    n, often = len(rhythm.people), sum(rhythm.steps[:WEEKLY_STEPS])
    return texts.ngettext(
        "Of {n} regular, {often} comes once a week or more often.",
        "Of {n} regulars, {often} come once a week or more often.",
        n,
    ).format(n=count(texts, n), often=count(texts, often))


def ticket_sentence(texts: Texts, ticket: Ticket, price: Price) -> str:
    if not ticket.priced:
        return texts.gettext(
            "No amount is known yet. Give your products prices, or note what is paid, and this says what a "
            "visit brings."
        )
    return texts.ngettext(
        "A visit brings {amount} on average. That is known of {priced} of {n} visit.",
        "A visit brings {amount} on average. That is known of {priced} of {n} visits.",
        ticket.visits,
    ).format(
        amount=price(round(ticket.average)), priced=count(texts, ticket.priced), n=count(texts, ticket.visits)
    )


def brought_sentence(texts: Texts, brought: tuple[Brought, ...]) -> str:
    if not brought:
        return texts.gettext(
            "Nobody is noted who brought a friend. Where a customer is greeted, you can note who brought "
            "them."
        )
    stayed = sum(each.stayed for each in brought)
    return texts.ngettext(
        "{n} friend was brought along by your customers; {stayed} came three times or more.",
        "{n} friends were brought along by your customers; {stayed} came three times or more.",
        len(brought),
    ).format(n=count(texts, len(brought)), stayed=count(texts, stayed))


def coming_sentence(texts: Texts, coming: ComingYear, price: Price) -> str:
    if not coming.known:
        sentence = texts.gettext(
            "Too early to say what the next year brings: that takes {days} days and {regulars} regulars. "
            "Until now it is {n} days and {now} regulars."
        )
        return sentence.format(
            days=TOO_YOUNG_DAYS, regulars=TOO_FEW_REGULARS, n=coming.days, now=coming.regulars
        )
    told = (coming.low, coming.high, coming.least, coming.most)
    if coming.in_money:
        sentence = texts.gettext(
            "Half of your {n} regulars may bring between {low} and {high} each in the next year; all of "
            "them together {least} to {most}."
        )
        said = [price(about(round(each))) for each in told]
    else:
        sentence = texts.gettext(
            "Half of your {n} regulars may come between {low} and {high} times in the next year; all of "
            "them together {least} to {most} times."
        )
        said = [count(texts, about(round(each))) for each in told]
    low, high, least, most = said
    return sentence.format(n=count(texts, coming.regulars), low=low, high=high, least=least, most=most)


def owed_sentence(texts: Texts, debt: Debt, price: Price) -> str:
    if not debt.free:
        return texts.gettext("No reward is waiting to be taken: you owe none now.")
    if not debt.priced:
        sentence = texts.ngettext(
            "You owe {n} reward now. What it is worth is not known.",
            "You owe {n} rewards now. What they are worth is not known.",
            debt.free,
        )
    elif debt.priced < debt.free:
        sentence = texts.ngettext(
            "You owe {n} reward now, worth {amount} at least.",
            "You owe {n} rewards now, worth {amount} at least.",
            debt.free,
        )
    else:
        sentence = texts.ngettext(
            "You owe {n} reward now, worth {amount}.", "You owe {n} rewards now, worth {amount}.", debt.free
        )
    return sentence.format(n=count(texts, debt.free), amount=price(debt.worth))


def on_the_way_sentence(texts: Texts, debt: Debt, price: Price) -> str:
    n = debt.on_the_way
    if not n:
        return texts.gettext("No stamps are on the way to another reward.")
    if not debt.way_worth:
        return texts.ngettext(
            "{n} stamp is on the way to the next reward.", "{n} stamps are on the way to the next reward.", n
        ).format(n=count(texts, n))
    return texts.ngettext(
        "{n} stamp is on the way to the next reward: {amount} more, once the card is full.",
        "{n} stamps are on the way to the next reward: {amount} more, once the cards are full.",
        n,
    ).format(n=count(texts, n), amount=price(debt.way_worth))


def saved_sentence(texts: Texts, saved: Saved, price: Price, *, ever: bool) -> str:
    """Of the last year, or of all time."""
    n = saved.rewards
    if not n and ever:
        return texts.gettext("No reward was taken yet.")
    if not n:
        return texts.gettext("No reward was taken in the last year.")
    if not saved.priced:
        sentence = (
            texts.ngettext(
                "{n} reward was taken in all. What it was worth was not noted.",
                "{n} rewards were taken in all. What they were worth was not noted.",
                n,
            )
            if ever
            else texts.ngettext(
                "{n} reward was taken in the last year. What it was worth was not noted.",
                "{n} rewards were taken in the last year. What they were worth was not noted.",
                n,
            )
        )
    elif ever:
        sentence = texts.ngettext(
            "{n} reward was taken in all: you gave {amount}.",
            "{n} rewards were taken in all: you gave {amount}.",
            n,
        )
    else:
        sentence = texts.ngettext(
            "{n} reward was taken in the last year: you gave {amount}.",
            "{n} rewards were taken in the last year: you gave {amount}.",
            n,
        )
    return sentence.format(n=count(texts, n), amount=price(saved.worth))


def face_sentence(texts: Texts, face: Face) -> str:
    n = len(face.people)
    return texts.ngettext(
        "If {name} leaves, {n} regular loses the face they know.",
        "If {name} leaves, {n} regulars lose the face they know.",
        n,
    ).format(name=face.name, n=count(texts, n))


def no_face_sentence(texts: Texts, staff: int) -> str:
    """Where no regular is mostly served by one of the staff."""
    if staff < 2:
        return texts.gettext("Only one person serves here, so everybody knows the same face.")
    return texts.gettext("No regular is served mostly by one of you: everybody knows several faces.")


def brought_line(texts: Texts, each: Brought, referrer: str) -> str:
    """Beside a friend's name: who brought them, and how often they came."""
    if not each.visits:
        return texts.gettext("Brought by {name}. Has not come yet.").format(name=referrer)
    return texts.ngettext(
        "Brought by {name}. Came {n} time.", "Brought by {name}. Came {n} times.", each.visits
    ).format(name=referrer, n=count(texts, each.visits))


def coming_line(texts: Texts, expected: float, price: Price, *, in_money: bool) -> str:
    """Beside a regular's name: what is likely of them."""
    likely = about(round(expected))
    if in_money:
        return texts.gettext("About {amount} in the next year").format(amount=price(likely))
    return texts.ngettext(
        "About {n} time in the next year", "About {n} times in the next year", likely
    ).format(n=count(texts, likely))


def owing_line(texts: Texts, owing: Owing, price: Price) -> str:
    """Beside a name: the rewards that are ready, and their worth where it is known."""
    if owing.worth:
        said = texts.ngettext(
            "{n} reward ready, worth {amount}", "{n} rewards ready, worth {amount}", owing.free
        )
    else:
        said = texts.ngettext("{n} reward ready", "{n} rewards ready", owing.free)
    return said.format(n=owing.free, amount=price(owing.worth))
