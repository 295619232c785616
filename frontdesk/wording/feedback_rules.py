"""What the owner sets about asking, in the sentence that it makes."""

from frontdesk.domain.feedback.feedback_rules import FeedbackRules
from frontdesk.texts import Texts


def ask_every_sentence(texts: Texts, rules: FeedbackRules) -> str:
    """How often the app proposes to hand somebody a card."""
    if not rules.ask_every_weeks:
        return texts.gettext("0: nobody is proposed. A card can be handed over at any time.")
    return texts.ngettext(
        "At the greeting the app proposes whoever was not asked for {n} week: not only the angry answer.",
        "At the greeting the app proposes whoever was not asked for {n} weeks: not only the angry answer.",
        rules.ask_every_weeks,
    ).format(n=rules.ask_every_weeks)
