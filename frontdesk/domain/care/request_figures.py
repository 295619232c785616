"""How the shop's promises were kept: shares and counts that open into the people they are about."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from frontdesk.domain.care.care_figures import CareFigure, Counted, FigureKind, Unit
from frontdesk.domain.care.contact_points import ContactPoint
from frontdesk.domain.care.requests import DeclineReason, RequestState, SpecialRequest

_GIVEN_UP = frozenset({RequestState.DECLINED, RequestState.CANCELLED})


@dataclass(frozen=True, slots=True)
class Followed:
    """A request and when it was done, ready or handed over: None while it is not. Of somebody who is no
    longer on the list (`known` is False) no name is told.
    """

    request: SpecialRequest
    done_at: int | None
    known: bool = True

    @property
    def kept(self) -> bool:
        """Was it done by the promised time?"""
        promised = self.request.promised_at
        return self.done_at is not None and promised is not None and self.done_at <= promised

    @property
    def early(self) -> bool:
        """Was it done by the time that was aimed for?"""
        target = self.request.target_at
        return self.done_at is not None and target is not None and self.done_at <= target

    def late(self, by: int) -> bool:
        """Was a promise broken by then: not done in time, and neither declined nor called off?"""
        promised = self.request.promised_at
        is_over = promised is not None and promised < by
        return is_over and self.request.state not in _GIVEN_UP and not self.kept

    def counted(self, *, met: bool = True) -> Counted:
        request = self.request
        who, name = (request.customer_id, request.customer_name) if self.known else (None, "")
        return Counted(who, name, self.done_at or request.promised_at or request.asked_at, request.what, met)


def figures(followed: Sequence[Followed], since: int, until: int) -> tuple[CareFigure, ...]:
    """All figures about requests. A promise belongs to the time for which it was given."""
    promised = promised_within(followed, since, until)
    aimed = [each for each in promised if each.request.target_at is not None]
    return (
        _share(FigureKind.PROMISES_KEPT, promised, lambda each: each.kept),
        _share(FigureKind.PROMISES_EARLY, aimed, lambda each: each.early),
        _share(FigureKind.PRICES_KEPT, _priced(followed, since, until), _price_held),
        *_declined(followed, since, until),
        *_points(followed, since, until),
    )


def promised_within(followed: Sequence[Followed], since: int, until: int) -> list[Followed]:
    """Promises for that time, without those that were declined or called off."""
    return [
        each
        for each in followed
        if each.request.promised_at is not None
        and since <= each.request.promised_at < until
        and each.request.state not in _GIVEN_UP
    ]


def _priced(followed: Sequence[Followed], since: int, until: int) -> list[Followed]:
    """Those done in that time that had a price quoted and another at the end."""
    return [
        each
        for each in followed
        if each.done_at is not None
        and since <= each.done_at < until
        and each.request.quoted is not None
        and each.request.final is not None
    ]


def _price_held(each: Followed) -> bool:
    return not each.request.over_price


def _share(kind: FigureKind, of: Sequence[Followed], met: Callable[[Followed], bool]) -> CareFigure:
    """The share that met it; those that did not come first in its list."""
    people = [each.counted(met=met(each)) for each in of]
    people.sort(key=lambda each: (each.met, -each.at))
    share = sum(each.met for each in people) / len(people) if people else None
    return CareFigure(kind, share, Unit.SHARE, len(people), people=tuple(people))


def _declined(followed: Sequence[Followed], since: int, until: int) -> list[CareFigure]:
    """How often for each reason; where no reason was noted, `about` is empty."""
    why: dict[str, list[Counted]] = {reason: [] for reason in (*DeclineReason, "")}
    for each in followed:
        request, declined = each.request, each.request.declined
        at = declined.at if declined is not None else request.asked_at
        if request.state is RequestState.DECLINED and since <= at < until:
            why[declined.reason if declined is not None else ""].append(each.counted())
    total = sum(map(len, why.values()))
    return [
        CareFigure(FigureKind.DECLINED, len(people), of=total, about=str(reason), people=tuple(people))
        for reason, people in why.items()
        if people
    ]


def _points(followed: Sequence[Followed], since: int, until: int) -> list[CareFigure]:
    """How many requests at each point of contact, by when they were asked."""
    at_point: dict[ContactPoint, list[Counted]] = {point: [] for point in ContactPoint}
    for each in followed:
        if each.request.contact_point is not None and since <= each.request.asked_at < until:
            at_point[each.request.contact_point].append(each.counted(met=not each.late(until)))
    total = sum(map(len, at_point.values()))
    return [
        CareFigure(FigureKind.CONTACT_POINT, len(people), of=total, about=point.value, people=tuple(people))
        for point, people in at_point.items()
        if people
    ]
