"""The table of all customers answers as a look at every line would, in the order of a plain sort."""

from collections.abc import Sequence
from datetime import date, datetime
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from frontdesk.bootstrap import FrontDesk
from frontdesk.domain.acts import Act, Role
from frontdesk.domain.days import DAY
from frontdesk.domain.finding.folding import fold
from frontdesk.domain.loyalty.programmes import stamp_card
from frontdesk.domain.people.customer_filters import (
    DAYS,
    NUMBERS,
    Asks,
    Column,
    Condition,
    CustomerFilter,
    ShippedFilter,
    SortBy,
    TableQuery,
    as_document,
    from_document,
    questions_of,
    shipped,
    sorted_anew,
)
from frontdesk.domain.people.customer_states import CustomerState
from frontdesk.domain.people.customer_table import CustomerLine, Found
from frontdesk.domain.people.customers import Birthday, CustomerDraft, Purpose
from frontdesk.domain.privacy.erasing import WhyErased
from frontdesk.domain.refusals import Refused
from tests.conftest import FakeClock
from tests.services.counter_acts import hire, merge

NAMES = ("ສົມສັກ ວົງສາ", "ແກ້ວ", "เอก สุขใจ", "សុខ ចាន់", "გიორგი ბერიძე", "Zoë Martin", "maly", "Maly", "<b>Bo</b>")
ALL = frozenset(Purpose)


def alphabetic(names: Sequence[str]) -> list[int]:
    """The window has a collator; here it is enough that it is a given order."""
    return sorted(range(len(names)), key=lambda place: names[place][::-1])


def enrol(desk: FrontDesk, number: int) -> int:
    birthday = Birthday(1 + number % 12, 3) if number % 3 else None
    draft = CustomerDraft(
        f"{NAMES[number % len(NAMES)]} {number // 9}".strip(),
        spoken="Somsak" if number % 9 == 0 else "",
        phone=f"020 5551 4{number:03d}" if number % 4 else "",
        language=("", "lo", "th", "en")[number % 4],
        birthday=birthday,
        consents=(frozenset(), frozenset({Purpose.MESSAGES}), ALL)[number % 3],
    )
    act = desk.act(desk.now() - number * 31 * DAY)
    saved = desk.submit(desk.customers.enrol, act, draft, None, dict.fromkeys(Purpose, "I agree.")).result()
    return int(saved.customer.id)


@pytest.fixture
def many(desk: FrontDesk) -> list[int]:
    """Forty people in five scripts: some come often, some stopped, some share a card, left or were merged."""
    other = hire(desk, "Maly", Role.CASHIER)
    ids = [enrol(desk, number) for number in range(40)]
    for number, customer_id in enumerate(ids[:30]):
        for visit in range(number % 8):
            act = desk.act(desk.now() - (visit * (1 + number) + number * 3) * DAY)
            by = Act(act.gesture, other if number % 2 else act.staff_id, act.till_id, act.at)
            desk.submit(desk.loyalty.add_stamps, by, customer_id).result()
    desk.submit(desk.groups.join, desk.act(), ids[1], ids[0]).result()
    desk.submit(desk.leaving.leave, desk.act(), ids[2]).result()
    desk.submit(desk.customers.archive, desk.act(), ids[4]).result()
    merge(desk, ids[7], ids[8])
    return ids


def prepared(desk: FrontDesk) -> None:
    desk.customer_table.prepare(desk.act(), alphabetic)
    desk.customer_table.learn(desk.act())


def find(desk: FrontDesk, *conditions: Condition, **asked: object) -> Found:
    return ask(desk, TableQuery(CustomerFilter(conditions, str(asked.get("search", "")))))


def ask(desk: FrontDesk, query: TableQuery, changed: Sequence[int] = ()) -> Found:
    found = desk.customer_table.find(desk.act(), query, changed)
    assert found is not None
    return found


# --- the naive way ---


