"""Every table and column of the store, and whether it can hold something about a person.

THE one place for it: what is told to somebody who asks, and what goes when somebody is forgotten, both follow
from here, so that nothing is remembered in the one and left out of the other. A test holds it against the
schema: a table or column that is not named here fails it.

A parent stands before those that are reached through it.
"""

from collections.abc import Mapping
from typing import Final

from frontdesk.storage.privacy.places import BLANK, Place, Places, of

_BLANK: Final = f"'{BLANK}'"
_NO_WORDS: Final = "''"
_NOTHING_CHANGED: Final = """'{"fields": {}, "facts": [], "photo": false}'"""
"""As an import notes it, whose undo then has nothing to put back."""

PLACES: Final = Places(
    (
        # --- who it is ---
        Place(
            "customer",
            (of("id"),),
            {
                **dict.fromkeys(("called", "spoken", "phone", "phone_digits", "email"), _NO_WORDS),
                **dict.fromkeys(("birth_month", "birth_day", "birth_year"), "NULL"),
                "name": _BLANK,
                "language": _NO_WORDS,
                "reference": _NO_WORDS,
            },
            kept=(
                *("root_id", "merged_into_id", "greet_by_name", "on_screen", "archived_at", "erased_at"),
                *("prior_visits", "prior_first_at", "prior_last_at"),
            ),
        ),
        Place("gesture", (of(),), kept=("kind", "customer_id", "undoes_id")),
        Place("photo", (of(),), goes=("customer_id", "thumb", "full")),
        # What was agreed to is the shop's own sentence; that it was agreed to proves what was done by then.
        Place("consent", (of(),), kept=("customer_id", "purpose", "granted", "wording", "language")),
        Place(
            "merge",
            (of("kept_id"), of("absorbed_id")),
            {"filled": "'{}'"},
            kept=("kept_id", "absorbed_id", "undone_gesture_id"),
        ),
        Place("not_the_same", (of("one_id"), of("other_id")), kept=("one_id", "other_id", "stands")),
        # A card in a pocket leads nowhere any more.
        Place("member_code", (of(),), {"code": "'-' || id"}, kept=("customer_id", "revoked_at")),
        Place(
            "import_item",
            (of(),),
            {"before": _NOTHING_CHANGED},
            kept=("batch_id", "line", "customer_id", "action"),
        ),
        # --- what is known of them ---
        Place(
            "fact",
            (of(),),
            {"text": f"iif(kind = 'WHY', '', {_BLANK})"},
            kept=("customer_id", "kind", "reason", "whom_id", "gone_at", "gone_gesture_id"),
        ),
        Place("fact_check", (of("fact_id", "fact"),), kept=("fact_id", "answer", "new_id")),
        Place("quiz_review", (of(),), kept=("customer_id", "known")),
        Place("leaving_step", (of(),), kept=("customer_id", "step", "reason")),
        Place("absence_step", (of(),), {"note": _NO_WORDS}, kept=("customer_id", "kind", "reason", "until")),
        Place("retention_step", (of(),), kept=("customer_id", "until")),
        Place("erasure", (of(),), kept=("customer_id", "why", "again")),
        Place("refused_act", (of(),), kept=("kind", "reason", "customer_id")),
        # --- what they did and collected ---
        Place("visit", (of(),), kept=("customer_id", "last_act_at", "void")),
        Place("visit_item", (of("visit_id", "visit"),), kept=("visit_id", "product_id", "void")),
        Place("visit_summary", (of(),), kept=("customer_id", "visits", "first_at", "last_at", "habit")),
        Place("visit_change", (of(),), kept=("customer_id",)),
        Place("purchase", (of("visit_id", "visit"),), kept=("visit_id", "amount", "void")),
        Place("check_in", (of("visit_id", "visit"),), kept=("visit_id", "programme_id", "void")),
        Place(
            "group_visit",
            (of("visit_id", "visit"), of("holder_visit_id", "visit")),
            kept=("visit_id", "holder_visit_id", "people", "void"),
        ),
        Place("held_back", (of("visit_id", "visit"),), kept=("programme_id", "visit_id", "stamps", "people")),
        Place("card", (of(),), kept=("programme_id", "customer_id", "balance", "seal")),
        Place(
            "ledger_entry",
            (of("card_id", "card"),),
            kept=(
                *("card_id", "kind", "stamps", "reason", "reverses_id", "visit_id", "part"),
                *("epoch_id", "chain_no", "chain_hash"),
            ),
        ),
        Place(
            "redemption",
            (of("entry_id", "ledger_entry"),),
            kept=("entry_id", "terms_id", "reward_number", "product_id", "worth"),
        ),
        Place("expiry", (of("entry_id", "ledger_entry"),), kept=("entry_id", "ended_id")),
        Place("expiry_warning", (of(),), kept=("customer_id", "programme_id")),
        Place("earned_before", (of("card_id", "card"),), kept=("card_id", "entry_id")),
        Place(
            "referral",
            (of("friend_id"), of("referrer_id")),
            kept=("friend_id", "referrer_id", "seal", "undone_gesture_id"),
        ),
        Place("group_member", (of("member_id"), of("holder_id")), kept=("member_id", "holder_id", "left_by")),
        Place("power_sheet_row", (of(),), kept=("sheet_id", "line", "customer_id", "stamps")),
        Place(
            "power_sheet_tick",
            (of(),),
            kept=("sheet_id", "line", "customer_id", "came_at", "stamps", "free", "visit_id"),
        ),
        # A ticket says how somebody looked and what they had; it is theirs once it has a face.
        Place(
            "ticket",
            (of("closed_by", "gesture"),),
            {"label": _NO_WORDS},
            kept=("stamps", "amount", "closed_by"),
        ),
        Place("ticket_item", (of("ticket_id", "ticket"),), kept=("ticket_id", "product_id", "count")),
        Place(
            "ticket_step", (of("ticket_id", "ticket"),), {"label": _NO_WORDS}, kept=("ticket_id", "reason")
        ),
        # --- what they asked for, and how they were cared for ---
        Place(
            "request",
            (of(),),
            {"what": _BLANK, "note": _NO_WORDS},
            kept=(
                *("customer_id", "visit_id", "promised_at", "state", "owner_id", "target_at"),
                *("axis", "quoted", "final", "contact_point"),
            ),
        ),
        Place("request_event", (of("request_id", "request"),), kept=("request_id", "from_state", "to_state")),
        Place(
            "request_change", (of("request_id", "request"),), kept=("request_id", "detail", "was", "became")
        ),
        Place(
            "request_decline",
            (of("request_id", "request"),),
            {"words": _NO_WORDS, "alternative": _NO_WORDS},
            kept=("request_id", "reason"),
        ),
        Place(
            "request_picture", (of("request_id", "request"),), goes=("request_id", "kind", "thumb", "full")
        ),
        Place("offer_answer", (of("request_id", "request"),), kept=("request_id", "answer")),
        Place(
            "recovery",
            (of(),),
            {"what": _NO_WORDS, "who": _NO_WORDS},
            kept=("customer_id", "situation", "contact_point", "state", "owner_id"),
        ),
        Place("recovery_step", (of("recovery_id", "recovery"),), kept=("recovery_id", "kind", "was", "now")),
        Place(
            "manager_call",
            (of(), of("recovery_id", "recovery")),
            kept=("customer_id", "answered_at", "answered_by", "recovery_id"),
        ),
        Place(
            "follow_up",
            (of(),),
            {"text": _NO_WORDS},
            kept=("customer_id", "kind", "due", "every_days", "owner_id", "after_id", "state"),
        ),
        Place(
            "follow_up_step",
            (of("follow_up_id", "follow_up"),),
            {"note": _NO_WORDS},
            kept=("follow_up_id", "from_state", "to_state"),
        ),
        Place("contact_log", (of(),), kept=("customer_id", "kind", "way")),
        Place("today_tick", (of(),), kept=("kind", "subject", "day", "customer_id")),
        Place("staff_thanks", (of(),), {"words": _NO_WORDS}, kept=("for_id", "customer_id")),
        Place("staff_thanks_step", (of("thanks_id", "staff_thanks"),), kept=("thanks_id", "state")),
        # --- what they answered ---
        # A card in a pocket may still be answered: by then it is nobody's.
        Place(
            "feedback_card",
            (of(),),
            {"customer_id": "NULL"},
            kept=("code", "language", "batch_id", "number"),
        ),
        Place(
            "feedback_response",
            (
                of(),
                of("card_id", "feedback_card", only="customer_id IS NULL"),
                of("recovery_id", "recovery", only="customer_id IS NULL"),
            ),
            {"name": _NO_WORDS, "contact": _NO_WORDS, "told": _NO_WORDS},
            kept=(
                *("card_id", "shared", "customer_id", "way", "language", "day", "came_at", "mood"),
                *("state", "owner_id", "recovery_id", "said_at"),
            ),
        ),
        Place(
            "feedback_answer",
            (of("response_id", "feedback_response"),),
            {"words": _NO_WORDS},
            kept=("response_id", "topic", "question_id", "point"),
        ),
        Place(
            "feedback_step",
            (of("response_id", "feedback_response"),),
            {"note": _NO_WORDS},
            kept=("response_id", "kind", "was", "now"),
        ),
        # --- how they are found; the index itself is derived, and forgetting.py takes them out of it ---
        Place("search_slot", (of(),), kept=("slot", "customer_id")),
    )
)

