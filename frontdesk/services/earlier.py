"""What was bought at an earlier moment, written now: it earns by the terms, the caps and the hour of then."""

from collections.abc import Iterable, Sequence

from frontdesk.domain.earning import Purchase, matches
from frontdesk.domain.programmes import Basis, Programme, ProgrammeKind
from frontdesk.domain.refusals import RefusalCode, Refused, Remedy
from frontdesk.domain.visits import Product
from frontdesk.services.earning import Check, Given, Writing, by_now, earn


def earn_earlier(
    writing: Writing,
    root_id: int,
    visit_id: int,
    programmes: Iterable[Programme],
    stamps: int = 0,
    products: Sequence[Product] = (),
    *,
    main_id: int | None = None,
    check: Check = by_now,
) -> dict[int, Given]:
    """By programme, what so many plain stamps and `products` earn at the moment of `writing`.

    Plain stamps go to the programme `main_id`, or to the first that ran then. Raises `Refused`: CARD_LIMIT,
    STAFF_LIMIT; PROGRAMME_RETIRED where there are stamps and nothing ran.
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
        purchase = _purchase(programme, stamps if programme is main else 0, products, writing.moment)
        if purchase is not None:
            given[programme.id] = earn(writing, root_id, programme, purchase, visit_id, check)
    return given


def _purchase(programme: Programme, taps: int, products: Sequence[Product], at: int) -> Purchase | None:
    """What of it a programme counts, by the terms of `at`."""
    accrual = programme.terms_at(at).accrual
    if accrual.basis is Basis.VISIT:
        return Purchase(taps=taps, people=max(taps, 1))
    by_item = accrual.basis is Basis.ITEM
    items = tuple(each for each in products if by_item and matches(accrual, each))
    return Purchase(taps=taps, items=items) if taps or items else None