def lines_of(desk: FrontDesk, ids: list[int]) -> list[CustomerLine]:
    """Everybody whom the table may show, one by one, in the order in which they were enrolled."""
    return sorted(desk.customer_table.lines(desk.act(), ids).values(), key=lambda line: line.id)


def value_of(line: CustomerLine, column: Column) -> object:
    return {
        Column.NAME: line.name,
        Column.PHONE: "".join(char for char in line.phone if char.isdigit()),
        Column.LANGUAGE: line.language or None,
        Column.FIRST_VISIT: line.first_at,
        Column.LAST_VISIT: line.last_at,
        Column.VISITS: line.visits,
        Column.GAP: line.gap,
        Column.STAMPS: line.stamps,
        Column.REWARDS: line.rewards,
        Column.BIRTHDAY: line.birthday,
        Column.CONSENTS: line.consents or None,
        Column.STATE: line.state,
        Column.SINCE: line.since,
        Column.GROUP: line.group or None,
        Column.SERVED_BY: line.served_by or None,
        Column.PHOTO: line.has_photo or None,
    }[column]


def day(desk: FrontDesk, at: int) -> date:
    return datetime.fromtimestamp(at / 1000, desk.zone).date()


def codes(desk: FrontDesk, line: CustomerLine, column: Column) -> set[str]:
    staff = {each.name: str(each.id) for each in desk.staffing.staff()}
    return {
        Column.LANGUAGE: {line.language},
        Column.BIRTHDAY: {str(line.birthday.month)} if line.birthday else set(),
        Column.CONSENTS: {each.value for each in line.consents},
        Column.STATE: {line.state.value},
        Column.SERVED_BY: {staff.get(line.served_by, "")},
    }[column]


def answers(desk: FrontDesk, line: CustomerLine, asked: Condition) -> bool:
    value, today = value_of(line, asked.column), desk.today()
    least = float("-inf") if asked.least is None else asked.least
    most = float("inf") if asked.most is None else asked.most
    if asked.asks is Asks.EMPTY:
        return value in {None, ""}
    if asked.asks is Asks.FILLED:
        return value not in {None, ""}
    if asked.asks is Asks.ONE_OF:
        return bool(codes(desk, line, asked.column) & asked.values)
    if asked.asks is Asks.NONE_OF:
        return not codes(desk, line, asked.column) & asked.values
    if asked.asks is Asks.CONTAINS:
        names = f"{line.name} {line.called} {'Somsak' if 'ສົມສັກ' in line.name else ''}"
        return fold(asked.text) in (fold(names) if asked.column is Column.NAME else str(value or ""))
    if asked.asks is Asks.THIS_MONTH and asked.column is Column.BIRTHDAY:
        return line.birthday is not None and line.birthday.month == today.month
    if asked.asks is Asks.DAYS_AGO and asked.column is Column.LAST_VISIT:
        value = line.last_at if line.last_at is not None else line.since
    if value is None:
        return False
    assert isinstance(value, int)
    if asked.asks is Asks.BETWEEN:
        return least <= value <= most
    on = day(desk, value)
    if asked.asks is Asks.THIS_MONTH:
        return (on.year, on.month) == (today.year, today.month)
    number = on.toordinal() if asked.asks is Asks.DAYS else today.toordinal() - on.toordinal()
    return least <= number <= most


# --- what can be asked ---

CODES = {
    Column.LANGUAGE: ("lo", "th", "en", "fr"),
    Column.BIRTHDAY: tuple(map(str, range(1, 13))),
    Column.CONSENTS: tuple(each.value for each in Purpose),
    Column.STATE: tuple(each.value for each in CustomerState),
    Column.SERVED_BY: ("1", "2", "99"),
}


