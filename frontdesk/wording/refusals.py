"""Refusals as sentences for staff: what was not done, and the nearest thing that helps."""

from frontdesk.domain.loyalty import MAX_STAMPS_AT_ONCE
from frontdesk.domain.refusals import RefusalCode, Refused, Remedy
from frontdesk.texts import Texts
from frontdesk.wording.faults import input_sentence

__all__ = ["input_sentence", "refusal_sentence", "remedy_name"]


def refusal_sentence(texts: Texts, refused: Refused) -> str:
    """Why an act was not done. Never shown to a customer."""
    if refused.code is RefusalCode.STAMPS_SHORT and "short" in refused.facts:
        short = refused.facts["short"]
        return texts.ngettext(
            "{n} more stamp, and the reward is ready.", "{n} more stamps, and the reward is ready.", short
        ).format(n=short)
    if refused.code is RefusalCode.TOO_MANY_AT_ONCE:
        most = refused.facts.get("most", MAX_STAMPS_AT_ONCE)
        return texts.ngettext(
            "Only {n} at a time. Do the rest after it.", "Up to {n} at a time. Do the rest after them.", most
        ).format(n=most)
    return _at_the_card(texts, refused.code) or _elsewhere(texts, refused.code)


def remedy_name(texts: Texts, remedy: Remedy) -> str:
    """What the button says that leads to the remedy."""
    return {
        Remedy.ADD_STAMPS: texts.gettext("Add stamps"),
        Remedy.CALL_MANAGER: texts.gettext("Call the manager"),
        Remedy.REISSUE_CARD: texts.gettext("New card"),
        Remedy.SEARCH_BY_NAME: texts.gettext("Search by name"),
        Remedy.ASK_CONSENT: texts.gettext("Ask for consent"),
        Remedy.OPEN_SETTINGS: texts.gettext("Open settings"),
    }[remedy]


def _at_the_card(texts: Texts, code: RefusalCode) -> str:
    return {
        RefusalCode.STAMPS_SHORT: texts.gettext("Not enough stamps for a reward yet. Add stamps first."),
        RefusalCode.PROGRAMME_RETIRED: texts.gettext(
            "This programme has ended. Use another of the customer's cards."
        ),
        RefusalCode.NO_PROGRAMME: texts.gettext("There is no stamp programme yet. Make one in the settings."),
        RefusalCode.ALREADY_UNDONE: texts.gettext("That is undone already. Nothing more to do."),
        RefusalCode.NOTHING_TO_UNDO: texts.gettext("There is nothing to undo here."),
        RefusalCode.UNKNOWN_CODE: texts.gettext("This is not a card of this shop. Search by name or phone."),
        RefusalCode.FEEDBACK_CODE: texts.gettext(
            "This is a feedback card, not a member card. Search by name or phone."
        ),
        RefusalCode.CODE_REVOKED: texts.gettext(
            "A newer card has taken the place of this one. Search by name, or print a new card."
        ),
    }.get(code, "")


def _elsewhere(texts: Texts, code: RefusalCode) -> str:
    return {
        RefusalCode.UNKNOWN_CUSTOMER: texts.gettext("This customer is no longer here. Search by name."),
        RefusalCode.WRONG_STATE: texts.gettext(
            "This request has moved on meanwhile. Look at it again, then choose its next step."
        ),
        RefusalCode.UNKNOWN_REQUEST: texts.gettext("This request is no longer here. Look at the list again."),
        RefusalCode.SAME_PERSON: texts.gettext(
            "These two are one record already. Choose two different ones."
        ),
        RefusalCode.NOT_MERGED: texts.gettext(
            "These records are not merged. There is nothing to take apart."
        ),
        RefusalCode.NO_PHOTO_CONSENT: texts.gettext(
            "A photo needs the customer's yes. Ask, tick the box, then take it."
        ),
        RefusalCode.ONLY_MANAGER: texts.gettext("Only the manager can do this. Please call the manager."),
        RefusalCode.NO_FEEDBACK_LINK: texts.gettext(
            "A feedback card needs the link that it leads to. Set it in the settings, then print."
        ),
    }[code]
