"""Forgetting people, keeping them, and what they agreed to, in sentences for the manager."""

from __future__ import annotations

from zoneinfo import ZoneInfo

from frontdesk.domain.days import day_at
from frontdesk.domain.privacy.consents import PurposeFigures, WordingUsed
from frontdesk.domain.privacy.erasing import ErasedMany, ErasedPerson, ErasurePlan, Standing, WhyErased
from frontdesk.domain.privacy.retention import Silent, SilentPeople
from frontdesk.domain.trust.backups import OLDEST
from frontdesk.texts import CUSTOMER_LANGUAGES, Texts
from frontdesk.wording.dates import full_date


def what_goes(texts: Texts, plan: ErasurePlan) -> tuple[str, ...]:
    """Line by line, and only what there is."""
    theirs = plan.theirs
    counted = (
        (theirs.photos, texts.ngettext("{n} photo", "{n} photos", theirs.photos)),
        (theirs.notes, texts.ngettext("{n} thing you noted", "{n} things you noted", theirs.notes)),
        (
            theirs.requests,
            texts.ngettext("the words of {n} request", "the words of {n} requests", theirs.requests),
        ),
        (
            theirs.complaints,
            texts.ngettext("the words of {n} complaint", "the words of {n} complaints", theirs.complaints),
        ),
        (
            theirs.answers,
            texts.ngettext(
                "the words of {n} answer to a feedback card",
                "the words of {n} answers to feedback cards",
                theirs.answers,
            ),
        ),
        (
            theirs.follow_ups,
            texts.ngettext("the words of {n} follow-up", "the words of {n} follow-ups", theirs.follow_ups),
        ),
        (
            theirs.pictures,
            texts.ngettext(
                "{n} picture of what they asked for", "{n} pictures of what they asked for", theirs.pictures
            ),
        ),
        (
            theirs.others,
            texts.ngettext(
                "{n} other note about them, such as why they were silent",
                "{n} other notes about them, such as why they were silent",
                theirs.others,
            ),
        ),
    )
    return (
        texts.gettext("Name, telephone, e-mail and birthday, and every way to find them in the search"),
        *(said.format(n=count) for count, said in counted if count),
        texts.gettext("The code on their card: scanned, it leads to nobody"),
    )


def what_stays(texts: Texts, plan: ErasurePlan) -> tuple[str, ...]:
    """What the sums of the shop need; it says of nobody who it was."""
    theirs = plan.theirs
    visits = texts.ngettext("{n} visit, by its day", "{n} visits, by their day", theirs.visits)
    entries = texts.ngettext(
        "{n} entry of stamps and rewards, so that the shop's sums stay right",
        "{n} entries of stamps and rewards, so that the shop's sums stay right",
        theirs.entries,
    )
    consents = texts.ngettext(
        "{n} yes or no to what you asked to keep or send, as proof of what was agreed",
        "{n} times yes or no to what you asked to keep or send, as proof of what was agreed",
        theirs.consents,
    )
    return (
        visits.format(n=theirs.visits),
        entries.format(n=theirs.entries),
        *((consents.format(n=theirs.consents),) if theirs.consents else ()),
        texts.gettext("That somebody was erased, when, and by whom"),
    )


def records_sentence(texts: Texts, plan: ErasurePlan) -> str:
    """That records which were joined go together; nothing where there is one."""
    n = plan.theirs.records - 1
    if n <= 0:
        return ""
    said = texts.ngettext(
        "{n} other record was joined with this one. It is erased with it.",
        "{n} other records were joined with this one. They are erased with it.",
        n,
    )
    return said.format(n=n)


def standing_sentence(texts: Texts, standing: Standing) -> str:
    """What would be owed to nobody; nothing where nothing is open."""
    counted = (
        (standing.rewards, texts.ngettext("{n} reward is ready", "{n} rewards are ready", standing.rewards)),
        (standing.passes, texts.ngettext("{n} pass is valid", "{n} passes are valid", standing.passes)),
        (
            standing.requests,
            texts.ngettext("{n} request is open", "{n} requests are open", standing.requests),
        ),
        (
            standing.complaints,
            texts.ngettext(
                "{n} complaint is not put right", "{n} complaints are not put right", standing.complaints
            ),
        ),
        (
            standing.collecting,
            texts.ngettext(
                "{n} other customer collects on their card",
                "{n} other customers collect on their card",
                standing.collecting,
            ),
        ),
    )
    return ", ".join(said.format(n=count) for count, said in counted if count)


def elsewhere_sentence(texts: Texts, plan: ErasurePlan) -> str:
    """Words about others in which the name stands, too; nothing where there are none."""
    if not plan.elsewhere:
        return ""
    said = texts.ngettext(
        "The name also stands in {n} note about somebody or something else. It stays: look it up and "
        "change it there if it means this person.",
        "The name also stands in {n} notes about somebody or something else. They stay: look them up and "
        "change them there if they mean this person.",
        plan.elsewhere,
    )
    return said.format(n=plan.elsewhere)


def backups_sentence(texts: Texts, until: int, zone: ZoneInfo) -> str:
    """Until when a backup has the name."""
    if not until:
        return texts.gettext("No backup has the name.")
    return texts.gettext(
        "Backups that were made before have the name until {date}; then the last of them is gone. If one of "
        "them is brought back before, the person is erased again at once."
    ).format(date=full_date(texts, day_at(until, zone)))