@st.composite
def conditions(draw: st.DrawFn) -> Condition:
    column = draw(st.sampled_from([each for each in Column if each is not Column.GROUP]))
    test = draw(st.sampled_from(questions_of(column)))
    if test is Asks.CONTAINS:
        texts = (
            ("4", "5551", "020") if column is Column.PHONE else ("MA", "zoe", "som", "ວົງ", "<b>", "%", "q")
        )
        return Condition(column, test, draw(st.sampled_from(texts)))
    if test in {Asks.ONE_OF, Asks.NONE_OF}:
        return Condition(column, test, values=draw(st.frozensets(st.sampled_from(CODES[column]), min_size=1)))
    today = date(2026, 11, 19).toordinal()
    span = (today - 900, today + 1) if test is Asks.DAYS else (0, 900) if column in DAYS else (0, 9)
    bound = st.none() | st.integers(*span)
    return Condition(column, test, least=draw(bound), most=draw(bound))


def test_it_answers_as_a_look_at_every_line_does(desk: FrontDesk, many: list[int]) -> None:
    prepared(desk)
    everybody = lines_of(desk, many)

    @settings(max_examples=250, deadline=None, database=None)
    @given(st.lists(conditions(), max_size=3, unique_by=lambda each: each.column))
    def check(asked: list[Condition]) -> None:
        of_left = any(each.asks is Asks.ONE_OF and "LEFT" in each.values for each in asked)
        expected = [
            line
            for line in everybody
            if (of_left or line.state is not CustomerState.LEFT)
            and all(answers(desk, line, each) for each in asked)
        ]
        found = find(desk, *asked)
        assert set(found.ids) == {line.id for line in expected}
        assert (found.visits, found.stamps) == (
            sum(line.visits for line in expected),
            sum(line.stamps for line in expected),
        )

    check()


def sorting_key(desk: FrontDesk, everybody: list[CustomerLine], column: Column) -> dict[int, object]:
    """What a plain sort goes by; None is empty."""
    ranks = {name: place for place, name in enumerate(sorted({each.name for each in everybody}, key=_turned))}
    keys: dict[int, object] = {}
    for line in everybody:
        value = value_of(line, column)
        if column is Column.NAME:
            value = ranks[line.name]
        elif column is Column.STATE:
            value = list(CustomerState).index(line.state)
        elif column is Column.BIRTHDAY and line.birthday:
            value = (line.birthday.month, line.birthday.day)
        elif column is Column.CONSENTS:
            bits = {Purpose.PHOTO: 1, Purpose.BIRTHDAY: 2, Purpose.MESSAGES: 4}
            value = sum(bits[each] for each in line.consents) or None
        elif column in {Column.GROUP, Column.SERVED_BY}:
            value = _turned(line.group or line.served_by) if value else None
        elif column is Column.PHONE:
            value = value or None
        keys[line.id] = value
    return keys


def _turned(name: str) -> str:
    return name[::-1]


SORTED = [each for each in Column if each not in {Column.GROUP, Column.PHOTO}]


@pytest.mark.parametrize("descending", [False, True])
def test_it_stands_in_the_order_of_a_plain_sort(desk: FrontDesk, many: list[int], descending: bool) -> None:
    prepared(desk)
    everybody = [each for each in lines_of(desk, many) if each.state is not CustomerState.LEFT]
    for first in SORTED:
        for second in (Column.NAME, Column.VISITS):
            order = (SortBy(first, descending), SortBy(second))
            expected = list(everybody)
            for each in reversed(order):
                keys = sorting_key(desk, everybody, each.column)
                full = [line for line in expected if keys[line.id] is not None]
                empty = [line for line in expected if keys[line.id] is None]
                full.sort(key=lambda line, keys=keys: keys[line.id], reverse=each.descending)
                expected = full + empty
            found = ask(desk, TableQuery(order=order))
            assert list(found.ids) == [line.id for line in expected], (first, second)


# --- who is in it ---


def test_a_merged_record_is_one_line_and_whoever_left_is_asked_for(desk: FrontDesk, many: list[int]) -> None:
    prepared(desk)
    ids = set(find(desk).ids)
    assert many[8] not in ids
    assert many[7] in ids
    assert many[2] not in ids
    assert many[4] not in ids
    left = ask(desk, TableQuery(shipped(ShippedFilter.LEFT)))
    assert list(left.ids) == [many[2]]  # who was only taken off the list is nowhere
    assert left.of == len(ids) + 1


