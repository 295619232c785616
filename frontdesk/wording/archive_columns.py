"""What the columns of the tables in an archive hold: for whoever reads them without Front Desk.

A name means the same wherever it stands.
"""

from frontdesk.texts import Texts


def column_words(texts: Texts) -> dict[str, str]:
    """What each column holds, by its name."""
    return {
        **_row(texts),
        **_step(texts),
        **_other_rows(texts),
        **_of_whom(texts),
        **_people(texts),
        **_staff(texts),
        **_counted(texts),
        **_when(texts),
        **_care(texts),
        **_shop(texts),
    }


def _row(texts: Texts) -> dict[str, str]:
    tr = texts.gettext
    return {
        "id": tr("the row's number; other tables point to it"),
        "uid": tr("the row's id in hexadecimal digits, the only one of its kind anywhere"),
        "at": tr("when it was written, in milliseconds since the start of 1970 (UTC)"),
        "staff_id": tr("who of the staff did it (staff.csv)"),
        "till_id": tr("at which till (till.csv)"),
        "gesture_id": tr("in which act (gesture.csv)"),
        "undone_gesture_id": tr("the act that took it back, if one did"),
        "gone_gesture_id": tr("the act that took it away, if one did"),
        "undoes_id": tr("the act that this one took back"),
    }


def _step(texts: Texts) -> dict[str, str]:
    tr = texts.gettext
    return {
        "void": tr("1 when it was taken back"),
        "kind": tr("of which kind it is, as one of a few fixed words"),
        "state": tr("how it stands, as one of a few fixed words"),
        "from_state": tr("how it stood before"),
        "to_state": tr("how it stands after"),
        "now": tr("how it stands after this step"),
        "was": tr("what it was before"),
        "became": tr("what it became"),
        "step": tr("what was done, as one of a few fixed words"),
        "reason": tr("why, as one of a few fixed words"),
        "why": tr("why, as one of a few fixed words"),
        "note": tr("a note in the shop's own words"),
        "text": tr("the words themselves"),
        "words": tr("the words themselves"),
        "name": tr("the name"),
        "names": tr("the name in each language, as JSON"),
        "language": tr("the code of a language, as lo or en"),
        "day": tr("a day of the shop, as 2026-11-22"),
        "number": tr("its number in its row"),
        "line": tr("the line in the file, or on the paper"),
        "part": tr("its place within one act"),
        "seal": tr("what shows that nobody changed the row"),
        "document": tr("everything that was set, as JSON"),
        "promise": tr("everything that was promised, as JSON"),
    }


def _other_rows(texts: Texts) -> dict[str, str]:
    tr = texts.gettext
    return {
        "customer_id": tr("which customer (customer.csv)"),
        "visit_id": tr("which visit (visit.csv)"),
        "holder_visit_id": tr("the visit of whose card it was"),
        "programme_id": tr("which programme (programme.csv)"),
        "request_id": tr("which request (request.csv)"),
        "product_id": tr("which product (product.csv)"),
        "card_id": tr("which card (card.csv or feedback_card.csv)"),
        "entry_id": tr("which line of the ledger (ledger_entry.csv)"),
        "ended_id": tr("the line of the ledger that ended"),
        "reverses_id": tr("the line of the ledger that this one takes back"),
        "terms_id": tr("under which terms (terms.csv)"),
        "recovery_id": tr("which complaint (recovery.csv)"),
        "response_id": tr("which answer to a card (feedback_response.csv)"),
        "question_id": tr("which question (feedback_question.csv)"),
        "batch_id": tr("which import, or which print run"),
        "sheet_id": tr("which power-cut sheet (power_sheet.csv)"),
        "ticket_id": tr("which ticket (ticket.csv)"),
        "arrival_id": tr("which arrival (arrival.csv)"),
        "fact_id": tr("which thing that is known (fact.csv)"),
        "new_id": tr("what is known in its place"),
        "follow_up_id": tr("which follow-up (follow_up.csv)"),
        "after_id": tr("the follow-up that it comes after"),
        "thanks_id": tr("which thanks (staff_thanks.csv)"),
        "epoch_id": tr("which stretch of the ledger (chain_epoch.csv)"),
        "member_id": tr("whom of the staff it is about"),
    }


def _of_whom(texts: Texts) -> dict[str, str]:
    tr = texts.gettext
    return {
        "of_id": tr("whom of the staff it is of"),
        "for_id": tr("whom of the staff it is for"),
        "by_id": tr("who of the staff did it"),
        "owner_id": tr("who of the staff sees to it"),
        "host_id": tr("who of the staff asked"),
        "who": tr("who of the staff it is about"),
        "whom_id": tr("the customer it is about"),
        "holder_id": tr("whose card the others use"),
        "friend_id": tr("who was brought"),
        "referrer_id": tr("who brought them"),
        "kept_id": tr("the record that answers for both"),
        "absorbed_id": tr("the record that was joined to it"),
        "filled": tr("what the join filled in, as JSON"),
        "one_id": tr("the first of the two"),
        "other_id": tr("the second of the two"),
        "stands": tr("1 while it holds"),
        "root_id": tr("the record that answers for this one"),
        "merged_into_id": tr("the record that this one was joined to"),
    }


