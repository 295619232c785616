"""What the owner has set about asking how the shop is doing: read by many, set by the manager."""

from dataclasses import dataclass, replace

from frontdesk.domain.acts import Act, Changes, Role
from frontdesk.domain.feedback.feedback_rules import FeedbackRules
from frontdesk.domain.feedback.hosts import clean_host
from frontdesk.services.gesture import begin, number_of
from frontdesk.storage.feedback import feedback_rules
from frontdesk.storage.store import Store


@dataclass(frozen=True, slots=True)
class FeedbackRulesSaved:
    """The rules as they now stand; changing them back to `before` undoes the change."""

    rules: FeedbackRules
    before: FeedbackRules
    changes: Changes


class FeedbackRulesService:
    def __init__(self, store: Store) -> None:
        self._store = store

    def rules(self) -> FeedbackRules:
        """One row by its key: cheap enough for each call of the shop's page."""
        return feedback_rules.rules(self._store.read())

    def change(self, act: Act, rules: FeedbackRules) -> FeedbackRulesSaved:
        """Set the rules, each number within reason.

        Raises `Refused` ONLY_MANAGER, `BadInput` NOT_A_HOST for an address that no link can hold.
        """
        db = self._store.write()
        begun = begin(self._store, act, "CHANGE_FEEDBACK_RULES", needs=Role.MANAGER)
        if begun is not None:
            feedback_rules.save(db, self._store.new_id, act, begun.id, _cleaned(rules))
        before = feedback_rules.before(db, number_of(db, act))
        return FeedbackRulesSaved(feedback_rules.rules(db), before, Changes(feedback_rules=True))


def _cleaned(rules: FeedbackRules) -> FeedbackRules:
    """A page that is on needs an address; one that is off may wait for it."""
    needed = rules.page_on or bool(rules.page_address)
    address = clean_host(rules.page_address) if needed else ""
    return replace(rules, page_address=address).within_reason()
