"""What each table of a shop is, in a sentence, for whoever opens an archive without Front Desk."""

from frontdesk.texts import Texts


def table_sentence(texts: Texts, table: str) -> str:
    """What the rows of a table are."""
    return {
        **_people(texts),
        **_stamps(texts),
        **_visits(texts),
        **_care(texts),
        **_feedback(texts),
        **_team(texts),
        **_shop(texts),
    }[table]


def _people(texts: Texts) -> dict[str, str]:
    tr = texts.gettext
    return {
        "customer": tr("The customers."),
        "photo": tr("The photos of the customers."),
        "fact": tr("What is known of a customer: an allergy, what they like, a note, why they come."),
        "fact_check": tr("Each time a customer was asked whether it is still true."),
        "consent": tr("What a customer agreed to or not, when, and how they were asked."),
        "merge": tr("Records of one person that were joined."),
        "not_the_same": tr("Records that look alike and are two people."),
        "member_code": tr("The codes on the customers' cards."),
        "group_member": tr("Who uses somebody else's card, as in a family."),
        "referral": tr("Who brought whom."),
        "leaving_step": tr("Who left the shop, and who came back."),
        "absence_step": tr("What was done about somebody who did not come any more."),
        "retention_step": tr("Whom the shop keeps although they were silent for long."),
        "erasure": tr("Whom the shop was asked to forget: a number and a day, and no name."),
        "search_slot": tr("In which order customers are found."),
        "import_batch": tr("The lists that were brought in."),
        "import_item": tr("What a list brought for each customer."),
    }


def _stamps(texts: Texts) -> dict[str, str]:
    tr = texts.gettext
    return {
        "programme": tr("The programmes for regulars."),
        "terms": tr("What each programme promised, from when."),
        "card": tr("Each customer's card of a programme."),
        "ledger_entry": tr("The ledger: every stamp given, used, ended or taken back."),
        "chain_epoch": tr("The stretches of the ledger, and why each began."),
        "earned_before": tr("Stamps that count by the terms of an earlier day."),
        "redemption": tr("The rewards that were given."),
        "expiry": tr("Stamps that ended."),
        "expiry_warning": tr("Who was warned that stamps end soon."),
        "held_back": tr("Stamps that a limit held back."),
        "purchase": tr("Amounts that were paid, where stamps go by the amount."),
        "check_in": tr("Each use of a pass."),
        "group_visit": tr("Several people at one card."),
        "offer_answer": tr("What customers said to an offer."),
    }


def _visits(texts: Texts) -> dict[str, str]:
    tr = texts.gettext
    return {
        "visit": tr("Every visit."),
        "visit_item": tr("What they took."),
        "visit_summary": tr("Visits of each customer, added up."),
        "visit_change": tr("Visits that changed afterwards."),
        "arrival": tr("Who came through the door, and when."),
        "arrival_step": tr("When they were greeted."),
        "ticket": tr("Sales without a name yet."),
        "ticket_item": tr("What was on such a sale."),
        "ticket_step": tr("What became of such a sale."),
        "power_sheet": tr("The power-cut sheets that were printed."),
        "power_sheet_row": tr("Who stands on which line of such a sheet."),
        "power_sheet_tick": tr("The stamps that were keyed in from such a sheet."),
        "power_sheet_free": tr("The rewards that were keyed in from such a sheet."),
    }


def _care(texts: Texts) -> dict[str, str]:
    tr = texts.gettext
    return {
        "request": tr("Special requests."),
        "request_event": tr("How each request went."),
        "request_change": tr("What was changed in a request."),
        "request_decline": tr("Requests that could not be done, and why."),
        "request_picture": tr("Photos and sketches of a request."),
        "recovery": tr("Complaints."),
        "recovery_step": tr("What was done about each complaint."),
        "playbook": tr("What to do and to say when something went wrong."),
        "manager_call": tr("When somebody asked for the manager."),
        "follow_up": tr("Whom to call or write to, and by when."),
        "follow_up_step": tr("What became of each of these."),
        "today_tick": tr("Lines of Today that were done."),
        "contact_log": tr("Messages and cards that were sent."),
        "care_sheet": tr("Take-home sheets: how to keep and use what was bought."),
        "care_rules_change": tr("How the shop cares for people, each time it was set."),
    }


def _feedback(texts: Texts) -> dict[str, str]:
    tr = texts.gettext
    return {
        "feedback_batch": tr("Feedback cards that were printed together."),
        "feedback_card": tr("Each feedback card and its code."),
        "feedback_question": tr("The questions on the cards."),
        "feedback_response": tr("What came back on the cards."),
        "feedback_answer": tr("The answer to each question."),
        "feedback_step": tr("What was done about an answer."),
        "feedback_rules_change": tr("How the shop asks for feedback, each time it was set."),
    }


def _team(texts: Texts) -> dict[str, str]:
    tr = texts.gettext
    return {
        "staff": tr("Who works in the shop."),
        "staff_photo": tr("The photos of the staff."),
        "staff_code": tr("The codes on the cards of the staff."),
        "staff_proof": tr("What a PIN is checked by. The PIN itself is nowhere."),
        "pin_try": tr("Each time a PIN was typed."),
        "shift": tr("Who works when."),
        "duty": tr("Who came to work and who went."),
        "shift_greeting": tr("Words for the staff at the start of the day."),
        "staff_request": tr("What the staff asked the manager for."),
        "staff_request_step": tr("What became of it."),
        "staff_thanks": tr("Thanks from customers to one of the staff."),
        "staff_thanks_step": tr("What became of the thanks."),
        "quiz_review": tr("Which faces the staff know."),
    }


def _shop(texts: Texts) -> dict[str, str]:
    tr = texts.gettext
    return {
        "setting": tr("How the shop is set."),
        "secret": tr("The key of the cards. Nobody else may have it."),
        "shop_logo": tr("The shop's logo."),
        "till": tr("The tills."),
        "product": tr("What the shop sells."),
        "price_change": tr("When prices changed."),
        "gesture": tr("Every act: what was done, by whom, at which till, and when."),
        "act_about": tr("What an act was about: whose right it was, what was set before, and what after."),
        "day_close": tr("When the day's slip was printed."),
        "retention_rules_change": tr("For how long the shop keeps people, each time it was set."),
        "refused_act": tr("What somebody wanted to do and may not."),
        "saved_filter": tr("Lists of customers that were given a name."),
        "restore_drill": tr("Backups that were tried out."),
    }