def test_whoever_was_erased_is_nowhere(desk: FrontDesk, many: list[int]) -> None:
    prepared(desk)
    desk.submit(desk.erasing.erase, desk.act(), many[3], WhyErased.ASKED).result()
    for query in (TableQuery(), TableQuery(shipped(ShippedFilter.LEFT)), TableQuery(among=tuple(many))):
        assert many[3] not in ask(desk, query, changed=[many[3]]).ids
    assert not desk.customer_table.lines(desk.act(), [many[3]])


def test_whom_a_figure_counts_are_all_shown(desk: FrontDesk, many: list[int]) -> None:
    prepared(desk)
    found = ask(desk, TableQuery(among=(many[2], many[3], many[5])))
    assert set(found.ids) == {many[2], many[3], many[5]}
    assert found.of == 3


def test_a_group_is_called_as_its_card_is(desk: FrontDesk, many: list[int]) -> None:
    prepared(desk)
    shared = find(desk, Condition(Column.GROUP, Asks.FILLED))
    assert set(shared.ids) == {many[0], many[1]}
    assert {line.group for line in lines_of(desk, many[:2])} == {"ສົມສັກ ວົງສາ 0"}
    assert set(find(desk, Condition(Column.GROUP, Asks.CONTAINS, "ສົມ")).ids) == {many[0], many[1]}


@pytest.mark.parametrize("typed", ["020 5551 4001", "+856 20 5551 4001", "5551 4001", "4001", "ແກ້ວ 4001"])
def test_the_quick_line_finds_names_and_numbers(desk: FrontDesk, many: list[int], typed: str) -> None:
    prepared(desk)
    assert list(find(desk, search=typed).ids) == [many[1]]


@pytest.mark.parametrize("search", ["word " * 2000, "x" * 10**6, "\ud800", "a \udfffb"])
def test_whatever_is_typed_is_answered(desk: FrontDesk, search: str) -> None:
    prepared(desk)
    asked = CustomerFilter((Condition(Column.NAME, Asks.CONTAINS, search),), search)
    assert desk.customer_table.find(desk.act(), TableQuery(asked)) is not None
    as_document(asked).encode()


@pytest.mark.parametrize("bound", [10**19, -(10**30), 1e308, float("inf"), float("nan")])
def test_a_bound_beyond_all_numbers_is_answered(desk: FrontDesk, bound: float) -> None:
    prepared(desk)
    for column in (*NUMBERS, *DAYS):
        for question in questions_of(column):
            asked = CustomerFilter((Condition(column, question, "", bound, bound),))
            assert desk.customer_table.find(desk.act(), TableQuery(asked)) is not None


def test_stamps_are_those_of_all_cards(desk: FrontDesk) -> None:
    lunch = desk.submit(desk.programmes.add, desk.act(), stamp_card("Lunch", 5, "salad")).result()
    noy = enrol(desk, 1)
    for programme_id, stamps in ((None, 1), (lunch.programme.id, 2)):
        desk.submit(desk.loyalty.add_stamps, desk.act(), noy, stamps, programme_id=programme_id).result()
    prepared(desk)
    assert find(desk).stamps == 3
    assert desk.customer_table.lines(desk.act(), [noy])[noy].stamps == 3


def test_who_is_missed_slips_away(desk: FrontDesk, clock: FakeClock) -> None:
    who = enrol(desk, 1)
    for time in range(8):
        desk.submit(desk.loyalty.add_stamps, desk.act(clock() - (60 + time * 3) * DAY), who).result()
    prepared(desk)
    slipping = TableQuery(shipped(ShippedFilter.SLIPPING))
    assert list(ask(desk, slipping).ids) == [who]
    desk.submit(desk.loyalty.add_stamps, desk.act(), who).result()
    assert not ask(desk, slipping, changed=[who]).ids


