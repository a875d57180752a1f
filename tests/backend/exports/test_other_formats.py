"""Google's and Outlook's tables bring back all that they can hold; what they cannot stands here."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from backend.contacts.drafts import ContactDraft
from backend.contacts.postal import countries
from backend.contacts.rows import AddressRow, ContactRow, DateValueRow, EmailRow, PhoneRow
from backend.custom_fields.kinds import CustomFieldKind
from backend.custom_fields.rows import FieldRow
from backend.custom_fields.values import FieldValue
from backend.exports.formats import file_format
from backend.exports.formats.countries import country_name
from backend.exports.options import ExportFormat, ExportOptions
from backend.imports.card_table import convert_cards
from backend.imports.contact import ImportedContact
from backend.imports.countries import country_code
from backend.imports.decoding import open_text
from backend.imports.drafting import StatusRule, draft_contact
from backend.imports.formats import FileFormat
from backend.imports.mapping import ColumnPlan, plan_columns
from backend.imports.parsing import RowParser
from backend.imports.reader import RefusedRow, Row, RowReader
from backend.imports.source import SourceOptions, open_source
from backend.labels.rows import LabelRow
from tests.backend.exports.rows import EMAILS, MICROS, contacts, most_of

# What people have in an address book: words, of any script, and marks between them.
WORDS = st.lists(st.text("abcéßאبЖ安'.-=+&()", min_size=1, max_size=6), min_size=1, max_size=3).map(
    " ".join
)
PLAIN_ADDRESSES = st.builds(
    AddressRow,
    st.just(1),
    st.sampled_from(["home", "work", "billing", "shipping", "other"]),
    WORDS.filter(str.strip),
    st.none() | WORDS,
    st.none() | WORDS,
    st.none() | WORDS,
    st.none() | st.text("0123456789AB", min_size=4, max_size=6),
    st.sampled_from([None, "FR", "IT", "GB", "TR", "CI"]),
)
PLAIN_LABELS = st.builds(
    LabelRow,
    st.just(1),
    st.text("abcdéאЖ", min_size=3, max_size=8),
    st.just("gray"),
    st.just(1),
    st.just(1),
    MICROS,
)
PLAIN_PHONES = st.builds(
    PhoneRow,
    st.just(1),
    st.integers(10**8, 10**9 - 1).map("+33 {}".format),
    st.none(),
    st.sampled_from(["main", "home", "work", "mobile", "fax", "other"]),
)
CONTACTS = contacts(EMAILS, PLAIN_PHONES, PLAIN_ADDRESSES, PLAIN_LABELS, WORDS)


def read_back(chosen: Sequence[ContactRow], format: ExportFormat) -> list[ImportedContact]:
    """Return what an import reads in the file of some contacts."""
    file = file_format(ExportOptions(format), most_of(chosen), FIELDS)
    data = file.head() + file.body(chosen)
    with TemporaryDirectory() as folder:
        path = Path(folder) / "contacts"
        path.write_bytes(data)
        if format is ExportFormat.VCARD:
            convert_cards(path, None, Path(folder) / "table")
            path = Path(folder) / "table"
            with path.open("rb") as table:
                reader = RowReader(open_text(table), has_header=True)
                plan = plan_columns(reader.header, fields=FIELDS, file_format=FileFormat.VCARD)
                return _parsed(plan, reader)
        with open_source(path, SourceOptions(has_header=True), fields=FIELDS) as source:
            assert source.plan.format.value in format.value
            return _parsed(source.plan, source.rows)


def _parsed(plan: ColumnPlan, rows: Iterable[Row | RefusedRow]) -> list[ImportedContact]:
    parser = RowParser(plan)
    return [parser.parse(row.cells) for row in rows if isinstance(row, Row)]


def back(chosen: Sequence[ContactRow], format: ExportFormat) -> list[ContactDraft]:
    """Return what an import makes of the file of some contacts."""
    rule = StatusRule(trusted=format is ExportFormat.CARNET_CSV)
    return [draft_contact(contact, rule, ()) for contact in read_back(chosen, format)]


def labels_back(contact: ContactRow, format: ExportFormat) -> list[str]:
    return read_back([contact], format)[0].labels


def card_kind(kind: str, place: int) -> str:
    return kind if kind not in ("main", "other") else "other" if place else "main"


FIELDS = [FieldRow(5, "Renewal", "date", 0, 1, 1, 0)]


def names(of: Any) -> tuple[Any, ...]:
    return (of.given_name, of.family_name, of.company, of.position)


def without_doubles(phones: Sequence[PhoneRow]) -> list[PhoneRow]:
    return list({phone.number: phone for phone in reversed(phones)}.values())[::-1]


@settings(max_examples=60, deadline=None)
@given(CONTACTS)
def test_google_holds_names_emails_phones_addresses_and_labels(contact: ContactRow) -> None:
    contact.phones = without_doubles(contact.phones)
    [draft] = back([contact], ExportFormat.GOOGLE_CSV)
    assert names(draft) == names(contact)
    assert [(each.address, each.kind) for each in draft.emails] == [
        (each.address, each.kind) for each in contact.emails
    ]
    assert [(each.number, each.kind) for each in draft.phones] == [
        (each.number, each.kind) for each in contact.phones
    ]
    assert [values(each) for each in draft.addresses] == [
        values(each) for each in contact.addresses
    ]
    assert labels_back(contact, ExportFormat.GOOGLE_CSV) == [each.name for each in contact.labels]


def values(address: Any) -> tuple[Any, ...]:
    return (
        address.kind,
        address.street,
        address.extended,
        address.city,
        address.region,
        address.postal_code,
        address.country_code,
    )


OUTLOOK_KINDS = {"home": "home", "work": "work"}


@settings(max_examples=60, deadline=None)
@given(CONTACTS)
def test_outlook_holds_names_three_emails_and_what_has_a_place(contact: ContactRow) -> None:
    contact.phones = [
        each
        for place, each in enumerate(without_doubles(contact.phones))
        if each.kind not in [other.kind for other in without_doubles(contact.phones)[:place]]
    ]
    contact.addresses = [
        each
        for place, each in enumerate(contact.addresses)
        if outlook_kind(each) not in map(outlook_kind, contact.addresses[:place])
    ]
    [draft] = back([contact], ExportFormat.OUTLOOK_CSV)
    assert names(draft) == names(contact)
    assert [each.address for each in draft.emails] == [each.address for each in contact.emails]
    assert {(each.number, each.kind) for each in draft.phones} == {
        (each.number, each.kind) for each in contact.phones
    }
    assert {values(each) for each in draft.addresses} == {
        (outlook_kind(each), *values(each)[1:]) for each in contact.addresses
    }
    assert labels_back(contact, ExportFormat.OUTLOOK_CSV) == [each.name for each in contact.labels]


def outlook_kind(address: AddressRow) -> str:
    return OUTLOOK_KINDS.get(address.kind, "other")


FULL = ContactRow(
    7, 1, 1, "Anna Rossi", "Anna", "Rossi", "Studio", "Owner", "photo", 3_000_000, 1_000_000,
    2_000_000, "Anna", None, None,
    emails=[
        EmailRow(1, "anna@example.org", "work", "subscribed", 5_000_000),
        *(EmailRow(n, f"anna{n}@example.org", "home", "unsubscribed", None) for n in range(2, 5)),
    ],
    phones=[PhoneRow(n, f"+33 61234567{n}", None, "mobile") for n in range(7)],
    addresses=[
        AddressRow(1, "billing", "12 rue du Bac\nBât. C", None, "Lyon", None, "69002", "FR"),
        AddressRow(2, "shipping", "1 Via Roma", None, "Torino", None, "10121", "IT"),
        AddressRow(3, "home", "2 Via Po", None, "Torino", None, "10121", "IT"),
    ],
    labels=[LabelRow(1, "a ::: b; c", "teal", 1, 1, 1)],
    values=[DateValueRow(FIELDS[0], "2026-11-22")],
)  # fmt: skip


def lost(format: ExportFormat) -> set[str]:
    """Say what of the fullest contact does not come back."""
    [draft] = back([FULL], format)
    expected: dict[str, tuple[object, object]] = {
        "subscriptions": (
            [each.status for each in draft.emails],
            [each.status for each in FULL.emails[: len(draft.emails)]],
        ),
        "kinds of e-mails": (
            [each.kind for each in draft.emails],
            [each.kind for each in FULL.emails[: len(draft.emails)]],
        ),
        "e-mails beyond three": (len(draft.emails), len(FULL.emails)),
        "phones without a place": (len(draft.phones), len(FULL.phones)),
        "addresses without a place": (len(draft.addresses), len(FULL.addresses)),
        "kinds of addresses": (
            {each.kind for each in draft.addresses},
            {each.kind for each in FULL.addresses},
        ),
        "line breaks of a street": (
            {each.street for each in draft.addresses} >= {FULL.addresses[0].street},
            True,
        ),
        "labels with the separator in them": (
            labels_back(FULL, format),
            [each.name for each in FULL.labels],
        ),
        "when it was made": (draft.created_at is not None, True),
        "last activity": (draft.last_activity_at is not None, True),
        "the Carnet ID": (draft.origin_id, FULL.pk),
        "colours of labels": (draft.label_colors, {"a ::: b; c": "teal"}),
        "custom fields": (
            [each.value for each in draft.custom_values],
            [FieldValue(5, CustomFieldKind.DATE, "2026-11-22", "2026-11-22")],
        ),
    }
    assert names(draft) == names(FULL)
    return {name for name, (found, wanted) in expected.items() if found != wanted}


def test_this_is_what_google_cannot_hold() -> None:
    assert lost(ExportFormat.GOOGLE_CSV) == {
        "subscriptions", "line breaks of a street", "labels with the separator in them",
        "when it was made", "last activity", "the Carnet ID", "colours of labels",
    }  # fmt: skip


def test_this_is_what_outlook_cannot_hold() -> None:
    assert lost(ExportFormat.OUTLOOK_CSV) == {
        "subscriptions", "kinds of e-mails", "e-mails beyond three", "phones without a place",
        "addresses without a place", "kinds of addresses", "line breaks of a street",
        "labels with the separator in them", "when it was made", "last activity", "the Carnet ID",
        "colours of labels", "custom fields",
    }  # fmt: skip


def test_this_is_what_a_vcard_cannot_hold() -> None:
    assert lost(ExportFormat.VCARD) == {
        "subscriptions", "line breaks of a street", "last activity", "the Carnet ID",
        "colours of labels", "custom fields",
    }  # fmt: skip


@settings(max_examples=40, deadline=None)
@given(CONTACTS)
def test_a_vcard_holds_names_emails_phones_addresses_and_labels(contact: ContactRow) -> None:
    contact.phones = without_doubles(contact.phones)
    # A card says home and work; of the others one is preferred.
    contact.emails = [
        replace(each, kind=card_kind(each.kind, place)) for place, each in enumerate(contact.emails)
    ]
    contact.phones = [
        replace(each, kind=card_kind(each.kind, place)) for place, each in enumerate(contact.phones)
    ]
    [draft] = back([contact], ExportFormat.VCARD)
    assert names(draft) == names(contact)
    assert {(each.address, each.kind) for each in draft.emails} == {
        (each.address, each.kind) for each in contact.emails
    }
    assert [(each.number, each.kind) for each in draft.phones] == [
        (each.number, each.kind) for each in contact.phones
    ]
    assert [values(each) for each in draft.addresses] == [
        values(each) for each in contact.addresses
    ]
    assert labels_back(contact, ExportFormat.VCARD) == [each.name for each in contact.labels]


def test_ours_loses_nothing_of_it() -> None:
    assert lost(ExportFormat.CARNET_CSV) == set()


def test_every_country_comes_back_from_its_name() -> None:
    assert {code: country_code(country_name(code)) for code in countries()} == {
        code: code for code in countries()
    }


def test_headers_are_those_of_the_programs() -> None:
    for kind, expected in (
        (ExportFormat.GOOGLE_CSV, FileFormat.GOOGLE),
        (ExportFormat.OUTLOOK_CSV, FileFormat.OUTLOOK),
    ):
        head = file_format(ExportOptions(kind), most_of([FULL])).head().decode()
        header = next(csv.reader([head]))
        plan = plan_columns(header)
        assert plan.format is expected
        assert len(header) == len(set(header))


@pytest.mark.parametrize(
    "name", ["display_name", "given_name", "family_name", "company", "position"]
)
def test_a_formula_in_any_text_is_harmless_elsewhere_too(name: str) -> None:
    evil = replace(FULL)
    setattr(evil, name, "=cmd|' /C calc'!A0")
    for kind in (ExportFormat.GOOGLE_CSV, ExportFormat.OUTLOOK_CSV):
        file = file_format(ExportOptions(kind), most_of([evil]))
        [row] = csv.reader(io.StringIO(file.body([evil]).decode(), newline=""))
        assert [cell for cell in row if "cmd" in cell] in ([], ["'=cmd|' /C calc'!A0"])
        assert any("cmd" in cell for cell in row) == (name != "display_name")
