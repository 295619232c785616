"""Refusals as sentences for staff: what was not done, and the nearest thing that helps."""

from datetime import date

from frontdesk.domain.loyalty.cards import CardView
from frontdesk.domain.loyalty.programmes import Basis
from frontdesk.domain.loyalty.stamping import MAX_STAMPS_AT_ONCE
from frontdesk.domain.refusals import RefusalCode, Refused, Remedy
from frontdesk.texts import Texts
from frontdesk.wording.dates import full_date
from frontdesk.wording.faults import input_sentence

__all__ = ["enough_sentence", "input_sentence", "refusal_sentence", "remedy_name", "slip_sentence"]


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
    if refused.code is RefusalCode.LEFT_US:
        return _left_us(texts, refused)
    if refused.code is RefusalCode.PIN_WAITS:
        return _pin_waits(texts, refused.facts.get("seconds", 1))
    return (
        _at_a_limit(texts, refused)
        or _of_a_programme(texts, refused.code)
        or _of_a_reward(texts, refused.code)
        or _of_what_was_done(texts, refused.code)
        or _of_a_code(texts, refused.code)
        or _of_feedback(texts, refused.code)
        or _with_a_pass(texts, refused)
        or _gone_on(texts, refused.code)
        or _elsewhere(texts, refused.code)
    )


def _left_us(texts: Texts, refused: Refused) -> str:
    if "day" not in refused.facts:
        return texts.gettext("They left us. What was on their card is still theirs.")
    left = full_date(texts, date.fromordinal(refused.facts["day"]))
    return texts.gettext("They left us on {date}. What was on their card is still theirs.").format(date=left)