def test_what_changed_is_read_again_in_its_place(desk: FrontDesk, many: list[int]) -> None:
    prepared(desk)
    draft = desk.customers.draft(many[5])
    by_name = TableQuery(order=(SortBy(Column.NAME),))
    desk.submit(desk.customers.edit, desk.act(), many[5], CustomerDraft("zzz", phone=draft.phone)).result()
    new = desk.submit(desk.customers.enrol, desk.act(), CustomerDraft("zza")).result().customer.id
    merge(desk, many[10], many[11])
    followed = ask(desk, by_name, changed=[many[5], new, many[10], many[11]])
    desk.customer_table.let_go(desk.customer_table.look())
    prepared(desk)
    assert followed.ids == ask(desk, by_name).ids


def test_what_is_read_after_the_page_has_gone_is_forgotten_too(desk: FrontDesk, many: list[int]) -> None:
    table = desk.customer_table
    look = table.look()
    prepared(desk)  # it waited its turn, and by now nobody wants it
    table.let_go(look)
    assert table._keys is None
    first, second = table.look(), table.look()
    prepared(desk)
    table.let_go(first)
    assert table._keys is not None
    table.let_go(second)
    assert table._keys is None


def test_it_is_read_once_while_nothing_happens(desk: FrontDesk, many: list[int]) -> None:
    table = desk.customer_table
    prepared(desk)
    keys = table._keys
    prepared(desk)
    assert table._keys is keys
    desk.submit(desk.loyalty.add_stamps, desk.act(), many[0]).result()
    prepared(desk)
    assert table._keys is not keys


def test_the_first_lines_are_those_who_came_last(desk: FrontDesk, many: list[int]) -> None:
    first = desk.customer_table.first(desk.act())
    prepared(desk)
    assert first.ids == find(desk).ids
    assert first.count == find(desk).count


def test_an_empty_shop_has_an_empty_table(desk: FrontDesk) -> None:
    assert not desk.customer_table.first(desk.act()).ids
    prepared(desk)
    assert find(desk).count == find(desk).of == 0


# --- whose right it is ---


def refused_kinds(desk: FrontDesk) -> list[str]:
    return [kind for (kind,) in desk.store.read().run("SELECT kind FROM refused_act ORDER BY id")]


def test_it_is_a_managers(desk: FrontDesk, many: list[int], tmp_path: Path) -> None:
    cashier = hire(desk, "La", Role.CASHIER)
    prepared(desk)

    def act() -> Act:
        return Act(desk.act().gesture, cashier, desk.till_id, desk.now())

    table, filters = desk.customer_table, desk.saved_filters
    desk.staff_id = cashier
    asked = [
        lambda: table.first(act()),
        lambda: table.prepare(act(), alphabetic),
        lambda: table.learn(act()),
        lambda: table.find(act(), TableQuery()),
        lambda: table.lines(act(), many),
        lambda: filters.all(act()),
        lambda: table.copied(act(), many, lambda line: [line.name]),
        lambda: desk.submit(table.keep_layout, act(), "{}").result(),
        lambda: desk.exports.chosen_csv(tmp_path / "chosen.csv", many),
        lambda: desk.submit(filters.save, act(), "Mine", CustomerFilter()).result(),
    ]
    for each in asked:
        with pytest.raises(Refused):
            each()
    desk.submit(desk.staffing.staff).result()  # what was refused is written by then
    assert refused_kinds(desk) == [
        *["SEE_CUSTOMERS"] * 6,
        "COPY_CHOSEN",
        "ARRANGE_COLUMNS",
        "TAKE_OUT_CHOSEN",
        "SAVE_FILTER",
    ]
    assert not (tmp_path / "chosen.csv").exists()


def test_the_file_has_who_was_chosen_and_nobody_else(
    desk: FrontDesk, many: list[int], tmp_path: Path
) -> None:
    prepared(desk)
    chosen = find(desk, Condition(Column.VISITS, Asks.BETWEEN, least=3))
    count = desk.exports.chosen_csv(tmp_path / "chosen.csv", list(chosen.ids))
    _, *rows = (tmp_path / "chosen.csv").read_text(encoding="utf-8-sig").splitlines()
    names = {line.name for line in lines_of(desk, list(chosen.ids))}
    assert {row.split(",")[0].lstrip("'") for row in rows} == names
    assert len(rows) == count == chosen.count
    assert _kinds(desk)[-1] == "TAKE_OUT_CHOSEN"


