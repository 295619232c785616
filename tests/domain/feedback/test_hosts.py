"""Where this computer is reached: what a link can hold, and nothing else."""

import pytest

from frontdesk.domain.feedback.hosts import clean_host
from frontdesk.domain.text import BadInput


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        (" 192.168.1.10 ", "192.168.1.10"),
        ("FRONTDESK.local.", "frontdesk.local"),
        ("till-1", "till-1"),
        ("fd00:0:0::0010", "fd00::10"),
        ("127.0.0.1", "127.0.0.1"),
    ],
)
def test_an_address_is_kept_as_a_link_holds_it(typed: str, kept: str) -> None:
    assert clean_host(typed) == kept


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "http://192.168.1.10",
        "192.168.1.10:8320",
        "192.168.1",
        "192.168.1.300",
        "0.0.0.0",
        "224.0.0.1",
        "fe80::1%eth0",
        "my till",
        "-till",
        "till/inbox",
        "till@home",
        "ຮ້ານ.local",
        "a" * 64,
        "٣.١.١.١",
    ],
)
def test_what_no_phone_can_reach_is_refused(typed: str) -> None:
    with pytest.raises(BadInput, match="NOT_A_HOST"):
        clean_host(typed)
