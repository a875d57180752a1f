"""Fields that a domain gives to a type of a domain below it."""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from dataclasses import dataclass
from enum import Enum
from typing import Annotated, Any, cast

import pytest
import strawberry

from backend.core.added_fields import Extensible, Reading, read_added
from backend.core.graphql import Connection, Info, Selection, extend, row_type
from backend.core.graphql.connections import connection
from backend.core.graphql.extending import asked_fields
from backend.core.paging import Page


@dataclass(slots=True)
class ShelfRow(Extensible):
    """A row that has room for what others add to it."""

    pk: int
    added: Mapping[Hashable, Any] | None = None


@row_type(ShelfRow)
class Shelf:
    """A shelf."""

    pk: int = strawberry.field(description="Its number.")


@strawberry.type
class Book:
    """A book."""

    title: str = strawberry.field(description="Its title.")


@strawberry.enum(description="Which books.")
class Kind(Enum):
    """Kinds of books."""

    NOVEL = "novel"


Kinds = Annotated[list[Kind] | None, strawberry.argument(description="Kinds.")]
First = Annotated[int | None, strawberry.argument(description="How many.")]
CALLS: list[tuple[Reading, Any, Any]] = []


@extend(Shelf, description="How many books.")
async def book_count(reading: Reading) -> Mapping[int, int | None]:
    """Count, and know nothing of shelf 3."""
    return {key: key * 10 for key in reading.ids if key != 3}


@extend(Shelf, description="The books.")
async def books(
    reading: Reading, first: First = None, kinds: Kinds = None
) -> Mapping[int, Connection[Book]]:
    """Say what was asked."""
    CALLS.append((reading, first, kinds))
    book = Book(title=f"{first} {kinds}")
    return {
        key: connection(Page([book], [(key,)], has_next=False, has_previous=False))
        for key in reading.ids
    }


@strawberry.type
class Query:
    """Reads."""

    @strawberry.field
    async def shelves(self, info: Info, ids: list[int]) -> list[Shelf]:
        rows = [ShelfRow(key) for key in ids]
        found = await read_added(asked_fields(Shelf, Selection.of(info)), 7, ids)
        for row in rows:
            row.added = found[row.pk]
        return cast(list[Shelf], rows)


SCHEMA = strawberry.Schema(cast(type, Query))


@pytest.fixture(autouse=True)
def no_calls():
    CALLS.clear()


async def asked(document, **variables):
    return await SCHEMA.execute(document, variable_values=variables)


async def test_a_field_is_read_once_for_all_rows_and_each_set_of_arguments():
    answer = await asked(
        "query ($few: Int, $kinds: [Kind!]) { shelves(ids: [1, 2]) { pk bookCount "
        "books(first: $few, kinds: $kinds) { edges { node { title } } } "
        "all: books { pageInfo { endCursor } } again: books(first: null) { edges { cursor } } } }",
        few=2,
        kinds=["NOVEL"],
    )
    assert answer.errors is None
    first, second = answer.data["shelves"]
    assert (first["bookCount"], second["bookCount"]) == (10, 20)
    assert first["books"]["edges"][0]["node"]["title"] == "2 ('novel',)"
    assert second["all"] == second["all"] | {"pageInfo": {"endCursor": "WzJd"}}
    assert len(CALLS) == 2, "the last two are one"
    readings = {(few, kinds): reading for reading, few, kinds in CALLS}
    few_novels = readings[2, ("novel",)]
    assert (few_novels.account_id, few_novels.ids) == (7, [1, 2])
    assert {"edges.node.title", "edges.cursor", "pageInfo.endCursor"} <= few_novels.below
    assert "totalCount" not in few_novels.below


async def test_what_nobody_asks_for_is_not_read():
    answer = await asked("{ shelves(ids: [1]) { pk } }")
    assert answer.data == {"shelves": [{"pk": 1}]}
    assert CALLS == []


async def test_a_row_without_a_value_has_none():
    answer = await asked("{ shelves(ids: [3]) { pk bookCount } }")
    assert answer.data == {"shelves": [{"pk": 3, "bookCount": None}]}
