"""Our own format brings every contact back as it was, and no cell runs in a spreadsheet."""

from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from backend.core.clock import from_micros
from backend.imports.carnet_csv import Width, header, row
from backend.imports.cells import harmless, restored
from backend.imports.contact import (
    ImportedAddress,
    ImportedContact,
    ImportedEmail,
    ImportedPhone,
)
from backend.imports.decoding import open_text
from backend.imports.mapping import plan_columns
from backend.imports.parsing import RowParser
from backend.imports.reader import Row, RowReader
from backend.imports.values import format_list, parse_list

# The rules of contacts keep no text with spaces around it.
LINE = st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=20).map(str.strip)
TEXT = st.tuples(LINE, LINE).map("\n".join).map(str.strip)
FILLED = LINE.filter(bool)
MOMENTS = st.none() | st.integers(0, 4_000_000_000_000_000).map(from_micros)
CONTACTS = st.builds(
    ImportedContact,
    given_name=TEXT,
    family_name=TEXT,
    company=FILLED,
    position=TEXT,
    emails=st.lists(
        st.builds(
            ImportedEmail,
            FILLED,
            st.sampled_from(["main", "home", "work", "other"]),
            st.sampled_from(["subscribed", "unsubscribed", "never_subscribed"]),
            MOMENTS,
        ),
        max_size=3,
        unique_by=lambda email: email.address.casefold(),
    ),
    phones=st.lists(
        st.builds(
            ImportedPhone,
            st.text("0123456789", min_size=3).map("+33 ({})".format),
            st.sampled_from(["main", "home", "work", "mobile", "fax", "other"]),
        ),
        max_size=3,
        unique_by=lambda phone: phone.number,
    ),
    addresses=st.lists(
        st.builds(
            ImportedAddress,
            st.sampled_from(["home", "work", "billing", "shipping", "other"]),
            FILLED,
            TEXT,
            LINE,
            LINE,
            LINE,
            st.sampled_from(["", "FR", "IT", "GB"]),
        ),
        max_size=3,
    ),
    labels=st.lists(FILLED, max_size=4, unique_by=str.casefold),
    identity=st.just("Q29udGFjdDox"),
    created_at=MOMENTS,
    last_activity_at=MOMENTS,
)


@settings(max_examples=50)
@given(st.lists(CONTACTS, min_size=1, max_size=4), st.sampled_from([",", ";", "\t"]))
def test_any_contacts_come_back_as_they_were(
    contacts: list[ImportedContact], separator: str
) -> None:
    width = Width.of(contacts)
    text = io.StringIO(newline="")
    writer = csv.writer(text, delimiter=separator)
    writer.writerow(header(width))
    writer.writerows(row(contact, width) for contact in contacts)
    reader = RowReader(open_text(io.BytesIO(text.getvalue().encode("utf-8-sig"))))
    parser = RowParser(plan_columns(reader.header))
    assert [parser.parse(found.cells) for found in reader if isinstance(found, Row)] == contacts


@given(st.text())
def test_harmless_text_comes_back_as_it_was(text: str) -> None:
    assert restored(harmless(text)) == text


@given(st.sampled_from(list("=+-@\t\r\n\0")), st.text())
def test_no_cell_starts_as_a_formula(start: str, rest: str) -> None:
    assert harmless(start + rest).startswith("'")


@pytest.mark.parametrize("text", ["'=1", "''=1", "'hello", "O'Hara", "'"])
def test_apostrophes_of_the_text_are_kept(text: str) -> None:
    assert restored(harmless(text)) == text


@given(st.lists(st.text(st.characters(exclude_categories=["Cs"])).filter(bool)))
def test_lists_in_a_cell_come_back_as_they_were(items: list[str]) -> None:
    assert parse_list(format_list(items)) == items