def files_sentence(texts: Texts) -> str:
    """What nobody can erase from here."""
    return texts.gettext(
        "Files that were saved from here before (everything about them, lists, everything of the shop) still "
        "hold them. Those are yours to delete."
    )


def erased_sentence(texts: Texts, done: ErasedMany) -> str:
    """What came of it, and what is left to do."""
    said = texts.ngettext(
        "{n} person is forgotten: nothing in the shop's folder tells who it was.",
        "{n} people are forgotten: nothing in the shop's folder tells who they were.",
        done.erased,
    )
    if done.practice:
        said = texts.ngettext(
            "{n} person is forgotten. The practice that is open still shows them: that goes when it ends.",
            "{n} people are forgotten. The practice that is open still shows them: that goes when it ends.",
            done.erased,
        )
    if not done.clean:
        said = texts.ngettext(
            "{n} person is forgotten. The last traces are cleared at the next start.",
            "{n} people are forgotten. The last traces are cleared at the next start.",
            done.erased,
        )
    return f"{said.format(n=done.erased)} {files_sentence(texts)}"


def erased_line(texts: Texts, person: ErasedPerson, zone: ZoneInfo) -> tuple[str, str]:
    """One who was forgotten: when, and why and by whom; until when a backup can have the name."""
    when = full_date(texts, day_at(person.at, zone))
    until = full_date(texts, day_at(person.at + OLDEST, zone))
    if person.again:
        why = texts.gettext("once more, after an older backup was brought back")
    elif person.why is WhyErased.ASKED:
        why = texts.gettext("erased by {name}").format(name=person.by)
    else:
        why = texts.gettext("silent for long; erased by {name}").format(name=person.by)
    backups = texts.gettext("older backups have the name until {date} at the latest").format(date=until)
    return when, f"{why} · {backups}"


def years_option(texts: Texts, years: int | None) -> str:
    """For how long people are kept, as the owner chooses it."""
    if years is None:
        return texts.gettext("never: keep everybody")
    return texts.ngettext("for {n} year", "for {n} years", years).format(n=years)


def rules_sentence(texts: Texts, years: int | None) -> str:
    """What holds from now on."""
    if years is None:
        return texts.gettext("From now on nobody is proposed.")
    return texts.ngettext(
        "From now on whoever was not here for {n} year is proposed.",
        "From now on whoever was not here for {n} years is proposed.",
        years,
    ).format(n=years)


def silent_summary(texts: Texts, people: SilentPeople) -> str:
    """How many are proposed, or why nobody is."""
    if people.years is None:
        return texts.gettext("Nobody is proposed: people are kept until you erase them yourself.")
    if people.too_young:
        said = texts.ngettext(
            "The shop has not been open for {n} year yet. Whoever is silent for so long will stand here.",
            "The shop has not been open for {n} years yet. Whoever is silent for so long will stand here.",
            people.years,
        )
        return said.format(n=people.years)
    if not people.proposed and not people.held:
        said = texts.ngettext(
            "Everybody has been here within the last year, or is kept for now.",
            "Everybody has been here within the last {n} years, or is kept for now.",
            people.years,
        )
        return said.format(n=people.years)
    count = len(people.proposed)
    said = texts.ngettext(
        "{n} person has not been here for so long, and nothing is open between you.",
        "{n} people have not been here for so long, and nothing is open between you.",
        count,
    )
    return said.format(n=count)


def silent_since(texts: Texts, silent: Silent, zone: ZoneInfo) -> str:
    """When they were last heard of, and what holds them back."""
    last = texts.gettext("last here on {date}").format(date=full_date(texts, day_at(silent.last_at, zone)))
    held = standing_sentence(texts, silent.standing)
    return f"{last} · {held}" if held else last


def said_yes(texts: Texts, figures: PurposeFigures) -> str:
    n = len(figures.agreed)
    return texts.ngettext("{n} person said yes.", "{n} people said yes.", n).format(n=n)


def said_no(texts: Texts, figures: PurposeFigures) -> str:
    n = len(figures.refused)
    return texts.ngettext(
        "{n} person said no, or took it back.", "{n} people said no, or took it back.", n
    ).format(n=n)


def never_asked(texts: Texts, figures: PurposeFigures) -> str:
    n = len(figures.unasked)
    return texts.ngettext("{n} person was never asked.", "{n} people were never asked.", n).format(n=n)


def wording_line(texts: Texts, used: WordingUsed, zone: ZoneInfo) -> str:
    """In which language it was asked, how often, and when."""
    first, last = (full_date(texts, day_at(at, zone)) for at in (used.first_at, used.last_at))
    said = texts.ngettext(
        "{language} · agreed to {n} time, from {first} to {last}",
        "{language} · agreed to {n} times, from {first} to {last}",
        used.times,
    )
    language = CUSTOMER_LANGUAGES.get(used.language, used.language)
    return said.format(language=language, n=used.times, first=first, last=last)


def silent_news(texts: Texts, n: int) -> str:
    """The quiet line for the manager."""
    return texts.ngettext(
        "{n} person has not been here for long: keep or erase them?",
        "{n} people have not been here for long: keep or erase them?",
        n,
    ).format(n=n)
