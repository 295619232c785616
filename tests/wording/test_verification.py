"""Every fault that a verification can find has a sentence."""

import pytest

from frontdesk.domain.verification import Fault, FaultCode
from frontdesk.texts import texts_for
from frontdesk.wording.verification import fault_sentence


@pytest.mark.parametrize("number", [0, 1, 2])
@pytest.mark.parametrize("code", list(FaultCode))
def test_each_fault_is_a_whole_sentence(code: FaultCode, number: int) -> None:
    for language in ("en", "lo"):
        said = fault_sentence(texts_for(language), Fault(code, "card", 7, number))
        assert said.endswith(".")
        assert "{" not in said
        assert code not in said
