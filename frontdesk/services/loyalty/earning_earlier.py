"""What was bought at an earlier moment, written now: it earns by the terms, the caps and the hour of then."""

from collections.abc import Iterable, Sequence

from frontdesk.domain.loyalty.earning import Purchase, matches
from frontdesk.domain.loyalty.programmes import Basis, Programme, ProgrammeKind
from frontdesk.domain.loyalty.stamping import MOST_FOR_AN_AMOUNT
from frontdesk.domain.refusals import RefusalCode, Refused, Remedy
from frontdesk.domain.regulars.visits import Product
from frontdesk.services.loyalty.earning import Check, Given, Writing, by_now, earn, reckon
from frontdesk.services.loyalty.limits import check_at_once


def earn_earlier(
    writing: Writing,
    root_id: int,
    visit_id: int,
    programmes: Iterable[Programme],
    stamps: int = 0,
    products: Sequence[Product] = (),
    *,
    amount: int = 0,
    main_id: int | None = None,
    check: Check = by_now,
) -> dict[int, Given]:
    """By programme, what so many plain stamps, `products` and an `amount` earn at the moment of `writing`.

    Plain stamps go to the programme `main_id`, or to the first that ran then. Raises `Refused`: CARD_LIMIT,
    STAFF_LIMIT; PROGRAMME_RETIRED where there are stamps and nothing ran; TOO_MANY_AT_ONCE for an amount
    that can only be a slip.
    """
    ran = [
        each for each in programmes if each.kind is ProgrammeKind.STAMPS and each.span.earned(writing.moment)
    ]
    main = next((each for each in ran if each.id == main_id), ran[0] if ran else None)
    if stamps and main is None:
        # It ran then, and its days were changed since.
        raise Refused(RefusalCode.PROGRAMME_RETIRED, Remedy.CHOOSE_ANOTHER)
    given: dict[int, Given] = {}
    for programme in ran:
        taps = stamps if programme is main else 0
        purchase = _purchase(programme, taps, products, amount, writing.moment)
        if purchase is not None:
            if amount:
                would = reckon(writing, root_id, programme, purchase, visit_id)
                check_at_once(MOST_FOR_AN_AMOUNT, would.base + would.boost, least=0)
            given[programme.id] = earn(writing, root_id, programme, purchase, visit_id, check)
    return given


def _purchase(
    programme: Programme, taps: int, products: Sequence[Product], amount: int, at: int
) -> Purchase | None:
    """What of it a programme counts, by the terms of `at`."""
    accrual = programme.terms_at(at).accrual
    if accrual.basis is Basis.VISIT:
        return Purchase(taps=taps, people=max(taps, 1))
    if accrual.basis is Basis.AMOUNT:
        return Purchase(taps=taps, amount=amount) if taps or amount else None
    items = tuple(each for each in products if matches(accrual, each))
    return Purchase(taps=taps, items=items) if taps or items else None
