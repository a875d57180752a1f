"""Columns of custom fields: found or made, their cells read as their type."""

from __future__ import annotations

import pytest

from backend.custom_fields.errors import FieldNameReserved, FieldNameTaken
from backend.custom_fields.kinds import CustomFieldKind
from backend.imports.service import Existing
from backend.imports.targets import NewFieldTarget
from tests.backend.imports.conftest import Book
from tests.factories.custom_fields import new_field

DATE = "Custom field (date): Renewal"
NUMBER = "Custom field (number): Budget"
URL = "Custom field (url): Site"
TEXT = "Custom field (text): Remark"
ANNA = {
    "Name": "Anna",
    "E-mail": "anna@example.org",
    DATE: "2026-02-28",
    NUMBER: "'-12.50",
    URL: "example.org",
    TEXT: "'=one\ntwo",
}
KEPT = {
    "Renewal": "2026-02-28",
    "Budget": "-12.5",
    "Site": "https://example.org",
    "Remark": "=one\ntwo",
}


async def test_finds_the_field_of_this_name_and_type_or_makes_it(book: Book) -> None:
    await new_field(book.actor, "renewal", CustomFieldKind.DATE)
    await new_field(book.actor, "Budget", CustomFieldKind.TEXT)
    await book.take([ANNA])
    assert await book.fields() == [
        ("renewal", "date", 1),
        ("Budget", "text", 0),
        ("Budget (number)", "number", 1),
        ("Site", "url", 1),
        ("Remark", "text", 1),
    ]
    await book.take([ANNA | {"Name": "Ugo", "E-mail": "ugo@example.org"}])
    assert len(await book.fields()) == 5
    assert [sorted(each.values()) for each in await book.values()] == [sorted(KEPT.values())] * 2


async def test_a_trial_makes_no_field_and_judges_the_same(book: Book) -> None:
    rows = [ANNA | {DATE: "soon"}]
    trial = await book.take(rows, dry_run=True)
    assert await book.fields() == []
    real = await book.take(rows)
    assert (trial.created, trial.left_out) == (real.created, real.left_out) == (1, 1)


async def test_a_cell_of_another_type_costs_only_itself(book: Book) -> None:
    bad = {DATE: "2026-02-30", NUMBER: "many", URL: "javascript:alert(1)", TEXT: "x" * 2001}
    report = await book.take([ANNA | bad, {"Name": "Ugo", TEXT: "a\0b"}])
    assert (report.created, report.rejected, report.left_out) == (2, 0, 5)
    assert await book.values() == [{}, {}]
    assert [
        (row["Import row"], row["Import reason"], row["Import column"], row["Import outcome"])
        for row in book.rejected()
    ] == [
        ("2", "CUSTOM_DATE_INVALID", DATE, "imported without it"),
        ("2", "CUSTOM_NUMBER_INVALID", NUMBER, "imported without it"),
        ("2", "CUSTOM_URL_INVALID", URL, "imported without it"),
        ("2", "CUSTOM_VALUE_TOO_LONG", TEXT, "imported without it"),
        ("3", "CUSTOM_VALUE_INVALID_CHARACTERS", TEXT, "imported without it"),
    ]


@pytest.mark.parametrize(
    ("existing", "renewal", "site"),
    [
        (Existing.SKIP, "2026-02-28", None),
        (Existing.FILL, "2026-02-28", "https://other.example.org"),
        (Existing.OVERWRITE, "2027-01-01", "https://other.example.org"),
    ],
)
async def test_values_of_people_who_are_there_already(
    book: Book, existing: Existing, renewal: str, site: str | None
) -> None:
    await book.take([ANNA | {URL: "", NUMBER: ""}])
    later = {DATE: "2027-01-01", URL: "other.example.org", TEXT: ""}
    await book.take([ANNA | later], existing=existing)
    [found] = await book.values()
    assert (found["Renewal"], found.get("Site"), found["Remark"]) == (renewal, site, "=one\ntwo")


async def test_the_second_row_of_a_person_fills_what_the_first_left(book: Book) -> None:
    rows = [ANNA | {URL: ""}, ANNA | {DATE: "2027-01-01"}]
    await book.take(rows, existing=Existing.FILL)
    assert await book.values() == [KEPT]


