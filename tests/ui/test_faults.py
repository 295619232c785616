"""What went wrong is one sentence, whatever kind of wrong it is."""

import pytest

from frontdesk.domain.loyalty.terms_checks import BadTerms, TermsFault
from frontdesk.ui.faults import sentence_for


@pytest.mark.parametrize("fault", TermsFault)
def test_terms_that_cannot_be_kept_are_not_an_unexpected_failure(fault: TermsFault) -> None:
    assert "Something went wrong" not in sentence_for(BadTerms(fault))