DERIVED: Final[Mapping[str, tuple[str, ...]]] = {
    "search_word": ("words",),
    "search_part": ("text",),
    "search_reading": ("reading", "skeleton"),
    "search_slip": ("less", "reading"),
    "search_index": ("only_one", "version", "done_from"),
}
"""Made from the rows above, for all customers together: names and how they sound."""

OF_THE_SHOP: Final[Mapping[str, tuple[str, ...]]] = {
    "setting": ("key", "value", "changed_at"),
    "secret": ("name", "value"),
    "till": ("name", "is_local", "created_at"),
    "chain_epoch": ("number", "key_mark", "reason", "seal", "found_entries"),
    "product": ("name", "price", "icon", "stamps", "retired_at", "category"),
    "price_change": ("product_id", "was"),
    "programme": (
        *("name", "icon", "retired_at", "kind", "names", "colour", "starts_at", "ends_at"),
        "redeem_until",
    ),
    "terms": ("programme_id", "starts_at", "promise", "seal"),
    "power_sheet": ("number", "programme_id", "lines"),
    "power_sheet_free": ("sheet_id", "line", "came_at"),
    "playbook": ("situation", "language", "document"),
    "care_sheet": ("product_id", "language", "text"),
    "care_rules_change": ("was", "became"),
    "retention_rules_change": ("was", "became"),
    "feedback_rules_change": ("was", "became"),
    "feedback_question": ("topic", "language", "text"),
    "feedback_batch": ("format", "shared", "host_id"),
    "shop_logo": ("image",),
    "import_batch": ("source", "added", "updated", "finished", "undone_gesture_id"),
    "arrival": (),
    "arrival_step": ("arrival_id", "state", "by_id"),
    "saved_filter": ("name", "document", "gone_at"),
    "restore_drill": ("made_at", "customers", "entries", "fault"),
    "day_close": ("day",),
}
"""The shop's own: nothing in it leads to a customer. What a person typed there is looked through for a name
(mentions.py).
"""

OF_STAFF: Final[Mapping[str, tuple[str, ...]]] = {
    "staff": ("name", "role", "created_at", "left_at"),
    "staff_photo": ("of_id", "thumb", "full"),
    "staff_proof": ("member_id", "kind", "value"),
    "staff_code": ("member_id", "code", "revoked_at"),
    "pin_try": ("member_id", "kind", "passed", "ran"),
    "shift": ("of_id", "day", "works", "from_minute", "to_minute"),
    "duty": ("of_id", "here"),
    "shift_greeting": ("day",),
    "staff_request": ("text",),
    "staff_request_step": ("request_id", "state", "words"),
    "act_about": ("member_id", "product_id", "was", "became"),
}
"""About those who work here; they are not forgotten with a customer."""