async def test_a_chosen_column_becomes_a_new_field(book: Book) -> None:
    report = await book.take(
        [{"Name": "Anna", "When": "2026-02-28"}],
        choices={1: NewFieldTarget(CustomFieldKind.DATE, "Renewal")},
    )
    assert report.ignored == []
    assert await book.values() == [{"Renewal": "2026-02-28"}]


@pytest.mark.parametrize(
    ("name", "refusal"), [("Budget", FieldNameTaken), ("E-mail", FieldNameReserved)]
)
async def test_a_field_that_cannot_be_made_refuses_the_import(
    book: Book, name: str, refusal: type[Exception]
) -> None:
    await new_field(book.actor, "Budget", CustomFieldKind.TEXT)
    with pytest.raises(refusal):
        await book.take(
            [{"Name": "Anna", "When": "2026-02-28", "Site": "example.org"}],
            choices={
                2: NewFieldTarget(CustomFieldKind.URL, "Site"),
                1: NewFieldTarget(CustomFieldKind.DATE, name),
            },
        )
    assert await book.contacts() == []
    assert await book.fields() == [("Budget", "text", 0)]


async def test_of_two_columns_of_one_field_the_first_that_says_something_counts(book: Book) -> None:
    target = NewFieldTarget(CustomFieldKind.TEXT, "Remark")
    rows = [{"Name": "Anna", "A": " ", "B": "two"}, {"Name": "Ugo", "A": "one", "B": "two"}]
    await book.take(rows, choices={1: target, 2: target})
    assert await book.values() == [{"Remark": "two"}, {"Remark": "one"}]


GOOGLE = """First Name,E-mail 1 - Label,E-mail 1 - Value,{0},{1},Notes
Anna,* Work,anna@example.org,Renewal,2026-02-28,Size,M,
Ugo,,ugo@example.org,Size,L,renewal,2026-03-01,
Eva,,eva@example.org,,unnamed,Size,S,
Tom,,tom@example.org,Size,XL,Size,XXL,
"""


@pytest.mark.parametrize("part", ["Label", "Type"])
async def test_googles_custom_fields_are_read_by_their_labels(book: Book, part: str) -> None:
    await new_field(book.actor, "Size", CustomFieldKind.TEXT)
    pairs = (f"Custom Field {n} - {part},Custom Field {n} - Value" for n in (1, 2))
    report = await book.take(GOOGLE.format(*pairs))
    assert (report.created, report.rejected, report.left_out) == (4, 0, 0)
    assert await book.fields() == [
        ("Size", "text", 4),
        ("Renewal", "date", 2),
        ("Custom field", "text", 1),
    ]
    assert sorted(tuple(each.items()) for each in await book.values()) == [
        (("Size", "L"), ("Renewal", "2026-03-01")),
        (("Size", "M"), ("Renewal", "2026-02-28")),
        (("Size", "S"), ("Custom field", "unnamed")),
        (("Size", "XL, XXL"),),
    ]


async def test_labels_that_are_no_names_of_fields_make_none(book: Book) -> None:
    header = "First Name,E-mail 1 - Value,Custom Field 1 - Label,Custom Field 1 - Value\n"
    rows = "".join(f"P{n},p{n}@example.org,note {n},x\n" for n in range(101))
    report = await book.take(header + rows)
    assert (report.created, report.ignored) == (
        101,
        ["Custom Field 1 - Label", "Custom Field 1 - Value"],
    )
    assert await book.fields() == []


async def test_a_label_for_which_there_is_no_room_or_that_is_a_standard_field(book: Book) -> None:
    for n in range(99):
        await new_field(book.actor, f"Field {n}", CustomFieldKind.TEXT)
    header = "First Name,E-mail 1 - Value," + ",".join(
        f"Custom Field {n} - Label,Custom Field {n} - Value" for n in (1, 2, 3)
    )
    await book.take(f"{header}\nAnna,anna@example.org,Company,Acme,One,1,Two,2\n")
    assert [name for name, _, count in await book.fields() if count] == ["One"]
    assert [contact.company for contact in await book.contacts()] == ["Acme"]