def _people(texts: Texts) -> dict[str, str]:
    tr = texts.gettext
    return {
        "called": tr("what they are called"),
        "spoken": tr("how the name is said"),
        "phone": tr("the phone number as written"),
        "phone_digits": tr("the phone number, digits only"),
        "email": tr("the e-mail address"),
        "birth_month": tr("month of birth"),
        "birth_day": tr("day of birth"),
        "birth_year": tr("year of birth, where it is known"),
        "greet_by_name": tr("0 when they are not to be called by name"),
        "on_screen": tr("0 when their name is not to be on the customers' screen"),
        "reference": tr("their number in another system"),
        "prior_visits": tr("visits before Front Desk"),
        "prior_first_at": tr("the first visit before Front Desk"),
        "prior_last_at": tr("the last visit before Front Desk"),
        "archived_at": tr("when they were taken out of sight"),
        "erased_at": tr("when everything that told who they are was removed"),
        "again": tr("1 when it was done once more after an older backup came back"),
        "purpose": tr("for what they were asked"),
        "granted": tr("1 for yes, 0 for no"),
        "wording": tr("the question as it was asked"),
        "contact": tr("how to reach them, in their words"),
        "thumb": tr("the small picture"),
    }


def _staff(texts: Texts) -> dict[str, str]:
    tr = texts.gettext
    return {
        "full": tr("the picture"),
        "image": tr("the picture"),
        "left_by": tr("what ended it"),
        "left_at": tr("when they left"),
        "gone_at": tr("when it stopped to be so"),
        "role": tr("CASHIER, MANAGER or OWNER"),
        "works": tr("1 when they work that day"),
        "here": tr("1 when they are there"),
        "from_minute": tr("from which minute of the day"),
        "to_minute": tr("to which minute of the day"),
        "ran": tr("how long the program had run, in milliseconds"),
        "passed": tr("1 when the PIN was the right one"),
        "revoked_at": tr("when it stopped being good"),
        "known": tr("whether the name was known"),
        "people": tr("how many people"),
    }


def _counted(texts: Texts) -> dict[str, str]:
    tr = texts.gettext
    return {
        "stamps": tr("how many stamps"),
        "balance": tr("how many stamps are on it"),
        "amount": tr("how much was paid"),
        "price": tr("the price"),
        "worth": tr("what it was worth, in money"),
        "count": tr("how many"),
        "reward_number": tr("the first, second, third … reward"),
        "visits": tr("how many visits"),
        "first_at": tr("the first visit"),
        "last_at": tr("the last visit"),
        "last_act_at": tr("the last act of the visit"),
        "habit": tr("how regular the visits are, as a number"),
        "chain_no": tr("its place in the ledger's chain"),
    }


def _when(texts: Texts) -> dict[str, str]:
    tr = texts.gettext
    return {
        "chain_hash": tr("what chains it to the line before"),
        "key_mark": tr("which key of the ledger it was made with, not the key itself"),
        "found_entries": tr("how many lines were there when it was sealed"),
        "redeem_until": tr("until when rewards are still given"),
        "starts_at": tr("from when"),
        "ends_at": tr("until when"),
        "retired_at": tr("when it was taken out of use"),
        "until": tr("until when"),
        "colour": tr("its colour"),
        "icon": tr("its sign"),
        "category": tr("of which sort it is"),
        "code": tr("what is printed on the card, and scanned"),
        "came_at": tr("when they came"),
        "lines": tr("how many lines the paper has"),
        "free": tr("1 for the free one"),
        "label": tr("how they look and what they had"),
        "closed_by": tr("how it ended"),
    }


def _care(texts: Texts) -> dict[str, str]:
    tr = texts.gettext
    return {
        "answer": tr("what was answered"),
        "way": tr("in which way"),
        "due": tr("by when"),
        "every_days": tr("every how many days again"),
        "promised_at": tr("for when it was promised"),
        "target_at": tr("for when the shop wants it"),
        "axis": tr("in what the promise is to be beaten"),
        "quoted": tr("the price that was told"),
        "final": tr("the price in the end"),
        "detail": tr("which part was changed"),
        "alternative": tr("what was offered instead"),
        "situation": tr("what went wrong, as one of a few fixed words"),
        "what": tr("what it is about, in the shop's own words"),
        "contact_point": tr("where in the shop it was"),
        "topic": tr("what the question is about"),
        "point": tr("how many points were given"),
        "shared": tr("1 when many share the code"),
        "format": tr("how it was printed"),
        "mood": tr("how it sounds"),
        "told": tr("what they were told"),
        "said_at": tr("when they were told"),
        "answered_at": tr("when somebody came"),
        "answered_by": tr("who came"),
        "subject": tr("which line of Today"),
        "slot": tr("the place in which people are found; the highest is first"),
    }


def _shop(texts: Texts) -> dict[str, str]:
    tr = texts.gettext
    return {
        "key": tr("the name of what was set"),
        "value": tr("what was set, as JSON; or the secret itself"),
        "changed_at": tr("when it was set"),
        "created_at": tr("when it began"),
        "is_local": tr("1 for the till on this computer"),
        "source": tr("the file that it came from"),
        "added": tr("how many were new"),
        "updated": tr("how many were completed"),
        "finished": tr("1 when it came to its end"),
        "action": tr("ADDED or UPDATED"),
        "before": tr("what was there before, as JSON"),
        "made_at": tr("when the backup was made"),
        "customers": tr("how many customers were in it"),
        "entries": tr("how many lines of the ledger were in it"),
        "fault": tr("what was wrong with it, if anything"),
    }
