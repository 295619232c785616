"""What was given and taken at the till, counted."""

from __future__ import annotations

from frontdesk.domain.trust.deeds import Deed
from frontdesk.texts import Texts


def with_stamps(texts: Texts, deed: Deed) -> str:
    """The sentence of an act that gave, took or moved something, yet to be filled; empty for any other."""
    n = deed.facts.number
    if not n:
        return _without_a_stamp(texts, deed)
    match deed.kind:
        case "STAMP":
            return _stamped(texts, deed, n)
        case "GOODWILL":
            return _goodwill(texts, deed, n)
        case "REDEEM":
            return texts.ngettext(
                "{staff} gave {customer} a reward for {n} stamp: {what}",
                "{staff} gave {customer} a reward for {n} stamps: {what}",
                n,
            )
        case "SELL_PASS":
            return texts.gettext("{staff} sold {what} to {customer}")
        case "USE_PASS":
            return texts.gettext("{staff} took a visit from {customer}'s {what}")
        case "EXPIRE":
            return texts.ngettext(
                "{n} stamp of {customer} ended by its rule", "{n} stamps of {customer} ended by their rule", n
            )
        case "MOVE":
            return texts.ngettext(
                "{staff} moved {n} stamp from {other} to {customer}",
                "{staff} moved {n} stamps from {other} to {customer}",
                n,
            )
        case _:
            return _from_paper(texts, deed, n)


def _stamped(texts: Texts, deed: Deed, n: int) -> str:
    """For what was bought, as far as that was noted, on which card, where the shop has several."""
    match bool(deed.facts.card), bool(deed.facts.what):
        case True, True:
            return texts.ngettext(
                "{staff} gave {customer} {n} stamp on the card “{card}”, for {what}",
                "{staff} gave {customer} {n} stamps on the card “{card}”, for {what}",
                n,
            )
        case True, False:
            return texts.ngettext(
                "{staff} gave {customer} {n} stamp on the card “{card}”",
                "{staff} gave {customer} {n} stamps on the card “{card}”",
                n,
            )
        case False, True:
            return texts.ngettext(
                "{staff} gave {n} stamp to {customer} for {what}",
                "{staff} gave {n} stamps to {customer} for {what}",
                n,
            )
    return texts.ngettext("{staff} gave {n} stamp to {customer}", "{staff} gave {n} stamps to {customer}", n)


def _goodwill(texts: Texts, deed: Deed, n: int) -> str:
    if deed.facts.what:
        return texts.ngettext(
            "{staff} gave {n} stamp to {customer} as a thank-you: {what}",
            "{staff} gave {n} stamps to {customer} as a thank-you: {what}",
            n,
        )
    return texts.ngettext(
        "{staff} gave {n} stamp to {customer} as a thank-you",
        "{staff} gave {n} stamps to {customer} as a thank-you",
        n,
    )


def _from_paper(texts: Texts, deed: Deed, n: int) -> str:
    match deed.kind:
        case "ADOPT":
            return texts.ngettext(
                "{staff} took over {n} stamp from a paper card of {customer}",
                "{staff} took over {n} stamps from a paper card of {customer}",
                n,
            )
        case "CLAIM":
            return texts.ngettext(
                "{staff} gave {n} stamp of a waiting ticket to {customer}",
                "{staff} gave {n} stamps of a waiting ticket to {customer}",
                n,
            )
        case "KEY_IN":
            return texts.ngettext(
                "{staff} keyed in {n} stamp of {customer} from a power-cut sheet",
                "{staff} keyed in {n} stamps of {customer} from a power-cut sheet",
                n,
            )
        case _:
            return ""


def _without_a_stamp(texts: Texts, deed: Deed) -> str:
    """The act is there, and gave nothing: a cap held it back, or the sum does not earn one yet."""
    if deed.kind == "STAMP" and deed.facts.what:
        return texts.gettext("{staff} noted what {customer} bought: {what}")
    return {
        "STAMP": texts.gettext("{staff} noted what {customer} bought"),
        "GOODWILL": texts.gettext("{staff} thanked {customer}"),
        "REDEEM": texts.gettext("{staff} gave {customer} a reward"),
        "SELL_PASS": texts.gettext("{staff} sold {customer} a pass"),
        "USE_PASS": texts.gettext("{staff} used a pass of {customer}"),
        "EXPIRE": texts.gettext("Stamps of {customer} ended by their rule"),
        "MOVE": texts.gettext("{staff} moved a visit to {customer}"),
        "ADOPT": texts.gettext("{staff} took over a paper card of {customer}"),
        "CLAIM": texts.gettext("{staff} gave a waiting ticket to {customer}"),
        "KEY_IN": texts.gettext("{staff} keyed in a line of a power-cut sheet for {customer}"),
    }.get(deed.kind, "")
