"""Whatever bytes a file holds, reading it ends in contacts or in coded refusals."""

from __future__ import annotations

from contextlib import suppress
from io import BytesIO
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from backend.core.errors import Refusal
from backend.imports.decoding import open_text
from backend.imports.drafting import StatusRule, draft_contact
from backend.imports.errors import FileRefused
from backend.imports.mapping import plan_columns
from backend.imports.parsing import RowParser
from backend.imports.people import identity_of
from backend.imports.reader import RefusedRow, RowReader
from backend.imports.rejects import open_report
from tests.backend.imports.headers import CARNET, GOOGLE, ITALIAN_OUTLOOK, OUTLOOK_BY_GOOGLE

HEADERS = st.sampled_from(
    [CARNET, GOOGLE, ITALIAN_OUTLOOK, OUTLOOK_BY_GOOGLE, ["Nom", "Tél", "Tags", "Pays", "Adresse"]]
)
NASTY = st.text(st.sampled_from("ab,;:'\"\r\n\t\0@<>/=+-(0) 1é\u202e\u2028￿"), max_size=80)


@given(st.binary(max_size=300))
def test_any_bytes(data: bytes) -> None:
    with suppress(FileRefused):
        RowReader(open_text(BytesIO(data)))


@given(HEADERS, st.sampled_from([",", ";", "\t"]), st.binary() | NASTY.map(str.encode))
def test_any_bytes_below_a_header(header: list[str], separator: str, data: bytes) -> None:
    file = BytesIO(separator.join(header).encode() + b"\n" + data)
    reader = RowReader(open_text(file))
    parser = RowParser(plan_columns(reader.header))
    with open_report(None, Path(), reader.header, separator) as report:
        for row in reader:
            if isinstance(row, RefusedRow):
                report.add(row.number, row.line, row.cells, row.refusal)
                continue
            try:
                contact = parser.parse(row.cells)
            except Refusal as refusal:
                report.add(row.number, row.line, row.cells, refusal)
                continue
            identity_of(draft_contact(contact, StatusRule(), ()), "FR")


@given(st.lists(NASTY, min_size=len(GOOGLE), max_size=len(GOOGLE)))
def test_any_cells(cells: list[str]) -> None:
    parser = RowParser(plan_columns(GOOGLE))
    try:
        contact = parser.parse(cells)
    except Refusal:
        return
    assert (
        contact.emails
        or contact.phones
        or contact.addresses
        or identity_of(draft_contact(contact, StatusRule(), ()), "IT").names != (None, None, None)
    )
