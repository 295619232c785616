"""What the owner sets about caring stays within what it can mean."""

import pytest

from frontdesk.domain.care.care_rules import CareRules


def test_numbers_beyond_reason_are_brought_within_it() -> None:
    odd = CareRules(margin_percent=101, facts_age_days=-1, greet_within_s=0).within_reason()
    assert (odd.margin_percent, odd.facts_age_days, odd.greet_within_s) == (100, 1, 1)
    assert CareRules(margin_percent=-5).within_reason().margin_percent == 0


@pytest.mark.parametrize("rules", [CareRules(), CareRules(margin_percent=0, facts_age_days=30)])
def test_what_is_within_reason_stays(rules: CareRules) -> None:
    assert rules.within_reason() == rules
