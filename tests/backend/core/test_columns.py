"""Of a row only what is looked at is read, and all that it is made of."""

from __future__ import annotations

from typing import Any

import pytest

from backend.core.columns import Columns, attributes_read
from backend.core.ids import GlobalId
from backend.core.light_rows import light_row

COLUMNS = "thing.id, thing.name, thing.first, thing.last"


def whole_name(row: Any) -> str:
    return f"{row.first} {row.last}"


@light_row
class Thing:
    pk: int
    name: str
    first: str | None
    last: str | None = None
    labels: tuple[str, ...] = ()

    id = GlobalId("Thing", "pk")

    @property
    def person(self) -> str:
        return f"{self.first} {self.shouted()}"

    def shouted(self) -> str:
        return (self.last or "").upper()

    @property
    def title(self) -> str:
        return f"{self.name}: {self.person}"

    @property
    def handed_on(self) -> str:
        return whole_name(self)

    @property
    def held(self) -> list[str]:
        return [self.name for _ in range(2)]


THING = Columns(Thing, COLUMNS)
VALUES = {"id": 1, "name": "N", "first": "F", "last": "L"}


def made(*attributes: str) -> Thing:
    """A row of nothing but what these attributes need."""
    columns, make = THING.of(frozenset(attributes))
    return make(*(VALUES[each.removeprefix("thing.")] for each in columns.split(", ")))


@pytest.mark.parametrize(
    ("attribute", "columns"),
    [
        ("name", "thing.name"),
        ("id", "thing.id"),
        ("person", "thing.first, thing.last"),
        ("title", "thing.name, thing.first, thing.last"),
        ("labels", "thing.id"),
        ("added", "thing.id"),  # a field of a higher domain
        ("handed_on", COLUMNS),  # what is done with the row is not known
        ("shouted", "thing.last"),
    ],
)
def test_an_attribute_needs_the_columns_it_is_made_of(attribute, columns):
    assert THING.of(frozenset({attribute})).columns == columns


@pytest.mark.parametrize(
    "attribute", ["id", "name", "labels", "person", "title", "handed_on", "held"]
)
def test_a_row_of_these_columns_answers_as_the_whole_row(attribute):
    assert getattr(made(attribute), attribute) == getattr(Thing(1, "N", "F", "L"), attribute)


def test_what_was_not_read_is_not_there_even_where_it_has_a_default():
    row = made("name")
    assert (type(row), row.labels) == (Thing, ())
    for unread in ("pk", "first", "last", "title"):
        with pytest.raises(AttributeError):
            getattr(row, unread)


def test_what_the_reader_looks_at_itself_is_read_too():
    assert THING.of(frozenset({"name"}), "pk").columns == "thing.id, thing.name"
    assert THING.of(None, "pk").columns == COLUMNS


def test_code_that_does_more_with_its_row_needs_all_of_it():
    def changed(row: Any) -> Any:
        row = row.other
        return row.name

    def closed_over(row: Any) -> Any:
        return lambda: row.name

    def second(size: int, row: Any) -> Any:
        return row.name * size

    assert attributes_read(changed) is None
    assert attributes_read(closed_over) is None
    assert attributes_read(second, "row") == frozenset({"name"})
