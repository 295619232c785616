"""What the owner has set about caring for people: read by many, set by the manager."""

from dataclasses import dataclass

from frontdesk.domain.acts import Act, Changes, Role
from frontdesk.domain.care.care_rules import CareRules
from frontdesk.services.gesture import begin, number_of
from frontdesk.storage.care import care_rules
from frontdesk.storage.store import Store


@dataclass(frozen=True, slots=True)
class CareRulesSaved:
    """The rules as they now stand; `before` undoes the change."""

    rules: CareRules
    before: CareRules
    changes: Changes


class CareRulesService:
    def __init__(self, store: Store) -> None:
        self._store = store

    def get(self) -> CareRules:
        return care_rules.rules(self._store.read())

    def save(self, act: Act, chosen: CareRules) -> CareRulesSaved:
        """Set the rules, each number within reason. Raises `Refused` ONLY_MANAGER."""
        db = self._store.write()
        begun = begin(self._store, act, "SAVE_CARE_RULES", needs=Role.MANAGER)
        if begun is not None:
            care_rules.save(db, self._store.new_id, act, begun.id, chosen.within_reason())
        before = care_rules.before(db, number_of(db, act))
        return CareRulesSaved(care_rules.rules(db), before, Changes(shop=True))
