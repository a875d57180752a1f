"""Our own format brings every contact back as it was."""

from __future__ import annotations

import io

from hypothesis import given, settings
from hypothesis import strategies as st

from backend.contacts.limits import MAX_VALUES
from backend.contacts.rows import ContactRow
from backend.contacts.service.finding import MostValues
from backend.core.clock import from_micros
from backend.custom_fields.limits import MAX_FIELDS
from backend.exports.formats.carnet_csv import carnet_table, header
from backend.exports.formats.instants import basic_instant, iso_instant
from backend.exports.options import CsvSeparator, ExportFormat, ExportOptions
from backend.imports.decoding import open_text
from backend.imports.formats import FileFormat
from backend.imports.mapping import plan_columns
from backend.imports.parsing import RowParser
from backend.imports.reader import MAX_COLUMNS, Row, RowReader
from tests.backend.exports.rows import CONTACTS, as_imported, most_of


@settings(max_examples=50, deadline=None)
@given(
    st.lists(CONTACTS, min_size=1, max_size=4),
    st.sampled_from(list(CsvSeparator)),
    st.booleans(),
)
def test_any_contacts_come_back_as_they_were(
    contacts: list[ContactRow], separator: CsvSeparator, marked: bool
) -> None:
    options = ExportOptions(ExportFormat.CARNET_CSV, separator, marked)
    table = carnet_table(options, most_of(contacts))
    file = io.BytesIO(table.head() + table.body(contacts))
    reader = RowReader(open_text(file))
    parser = RowParser(plan_columns(reader.header))
    found = [parser.parse(each.cells) for each in reader if isinstance(each, Row)]
    assert found == [as_imported(contact) for contact in contacts]


def test_nobody_is_a_header_alone() -> None:
    table = carnet_table(ExportOptions(ExportFormat.CARNET_CSV), MostValues())
    assert table.head().decode().count("\r\n") == 1
    assert table.body([]) == b""
    assert plan_columns(table.head().decode().strip().split(",")).format is FileFormat.CARNET


def test_the_fullest_contact_fits_what_is_read_back() -> None:
    fullest = MostValues(MAX_VALUES, MAX_VALUES, MAX_VALUES)
    assert len(header(fullest)) + MAX_FIELDS <= MAX_COLUMNS


@given(st.integers(0, 253_402_300_799_999_999))
def test_instants_are_those_of_the_standard_library(micros: int) -> None:
    assert iso_instant(micros) == from_micros(micros).isoformat()
    assert basic_instant(micros) == f"{from_micros(micros):%Y%m%dT%H%M%SZ}".rjust(16, "0")
