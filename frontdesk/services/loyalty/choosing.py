"""Which programmes and which reward an act is about, and what the reward is worth."""

from collections.abc import Sequence

from frontdesk.domain.loyalty.cards import CardView, Offer
from frontdesk.domain.loyalty.earning import matches
from frontdesk.domain.loyalty.programmes import Basis, Programme, ProgrammeKind, Reward, RewardKind
from frontdesk.domain.refusals import RefusalCode, Refused, Remedy
from frontdesk.storage import shop
from frontdesk.storage.database import Db


def programme_of(programmes: Sequence[Programme], programme_id: int | None, at: int) -> Programme:
    """The one that is asked for, or the first of stamps that runs. Raises `Refused` NO_PROGRAMME."""
    of_stamps = [each for each in programmes if each.kind is ProgrammeKind.STAMPS]
    if programme_id is not None:
        wanted = [each for each in programmes if each.id == programme_id]
    else:
        wanted = [each for each in of_stamps if each.span.earns(at)] or of_stamps
    if not wanted:
        raise Refused(RefusalCode.NO_PROGRAMME, Remedy.OPEN_SETTINGS)
    return wanted[0]


def earning_programme(programmes: Sequence[Programme], programme_id: int | None, at: int) -> Programme:
    """The same, to put stamps on. Raises also PROGRAMME_RETIRED, PROGRAMME_NOT_BEGUN, NOT_EARNED_THIS_WAY."""
    programme = programme_of(programmes, programme_id, at)
    if programme.kind is not ProgrammeKind.STAMPS:
        raise Refused(RefusalCode.NOT_EARNED_THIS_WAY, Remedy.CHOOSE_ANOTHER)
    span = programme.span
    if not span.earns(at):
        not_yet = span.starts_at is not None and at < span.starts_at and span.retired_at is None
        code = RefusalCode.PROGRAMME_NOT_BEGUN if not_yet else RefusalCode.PROGRAMME_RETIRED
        raise Refused(code, Remedy.CHOOSE_ANOTHER)
    return programme


def with_basis(programmes: Sequence[Programme], basis: Basis, at: int) -> list[Programme]:
    """Those of stamps that run at `at` and then earn in this way."""
    return [
        each
        for each in programmes
        if each.kind is ProgrammeKind.STAMPS and each.span.earns(at)
        if each.terms_at(at).accrual.basis is basis
    ]


def chosen_offer(card: CardView, wanted: Offer | None) -> Offer:
    """The offer that is meant. Raises `Refused` STAMPS_SHORT, NO_SUCH_REWARD."""
    if wanted is None:
        found = tuple(sorted(card.offers, key=lambda offer: offer.reward.price))[:1]
    else:
        meant = (wanted.terms_id, wanted.reward.number)
        found = tuple(each for each in card.offers if (each.terms_id, each.reward.number) == meant)[:1]
    if found:
        return found[0]
    if wanted is None and card.terms.cheapest is None:
        raise Refused(RefusalCode.NO_SUCH_REWARD, Remedy.OPEN_SETTINGS)
    short = card.short if wanted is None else max(wanted.reward.price - card.balance, 0)
    if short:
        raise Refused(RefusalCode.STAMPS_SHORT, Remedy.ADD_STAMPS, short=short)
    raise Refused(RefusalCode.NO_SUCH_REWARD, Remedy.CHOOSE_ANOTHER)


def worth_of(db: Db, reward: Reward, product_id: int | None) -> int:
    """What a reward is worth to the customer. Raises `Refused` NOT_THIS_PRODUCT, TOO_DEAR."""
    if reward.kind is not RewardKind.FREE_ITEM:
        return reward.value if reward.kind is RewardKind.AMOUNT_OFF else 0
    if product_id is None:
        only = reward.products[0] if len(reward.products) == 1 and not reward.categories else None
        price = shop.product(db, only).price if only is not None else 0
        return price if reward.up_to is None else min(price, reward.up_to)
    product = shop.product(db, product_id)
    if not matches(reward, product):
        raise Refused(RefusalCode.NOT_THIS_PRODUCT, Remedy.CHOOSE_ANOTHER)
    if reward.up_to is not None and product.price > reward.up_to:
        raise Refused(RefusalCode.TOO_DEAR, Remedy.CHOOSE_ANOTHER, up_to=reward.up_to)
    return product.price