def _kinds(desk: FrontDesk) -> list[str]:
    return [kind for (kind,) in desk.store.read().run("SELECT kind FROM gesture ORDER BY id")]


# --- filters by name ---


def test_a_filter_is_kept_renamed_removed_and_brought_back(desk: FrontDesk) -> None:
    filters, asked = desk.saved_filters, shipped(ShippedFilter.SILENT)
    saved = desk.submit(filters.save, desk.act(), " Long away ", asked).result().saved
    assert saved is not None
    assert (saved.name, saved.filter) == ("Long away", asked)
    renamed = desk.submit(filters.rename, desk.act(), saved.id, "Gone").result()
    assert [each.name for each in renamed.filters] == ["Gone"]
    assert renamed.before is not None
    assert renamed.before.name == "Long away"
    assert not desk.submit(filters.remove, desk.act(), saved.id).result().filters
    back = desk.submit(filters.bring_back, desk.act(), saved.id).result()
    assert [each.name for each in back.filters] == ["Gone"]
    again = desk.submit(filters.save, desk.act(), "Gone", shipped(ShippedFilter.NEW)).result()
    assert again.before is not None
    assert again.before.filter == asked
    assert len(again.filters) == 1


def test_no_two_filters_have_one_name(desk: FrontDesk) -> None:
    filters = desk.saved_filters
    first, second = (
        desk.submit(filters.save, desk.act(), name, CustomerFilter()).result().saved.id  # type: ignore[union-attr]
        for name in ("Mine", "Yours")
    )
    with pytest.raises(Refused, match="NAME_TAKEN"):
        desk.submit(filters.rename, desk.act(), second, " Mine ").result()
    assert len(desk.submit(filters.rename, desk.act(), first, "Mine").result().filters) == 2
    desk.submit(filters.remove, desk.act(), first).result()
    desk.submit(filters.rename, desk.act(), second, "Mine").result()
    with pytest.raises(Refused, match="NAME_TAKEN"):
        desk.submit(filters.bring_back, desk.act(), first).result()
    assert [each.id for each in filters.all(desk.act())] == [second]


def test_a_filter_is_saved_once_however_often_the_act_comes(desk: FrontDesk) -> None:
    act = desk.act()
    for _ in range(2):
        saved = desk.submit(desk.saved_filters.save, act, "Mine", CustomerFilter()).result()
    assert len(saved.filters) == 1


@given(st.lists(conditions(), max_size=4, unique_by=lambda each: each.column))
def test_a_question_comes_back_from_its_document(asked: list[Condition]) -> None:
    question = CustomerFilter(tuple(asked))
    assert from_document(as_document(question)) == question


@pytest.mark.parametrize(
    "document", ["", "{}", "[3]", '[{"column": "SHOE", "asks": "EMPTY"}]', '[{"column": 3}]']
)
def test_a_document_of_a_later_version_is_read_as_far_as_it_goes(document: str) -> None:
    assert from_document(document) == CustomerFilter()


def test_a_second_tap_turns_a_column_round_and_another_one_keeps_the_former() -> None:
    order = sorted_anew((), Column.NAME)
    assert order == (SortBy(Column.NAME),)
    order = sorted_anew(sorted_anew(order, Column.VISITS), Column.VISITS)
    assert order == (SortBy(Column.VISITS), SortBy(Column.NAME))
    assert sorted_anew(order, Column.NAME)[0] == SortBy(Column.NAME)


def test_every_column_can_be_asked() -> None:
    assert all(questions_of(each) for each in Column)
    assert {each for each in Column if Asks.BETWEEN in questions_of(each)} == NUMBERS
