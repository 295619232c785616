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
    say = texts.gettext
    return {
        "customer": say("The customers."),
        "photo": say("The photos of the customers."),
        "fact": say("What is known of a customer: an allergy, what they like, a note, why they come."),
        "fact_check": say("Each time a customer was asked whether it is still true."),
        "consent": say("What a customer agreed to or not, when, and how they were asked."),
        "merge": say("Records of one person that were joined."),
        "not_the_same": say("Records that look alike and are two people."),
        "member_code": say("The codes on the customers' cards."),
        "group_member": say("Who uses somebody else's card, as in a family."),
        "referral": say("Who brought whom."),
        "leaving_step": say("Who left the shop, and who came back."),
        "absence_step": say("What was done about somebody who did not come any more."),
        "retention_step": say("Whom the shop keeps although they were silent for long."),
        "erasure": say("Whom the shop was asked to forget: a number and a day, and no name."),
        "search_slot": say("In which order customers are found."),
        "import_batch": say("The lists that were brought in."),
        "import_item": say("What a list brought for each customer."),
    }


def _stamps(texts: Texts) -> dict[str, str]:
    say = texts.gettext
    return {
        "programme": say("The programmes for regulars."),
        "terms": say("What each programme promised, from when."),
        "card": say("Each customer's card of a programme."),
        "ledger_entry": say("The ledger: every stamp given, used, ended or taken back."),
        "chain_epoch": say("The stretches of the ledger, and why each began."),
        "earned_before": say("Stamps that count by the terms of an earlier day."),
        "redemption": say("The rewards that were given."),
        "expiry": say("Stamps that ended."),
        "expiry_warning": say("Who was warned that stamps end soon."),
        "held_back": say("Stamps that a limit held back."),
        "purchase": say("Amounts that were paid, where stamps go by the amount."),
        "check_in": say("Each use of a pass."),
        "group_visit": say("Several people at one card."),
        "offer_answer": say("What customers said to an offer."),
    }


def _visits(texts: Texts) -> dict[str, str]:
    say = texts.gettext
    return {
        "visit": say("Every visit."),
        "visit_item": say("What they took."),
        "visit_summary": say("Visits of each customer, added up."),
        "visit_change": say("Visits that changed afterwards."),
        "arrival": say("Who came through the door, and when."),
        "arrival_step": say("When they were greeted."),
        "ticket": say("Sales without a name yet."),
        "ticket_item": say("What was on such a sale."),
        "ticket_step": say("What became of such a sale."),
        "power_sheet": say("The power-cut sheets that were printed."),
        "power_sheet_row": say("Who stands on which line of such a sheet."),
        "power_sheet_tick": say("The stamps that were keyed in from such a sheet."),
        "power_sheet_free": say("The rewards that were keyed in from such a sheet."),
    }


def _care(texts: Texts) -> dict[str, str]:
    say = texts.gettext
    return {
        "request": say("Special requests."),
        "request_event": say("How each request went."),
        "request_change": say("What was changed in a request."),
        "request_decline": say("Requests that could not be done, and why."),
        "request_picture": say("Photos and sketches of a request."),
        "recovery": say("Complaints."),
        "recovery_step": say("What was done about each complaint."),
        "playbook": say("What to do and to say when something went wrong."),
        "manager_call": say("When somebody asked for the manager."),
        "follow_up": say("Whom to call or write to, and by when."),
        "follow_up_step": say("What became of each of these."),
        "today_tick": say("Lines of Today that were done."),
        "contact_log": say("Messages and cards that were sent."),
        "care_sheet": say("Take-home sheets: how to keep and use what was bought."),
        "care_rules_change": say("How the shop cares for people, each time it was set."),
    }


def _feedback(texts: Texts) -> dict[str, str]:
    say = texts.gettext
    return {
        "feedback_batch": say("Feedback cards that were printed together."),
        "feedback_card": say("Each feedback card and its code."),
        "feedback_question": say("The questions on the cards."),
        "feedback_response": say("What came back on the cards."),
        "feedback_answer": say("The answer to each question."),
        "feedback_step": say("What was done about an answer."),
        "feedback_rules_change": say("How the shop asks for feedback, each time it was set."),
    }


def _team(texts: Texts) -> dict[str, str]:
    say = texts.gettext
    return {
        "staff": say("Who works in the shop."),
        "staff_photo": say("The photos of the staff."),
        "staff_code": say("The codes on the cards of the staff."),
        "staff_proof": say("What a PIN is checked by. The PIN itself is nowhere."),
        "pin_try": say("Each time a PIN was typed."),
        "shift": say("Who works when."),
        "duty": say("Who came to work and who went."),
        "shift_greeting": say("Words for the staff at the start of the day."),
        "staff_request": say("What the staff asked the manager for."),
        "staff_request_step": say("What became of it."),
        "staff_thanks": say("Thanks from customers to one of the staff."),
        "staff_thanks_step": say("What became of the thanks."),
        "quiz_review": say("Which faces the staff know."),
    }


def _shop(texts: Texts) -> dict[str, str]:
    say = texts.gettext
    return {
        "setting": say("How the shop is set."),
        "secret": say("The key of the cards. Nobody else may have it."),
        "shop_logo": say("The shop's logo."),
        "till": say("The tills."),
        "product": say("What the shop sells."),
        "price_change": say("When prices changed."),
        "gesture": say("Every act: what was done, by whom, at which till, and when."),
        "act_about": say("What an act was about: whose right it was, what was set before, and what after."),
        "day_close": say("When the day's slip was printed."),
        "retention_rules_change": say("For how long the shop keeps people, each time it was set."),
        "refused_act": say("What somebody wanted to do and may not."),
        "saved_filter": say("Lists of customers that were given a name."),
        "restore_drill": say("Backups that were tried out."),
    }