def _pin_waits(texts: Texts, seconds: int) -> str:
    if seconds < 90:
        return texts.ngettext(
            "Too many wrong PINs. Wait {n} second, then try again.",
            "Too many wrong PINs. Wait {n} seconds, then try again.",
            seconds,
        ).format(n=seconds)
    minutes = -(-seconds // 60)
    return texts.ngettext(
        "Too many wrong PINs. Wait {n} minute, then try again.",
        "Too many wrong PINs. Wait {n} minutes, then try again.",
        minutes,
    ).format(n=minutes)


def enough_sentence(texts: Texts, card: CardView, at: int) -> str:
    """Why the card that is shown takes no more stamps, where that is known: ENOUGH_FOR_NOW."""
    name = card.programme.look.names.speak(texts.language)
    if card.programme.terms_at(at).accrual.basis is Basis.VISIT:
        return texts.gettext("{card}: today's visit has its stamp already.").format(card=name)
    return texts.gettext("{card}: no more stamps for now.").format(card=name)


def slip_sentence(texts: Texts) -> str:
    """An amount was typed that can only be a slip of the keys."""
    return texts.gettext("That is more than one visit can be. Check the amount.")


def remedy_name(texts: Texts, remedy: Remedy) -> str:
    """What the button says that leads to the remedy."""
    return {
        Remedy.ADD_STAMPS: texts.gettext("Add stamps"),
        Remedy.GIVE_GOODWILL: texts.gettext("Give a stamp as a thank-you"),
        Remedy.CHOOSE_ANOTHER: texts.gettext("Choose another"),
        Remedy.RENEW_PASS: texts.gettext("Renew"),
        Remedy.CALL_MANAGER: texts.gettext("Call the manager"),
        Remedy.ENTER_PIN: texts.gettext("Enter the PIN"),
        Remedy.REISSUE_CARD: texts.gettext("New card"),
        Remedy.SEARCH_BY_NAME: texts.gettext("Search by name"),
        Remedy.ASK_CONSENT: texts.gettext("Ask for consent"),
        Remedy.OPEN_SETTINGS: texts.gettext("Open settings"),
        Remedy.WELCOME_BACK: texts.gettext("Welcome back"),
    }[remedy]


def _of_a_programme(texts: Texts, code: RefusalCode) -> str:
    return {
        RefusalCode.PROGRAMME_RETIRED: texts.gettext(
            "This programme has ended. Use another of the customer's cards."
        ),
        RefusalCode.PROGRAMME_NOT_BEGUN: texts.gettext(
            "This programme has not begun yet. Use another of the customer's cards."
        ),
        RefusalCode.ENOUGH_FOR_NOW: texts.gettext(
            "This card takes no more stamps for now. A stamp can still be given as a thank-you."
        ),
        RefusalCode.NOT_EARNED_THIS_WAY: texts.gettext(
            "No stamp card counts this. Add stamps with the button, or set it up in the settings."
        ),
        RefusalCode.NO_PROGRAMME: texts.gettext("There is no stamp programme yet. Make one in the settings."),
    }.get(code, "")


def _of_a_reward(texts: Texts, code: RefusalCode) -> str:
    return {
        RefusalCode.STAMPS_SHORT: texts.gettext("Not enough stamps for a reward yet. Add stamps first."),
        RefusalCode.REDEEMING_OVER: texts.gettext(
            "The last day for this card's rewards is over. The manager can set a later one."
        ),
        RefusalCode.NO_SUCH_REWARD: texts.gettext(
            "This reward is no longer on the card. Choose one of those that are."
        ),
        RefusalCode.NOT_THIS_PRODUCT: texts.gettext("The reward is not for this. Choose something else."),
    }.get(code, "")


def _of_what_was_done(texts: Texts, code: RefusalCode) -> str:
    return {
        RefusalCode.NOTHING_TO_MOVE: texts.gettext(
            "Nothing here can be given to somebody else. It was taken back, or it is a reward."
        ),
        RefusalCode.UNKNOWN_PRODUCT: texts.gettext(
            "This is not among the shop's products. Choose something else."
        ),
        RefusalCode.TICKET_GONE: texts.gettext(
            "Somebody was quicker: this ticket has a face already, or was put away."
        ),
        RefusalCode.NO_SUCH_LINE: texts.gettext("There is no such line on this sheet. Look at its number."),
        RefusalCode.NOT_YET: texts.gettext("That time has not come yet. Look at the day and the time."),
        RefusalCode.BEFORE_THE_SHEET: texts.gettext(
            "The sheet was not printed yet by then. Look at the day, the time and the number of the sheet."
        ),
        RefusalCode.TOO_LONG_AGO: texts.gettext(
            "That is too long ago to be keyed in. The manager can give the stamps as a thank-you."
        ),
        RefusalCode.IN_A_GROUP: texts.gettext(
            "One of the two shares a card in another group already. They must leave that first."
        ),
        RefusalCode.NO_GROUP: texts.gettext("This customer shares no card now. Add the stamp to their own."),
        RefusalCode.ALREADY_ADOPTED: texts.gettext(
            "A paper card was taken over here already. Was the number wrong? Undo that first."
        ),
        RefusalCode.CARD_IN_USE: texts.gettext(
            "They have collected here before today. Only the manager can add a paper card now."
        ),
        RefusalCode.ALREADY_BROUGHT: texts.gettext(
            "It is noted already who brought this customer along. Undo that first."
        ),
        RefusalCode.BROUGHT_THEM: texts.gettext(
            "It is noted the other way round: this friend brought them along. Undo that first."
        ),
        RefusalCode.ALREADY_UNDONE: texts.gettext("That is undone already. Nothing more to do."),
        RefusalCode.NOTHING_TO_UNDO: texts.gettext("There is nothing to undo here."),
        RefusalCode.NAME_TAKEN: texts.gettext("Another one has this name already. Give it another name."),
    }.get(code, "")


def _of_a_code(texts: Texts, code: RefusalCode) -> str:
    return {
        RefusalCode.UNKNOWN_CODE: texts.gettext("This is not a card of this shop. Search by name or phone."),
        RefusalCode.FEEDBACK_CODE: texts.gettext(
            "This is a feedback card, not a member card. Search by name or phone."
        ),
        RefusalCode.CODE_REVOKED: texts.gettext(
            "A newer card has taken the place of this one. Search by name, or print a new card."
        ),
        RefusalCode.STAFF_CODE: texts.gettext(
            "This is a card of the staff: scanned at the counter, it hands the till over."
        ),
        RefusalCode.STAFF_CARD_REVOKED: texts.gettext(
            "This staff card works no longer: it was given up, or a newer one took its place."
        ),
    }.get(code, "")


def _at_a_limit(texts: Texts, refused: Refused) -> str:
    most = refused.facts.get("most", 0)
    match refused.code:
        case RefusalCode.CARD_LIMIT:
            return texts.ngettext(
                "The shop's limit is {n} stamp for one customer in this time. The manager can give more.",
                "The shop's limit is {n} stamps for one customer in this time. The manager can give more.",
                most,
            ).format(n=most)
        case RefusalCode.STAFF_LIMIT:
            return texts.ngettext(
                "The limit is {n} stamp a day for each of the staff. The manager can give more.",
                "The limit is {n} stamps a day for each of the staff. The manager can give more.",
                most,
            ).format(n=most)
        case RefusalCode.PAPER_LIMIT:
            return texts.ngettext(
                "The limit is {n} stamp a day from paper cards for each of the staff. "
                "The manager can take over more.",
                "The limit is {n} stamps a day from paper cards for each of the staff. "
                "The manager can take over more.",
                most,
            ).format(n=most)
        case RefusalCode.GOODWILL_SPENT:
            return texts.ngettext(
                "The limit is {n} stamp a day as a thank-you. The manager can give more.",
                "The limit is {n} stamps a day as a thank-you. The manager can give more.",
                most,
            ).format(n=most)
        case RefusalCode.SURPRISES_SPENT:
            return texts.ngettext(
                "This week's {n} surprise is given. There are new ones as the days go by.",
                "This week's {n} surprises are given. There are new ones as the days go by.",
                most,
            ).format(n=most)
        case RefusalCode.TOO_DEAR:
            return texts.gettext("The reward is for something that costs less. Choose something else.")
        case _:
            return ""


def _with_a_pass(texts: Texts, refused: Refused) -> str:
    left = refused.facts.get("left", 0)
    if refused.code is RefusalCode.PASS_USED_UP and left:
        return texts.ngettext(
            "Only {n} visit is left on the pass. Renew it, or let fewer people in on it.",
            "Only {n} visits are left on the pass. Renew it, or let fewer people in on it.",
            left,
        ).format(n=left)
    return {
        RefusalCode.NO_PASS: texts.gettext("This customer has no pass here yet. Sell one first."),
        RefusalCode.PASS_OVER: texts.gettext("The pass has ended. Renew it, and the visit counts."),
        RefusalCode.PASS_USED_UP: texts.gettext("All visits of the pass are used. Renew it, and go on."),
    }.get(refused.code, "")


def _gone_on(texts: Texts, code: RefusalCode) -> str:
    """What somebody else did first, to what is on the lists."""
    return {
        RefusalCode.WRONG_STATE: texts.gettext(
            "This request has moved on meanwhile. Look at it again, then choose its next step."
        ),
        RefusalCode.MOVED_ON: texts.gettext(
            "Somebody has gone on with this meanwhile. Look at it again before you take it back."
        ),
        RefusalCode.UNKNOWN_REQUEST: texts.gettext("This request is no longer here. Look at the list again."),
        RefusalCode.FACT_GONE: texts.gettext(
            "This was changed meanwhile. Look again at what is known of them."
        ),
        RefusalCode.UNKNOWN_FOLLOW_UP: texts.gettext(
            "This follow-up is no longer here. Look at the list again."
        ),
        RefusalCode.FOLLOW_UP_OVER: texts.gettext(
            "Somebody was quicker: this was done already, or put away. Look at the list again."
        ),
        RefusalCode.UNKNOWN_RECOVERY: texts.gettext(
            "This complaint is no longer here. Look at the list again."
        ),
        RefusalCode.RECOVERY_MOVED_ON: texts.gettext(
            "Somebody has gone on with this complaint meanwhile. Look at it again, then choose its next step."
        ),
        RefusalCode.NOBODYS_RECOVERY: texts.gettext(
            "Nobody knows yet whose complaint this is. Say whose it is first, then give the stamp."
        ),
    }.get(code, "")


def _of_feedback(texts: Texts, code: RefusalCode) -> str:
    return {
        RefusalCode.NO_FEEDBACK_LINK: texts.gettext(
            "A feedback card needs a second way back, beside paper. The shop’s phone number is enough: "
            "set it in the settings, then print."
        ),
        RefusalCode.UNKNOWN_CARD: texts.gettext(
            "No feedback card of this shop has this code. Look at it again, letter by letter."
        ),
        RefusalCode.NOTHING_SAID: texts.gettext("Nothing is answered yet. One face or one word is enough."),
        RefusalCode.ANSWERED_TODAY: texts.gettext(
            "This card has its answer of today already. It can take another one tomorrow."
        ),
        RefusalCode.ENOUGH_ANSWERS: texts.gettext(
            "Too many answers came on this code within the hour. Try again later."
        ),
        RefusalCode.UNKNOWN_RESPONSE: texts.gettext("This answer is no longer here. Look at the list again."),
        RefusalCode.RESPONSE_MOVED_ON: texts.gettext(
            "Somebody has gone on with this answer meanwhile. Look at it again, then choose its next step."
        ),
    }.get(code, "")


def _elsewhere(texts: Texts, code: RefusalCode) -> str:
    return {
        RefusalCode.UNKNOWN_CUSTOMER: texts.gettext("This customer is no longer here. Search by name."),
        RefusalCode.SAME_PERSON: texts.gettext(
            "These two are one record already. Choose two different ones."
        ),
        RefusalCode.NOT_MERGED: texts.gettext(
            "These records are not merged. There is nothing to take apart."
        ),
        RefusalCode.NO_PHOTO_CONSENT: texts.gettext(
            "A photo needs the customer's yes. Ask, tick the box, then take it."
        ),
        RefusalCode.NO_MESSAGE_CONSENT: texts.gettext(
            "A message needs the customer's yes. Print it and hand it over, or ask first."
        ),
        RefusalCode.PIN_NEEDED: texts.gettext("This needs the manager's PIN. Enter it, then do it again."),
        RefusalCode.WRONG_PIN: texts.gettext("That is not the PIN. Try again."),
        RefusalCode.NO_PIN: texts.gettext("You have no PIN yet. An owner can give you one, under Staff."),
        RefusalCode.NO_RECOVERY_CODE: texts.gettext(
            "There is no recovery code for you, or it was used. An owner can give you a new PIN, under Staff."
        ),
        RefusalCode.WRONG_RECOVERY_CODE: texts.gettext(
            "That is not the recovery code that holds now. Only the one that was printed last does."
        ),
        RefusalCode.OWNER_PIN_FIRST: texts.gettext(
            "An owner needs a PIN of their own first: it is the owner who gives others a new one when theirs "
            "is lost."
        ),
        RefusalCode.NOT_IN_PRACTICE: texts.gettext(
            "This cannot be done in practice. Do it at the real counter."
        ),
        RefusalCode.ONLY_MANAGER: texts.gettext("Only the manager can do this. Please call the manager."),
        RefusalCode.UNKNOWN_STAFF: texts.gettext("This person does not work here any more. Choose another."),
        RefusalCode.LAST_OWNER: texts.gettext(
            "A shop needs an owner. Make somebody else the owner first, then change this."
        ),
        RefusalCode.AT_THE_TILL: texts.gettext(
            "This person is at the till. Let somebody else take over first."
        ),
    }[code]
