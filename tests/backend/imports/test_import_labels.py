"""Labels that a file names, or that all of it gets."""

from __future__ import annotations

import pytest

from backend.core.errors import TooLong
from backend.imports.service import Existing
from backend.labels.errors import TooManyLabels
from backend.labels.queries import list_labels
from backend.labels.rules import LabelColor
from backend.labels.service import create_label
from tests.backend.imports.conftest import Book

ANNA = {"First name": "Anna", "Last name": "Bianchi", "E-mail": "anna@example.org"}
UGO = {"First name": "Ugo", "Last name": "Prova", "E-mail": "ugo@example.org"}


async def test_labels_are_found_whatever_their_accents_and_made_once(book: Book) -> None:
    rows = [ANNA | {"Labels": "Été; vip"}, UGO | {"Labels": "ETE, VIP; new"}]
    await book.take(rows, labels=("From the fair",))
    first, second = await book.contacts()
    assert {label.name for label in first.labels} == {"Été", "vip", "From the fair"}
    assert {label.name for label in second.labels} == {"Été", "vip", "new", "From the fair"}
    assert {label.name: label.contact_count for label in second.labels} == {
        "Été": 2,
        "vip": 2,
        "new": 1,
        "From the fair": 2,
    }


async def test_a_label_that_cannot_be_costs_its_row(book: Book) -> None:
    report = await book.take([ANNA | {"Labels": "x" * 61}, UGO])
    assert (report.created, report.reasons) == (1, {"TOO_LONG": 1})


async def test_rows_that_stay_out_make_no_label(book: Book) -> None:
    await book.take([ANNA])
    rows = [
        {"Name": "Many", "Labels": ";".join(f"label {n}" for n in range(101))},
        {"Name": "x" * 300, "Labels": "of a refused row"},
        {"Name": "Two", "Labels": "good; " + "x" * 61},
        ANNA | {"Labels": "of somebody who is there"},
    ]
    for dry_run in (True, False):
        report = await book.take(rows, labels=("for all",), dry_run=dry_run)
        assert (report.created, report.duplicates) == (0, 1)
        assert report.reasons == {"TOO_MANY": 1, "TOO_LONG": 2}
        assert await list_labels(book.actor) == []
    assert [(row["Import reason"], row["Import column"]) for row in book.rejected()] == [
        ("TOO_MANY", "labelIds"),
        ("TOO_LONG", "givenName"),
        ("TOO_LONG", "labels"),
    ]


async def test_rows_get_labels_in_turn_until_the_account_has_all_it_may(
    book: Book, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("backend.labels.by_name.MAX_LABELS", 3)
    rows = [
        {"Name": "Anna", "Labels": "one, two"},
        {"Name": "Ugo", "Labels": "two, three, four"},
        {"Name": "Zoe", "Labels": "TWO, three"},
        {"Name": "Ada", "Labels": "one"},
    ]
    for dry_run in (True, False):
        report = await book.take(rows, dry_run=dry_run)
        assert (report.created, report.reasons) == (3, {"TOO_MANY_LABELS": 1})
    assert [label.name for label in await list_labels(book.actor)] == ["one", "three", "two"]
    with pytest.raises(TooManyLabels):
        await book.take([ANNA], labels=("five",))
    assert len(await book.contacts()) == 3


async def test_labels_of_a_file_get_the_colours_that_are_used_least(book: Book) -> None:
    await create_label(book.actor, "mine", LabelColor.RED)
    await book.take([ANNA | {"Labels": "b, c"}, UGO | {"Labels": "a, MINE"}], labels=("d",))
    colors = {label.name: label.color for label in await list_labels(book.actor)}
    assert colors == {"mine": "red", "b": "orange", "c": "amber", "d": "green", "a": "teal"}


async def test_labels_are_added_to_whoever_is_there(book: Book) -> None:
    await book.take([ANNA | {"Labels": ";".join(f"label {n}" for n in range(99))}])
    refused = await book.take([ANNA | {"Labels": "a, b"}], existing=Existing.FILL)
    assert refused.reasons == {"TOO_MANY": 1}
    assert len(await list_labels(book.actor)) == 99
    filled = await book.take([ANNA | {"Labels": "LABEL 5, a"}], existing=Existing.FILL)
    assert (filled.updated, len((await book.only()).labels)) == (1, 100)
    again = await book.take([ANNA | {"Labels": "A"}], existing=Existing.FILL)
    assert (again.updated, again.duplicates) == (0, 1)


async def test_a_label_for_all_that_cannot_be_refuses_the_import(book: Book) -> None:
    with pytest.raises(TooLong):
        await book.take([ANNA], labels=("x" * 61,))
    assert await book.contacts() == []
