"""What we write, a spreadsheet opens safely and we read back unchanged."""

import csv
from dataclasses import asdict
from datetime import datetime
from io import BytesIO
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from frontdesk.domain.importing.imports import CandidateCustomer, FileKind, PortableCustomer
from frontdesk.domain.people.customers import Birthday, Purpose
from frontdesk.domain.text import BadInput, clean_line, clean_name, clean_note
from frontdesk.interchange.export import write_customers_csv
from frontdesk.interchange.files import read_file

SOMSAK = PortableCustomer(
    name="ສົມສັກ ວົງສາ",
    given_name="ສົມສັກ",
    nickname="=Sak",
    phone="+856 20 5555 1234",
    other_phones=("021 222 333", "+66 81 234 5678"),
    email="somsak@example.com",
    birthday=Birthday(4, 12),
    note='- oat milk, "less" sweet\n=1+1\n\'=2',
    reference="'@7",
    stamps=4,
    visits=0,
    first_visit=datetime(2024, 3, 2, 9, 5),
    last_visit=datetime(2026, 11, 18, 23, 59),
    spoken="som-SAK",
    language="lo",
    greet_by_name=False,
    on_screen=False,
    allergy="peanuts\n+ sesame",
    preference="window seat",
    consents=frozenset({Purpose.PHOTO, Purpose.MESSAGES}),
)


def written(*rows: PortableCustomer) -> bytes:
    stream = BytesIO()
    assert write_customers_csv(iter(rows), stream) == len(rows)
    assert not stream.closed
    return stream.getvalue()


def portable(row: CandidateCustomer) -> PortableCustomer:
    assert not row.left_out
    return PortableCustomer(**{key: getattr(row, key) for key in asdict(SOMSAK)})


def test_a_customer_comes_back_unchanged(tmp_path: Path) -> None:
    noy = PortableCustomer(name="Noy", birthday=Birthday(2, 29, 1988))
    (tmp_path / "out.csv").write_bytes(written(SOMSAK, noy))

    read = read_file(tmp_path / "out.csv")

    assert read.kind is FileKind.FRONT_DESK
    assert [portable(row) for row in read.rows] == [SOMSAK, noy]
    assert not read.bad


def test_the_file_opens_rightly_in_a_spreadsheet() -> None:
    data = written(SOMSAK)

    assert data.startswith(b"\xef\xbb\xbfName,")
    cells = list(csv.reader(data.decode("utf-8-sig").splitlines(keepends=True)))[1]
    assert not [cell for cell in cells if cell.lstrip()[:1] in {*"=+-@"} and cell.strip()]


def test_an_empty_shop_exports_its_headers(tmp_path: Path) -> None:
    (tmp_path / "out.csv").write_bytes(written())
    assert read_file(tmp_path / "out.csv").rows == ()


def cleaned(clean: object, text: str) -> str:
    try:
        return clean(text)  # type: ignore[operator]
    except BadInput:
        return ""


raw = st.text(max_size=30) | st.text(alphabet="'=+-@＝ \t\r\na:;,\"\u200b\u00a0", max_size=12)
lines = raw.map(lambda text: cleaned(clean_line, text))
customers = st.builds(
    PortableCustomer,
    name=raw.map(lambda text: cleaned(clean_name, text)).filter(bool),
    given_name=lines,
    nickname=lines,
    note=raw.map(lambda text: cleaned(clean_note, text)),
    reference=lines,
    stamps=st.none() | st.integers(0, 9999),
    visits=st.none() | st.integers(0, 9999),
    phone=st.sampled_from(["", "+8562055551234", "020 5555 1234"]),
    birthday=st.none() | st.dates().map(lambda day: Birthday(day.month, day.day)),
)


@given(st.lists(customers, max_size=5))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_customers_come_back_unchanged(tmp_path: Path, rows: list[PortableCustomer]) -> None:
    (tmp_path / "out.csv").write_bytes(written(*rows))

    read = read_file(tmp_path / "out.csv")

    assert [portable(row) for row in read.rows] == rows
