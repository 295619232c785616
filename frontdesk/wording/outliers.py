"""The outlier report in words for the owner: the numbers, and what to look at first. Nobody is accused."""

from __future__ import annotations

from collections.abc import Mapping

from frontdesk.domain.trust.outliers.facts import Finding, FindingKind, OutlierReport
from frontdesk.texts import Texts
from frontdesk.wording.dates import full_date


def finding_sentence(
    texts: Texts, finding: Finding, staff: Mapping[int, str], customers: Mapping[int, str]
) -> str:
    """What was seen, what is usual, and since when. The mappings give names to ids."""
    return _sentences(texts)[finding.kind].format(
        staff=staff.get(finding.staff_id or 0, ""),
        card=customers.get(finding.customer_ids[0], "") if finding.customer_ids else "",
        count=finding.count,
        of=finding.out_of,
        days=finding.days,
        share=finding.staff_share,
        whole=len(finding.entry_ids),
        usual=usual_number(finding.usual),
        since=full_date(texts, finding.first_day),
    )


def look_first_sentence(texts: Texts, finding: Finding) -> str:
    """Where an honest explanation would show, or fail to."""
    return {
        FindingKind.BUSY_CARD: texts.gettext(
            "Look first at whether this is one person: a family, an office or a new regular can be behind it."
        ),
        FindingKind.ONE_PAIR: texts.gettext(
            "Look first at whether this customer is really there at those shifts; "
            "a regular with the same hours looks alike."
        ),
        FindingKind.BURST: texts.gettext(
            "Look first at the receipts of that hour: a group may have bought on one card."
        ),
        FindingKind.ODD_HOURS: texts.gettext(
            "Look first at whether the shop was open then, and whether this computer's clock was right."
        ),
        FindingKind.GOODWILL: texts.gettext(
            "Look first at whom the goodwill went to, and ask what had gone wrong on those days."
        ),
        FindingKind.REWARDS_UNDONE: texts.gettext(
            "Look first at whether something left the counter before each reward was taken back."
        ),
        FindingKind.FILLED_AND_REDEEMED: texts.gettext(
            "Look first at the receipts of those days: so many purchases must be on them."
        ),
    }[finding.kind]


def nothing_sentence(texts: Texts, report: OutlierReport, days: int) -> str:
    """What to say where there is no finding: nothing was unusual, or it is too early to tell."""
    if report.enough:
        return texts.ngettext(
            "Nothing unusual in the last day.", "Nothing unusual in the last {n} days.", days
        ).format(n=days)
    early = texts.ngettext(
        "Not enough yet: the ledger knows {n} day, and what is usual shows after {needed}.",
        "Not enough yet: the ledger knows {n} days, and what is usual shows after {needed}.",
        report.known_days,
    ).format(n=report.known_days, needed=report.needed_days)
    meanwhile = texts.gettext(
        "Until then nothing is found here, whatever is given. Look at the day-close slip under “Data and "
        "backups” each evening: it tells for each of the staff what came from tickets, power-cut sheets and "
        "paper cards."
    )
    return f"{early} {meanwhile}"


def usual_number(value: float) -> str:
    """A mean for people: whole from ten on, with one digit below; never a bare 0."""
    if value >= 10:
        return f"{value:.0f}"
    return f"{max(value, 0.1):.1f}"


def _sentences(texts: Texts) -> dict[FindingKind, str]:
    return {
        FindingKind.BUSY_CARD: texts.gettext(
            "{card}'s card was stamped {count} times in {days} days; the busiest other card usually has "
            "{usual}. {share} of its last {whole} stamps are by {staff}. It began about {since}."
        ),
        FindingKind.ONE_PAIR: texts.gettext(
            "{staff} stamped {card}'s card at {count} of {of} shifts; by the hours at which others come, "
            "{usual} would be usual. It began about {since}."
        ),
        FindingKind.BURST: texts.gettext(
            "{card}'s card got {count} stamps within an hour on {since}; the most on one card in a week "
            "is usually {usual}. {staff} gave most of them."
        ),
        FindingKind.ODD_HOURS: texts.gettext(
            "{staff} gave {count} of {of} stamps at hours when the shop is usually closed; {usual} would be "
            "usual. The first was on {since}."
        ),
        FindingKind.GOODWILL: texts.gettext(
            "{staff} gave goodwill {count} times among {of} stamps; as the others do it, {usual} would be "
            "usual. The first was on {since}."
        ),
        FindingKind.REWARDS_UNDONE: texts.gettext(
            "{staff} took {count} of {of} rewards back; as the others do it, {usual} would be usual. "
            "The first was on {since}."
        ),
        FindingKind.FILLED_AND_REDEEMED: texts.gettext(
            "{staff} filled a card and redeemed it on the same day, at {count} of {of} rewards; as the "
            "others do it, {usual} would be usual. The first was on {since}."
        ),
    }
