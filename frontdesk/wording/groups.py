"""What is said of a shared card and of who shares it."""

from __future__ import annotations

from frontdesk.domain.loyalty.cards import CardView
from frontdesk.domain.loyalty.groups import Group, GroupOutcome
from frontdesk.domain.loyalty.stamping import StampOutcome
from frontdesk.texts import Texts

_NAMED = 4


def shares_sentence(texts: Texts, group: Group, card: CardView | None) -> str:
    """On whose card a member collects, and how it stands."""
    holder = group.holder.address
    if card is None or not card.goal:
        return texts.gettext("Shares the card of {holder}").format(holder=holder)
    if card.offers:
        return texts.gettext("Shares the card of {holder}: a reward is ready").format(holder=holder)
    return texts.gettext("Shares the card of {holder} ({n} of {goal})").format(
        holder=holder, n=card.balance, goal=card.goal
    )


def shared_by_sentence(texts: Texts, group: Group) -> str:
    """Who collects on this card."""
    names = [member.address for member in group.members[:_NAMED]]
    said, more = ", ".join(names), len(group.members) - _NAMED
    if more > 0:
        return texts.ngettext(
            "Shared by {names} and {n} more", "Shared by {names} and {n} more", more
        ).format(names=said, n=more)
    return texts.gettext("Shared by {names}").format(names=said)


def shared_stamp_sentence(texts: Texts, outcome: StampOutcome, member: str, holder: str) -> str:
    """A stamp went to the shared card."""
    card = outcome.card
    if card.offers:
        return texts.ngettext(
            "{member}: {n} stamp for {holder}. A reward is ready.",
            "{member}: {n} stamps for {holder}. A reward is ready.",
            outcome.stamps,
        ).format(member=member, holder=holder, n=outcome.stamps)
    return texts.ngettext(
        "{member}: {n} stamp for {holder} ({balance} of {goal}).",
        "{member}: {n} stamps for {holder} ({balance} of {goal}).",
        outcome.stamps,
    ).format(member=member, holder=holder, n=outcome.stamps, balance=card.balance, goal=card.goal)


def shared_reward_sentence(texts: Texts, member: str, holder: str) -> str:
    """A reward was taken from the shared card."""
    return texts.gettext("{member} took a reward from the card of {holder}.").format(
        member=member, holder=holder
    )


def membership_sentence(texts: Texts, outcome: GroupOutcome) -> str:
    """Somebody joined, or left."""
    if outcome.joined:
        said = texts.gettext("{member} shares the card of {holder} now.")
    else:
        said = texts.gettext("{member} no longer shares the card of {holder}.")
    return said.format(member=outcome.member.address, holder=outcome.holder.address)
