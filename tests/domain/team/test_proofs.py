"""A proof stands while it is used, and what was begun under it comes to its end."""

from frontdesk.domain.team.proofs import STANDS_FOR, Proofs

KEY, NOY, LA = b"Noy's", 1, 2


def test_what_was_begun_goes_on_behind_the_closed_door_and_opens_nothing() -> None:
    at = [0.0]
    proofs = Proofs(lambda: at[0])
    proofs.give(KEY, NOY)
    proofs.hold(KEY)
    proofs.end(KEY)
    at[0] += 10 * STANDS_FOR
    assert proofs.stands(KEY, NOY)
    assert not proofs.stands(KEY, LA)
    assert proofs.left(KEY) == 0
    proofs.let_go(KEY)
    assert not proofs.stands(KEY, NOY)


def test_what_stands_no_longer_cannot_be_held() -> None:
    at = [0.0]
    proofs = Proofs(lambda: at[0])
    proofs.give(KEY, NOY)
    at[0] += STANDS_FOR
    proofs.hold(KEY)
    assert not proofs.stands(KEY, NOY)


def test_what_stands_no_longer_is_forgotten() -> None:
    at = [0.0]
    proofs = Proofs(lambda: at[0])
    for number in range(5):
        proofs.give(bytes([number]), NOY)
    at[0] += STANDS_FOR / 2
    proofs.give(b"La's", LA)
    at[0] += STANDS_FOR / 2
    proofs.give(KEY, NOY)
    assert proofs._given.keys() == {KEY, b"La's"}
