"""The short way of completing plain rows answers exactly as graphql-core does."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, timezone
from enum import Enum, StrEnum
from typing import Any, cast

import strawberry
from graphql import parse
from graphql.execution import execute_root_selection_set
from hypothesis import given
from hypothesis import strategies as st
from strawberry.schema.config import StrawberryConfig
from strawberry.schema.schema import StrawberryGraphQLCoreExecutionContext

from backend.api.plain_leaves import LONG_WAY, plain_leaves
from backend.api.plain_rows import PlainRowsExecutor
from backend.core.graphql.nodes import row_type
from backend.core.graphql.scalars import SCALARS


class Kind(StrEnum):
    MAIN = "main"
    WORK = "work"


class Shade(Enum):
    DARK = 1
    LIGHT = 2


class Other(StrEnum):
    MAIN = "main"


strawberry.enum(Kind)
strawberry.enum(Shade)


@strawberry.interface
class Named:
    name: str | None


@dataclass
class ItemRow:
    name: object
    kind: object = "main"
    inner: object = None
    inners: object = ()


class Item(Named):
    kind: Kind
    inner: Item | None
    inners: list[Item]


Item = row_type(ItemRow)(Item)  # type: ignore[misc]


@strawberry.type
class Row:
    items: list[Item]
    named: Named | None
    maybe: list[Item | None] | None
    text: str
    text_or_none: str | None
    key: strawberry.ID
    number: int
    fraction: float | None
    flag: bool
    kind: Kind
    shade: Shade | None
    at: datetime | None
    texts: list[str]
    below: Row | None = None

    @strawberry.field
    def computed(self) -> str:
        return f"<{self.text}>"


@strawberry.type
class Query:
    rows: list[Row]
    row: Row | None
    text: str


SCHEMA = strawberry.Schema(cast(type, Query), config=StrawberryConfig(scalar_map=SCALARS))
ITEM = "kind __typename name inners { name n: name __typename } inner { inner { kind } name }"
ALL = f"items {{ {ITEM} }} maybe {{ ...I }} named {{ name ...I }} "
ALL += "text textOrNone key number fraction flag kind shade at texts computed __typename"
DOCUMENT = f"""{{
  a: text
  rows {{ z: text {ALL} below {{ ...F ...F x: number }} }}
  row {{ ...F below {{ below {{ text }} text }} }}
  text
}} fragment F on Row {{ kind {ALL} at }} fragment I on Item {{ {ITEM} }}"""

ODD = st.sampled_from([None, "no item", 7, ValueError("an error")])


@st.composite
def items(draw: st.DrawFn, depth: int = 2) -> Any:
    if not draw(st.integers(0, 15)):
        return draw(ODD)
    below: st.SearchStrategy[Any] = st.none()
    many: st.SearchStrategy[Any] = st.just([])
    if depth:
        below |= items(depth=depth - 1)
        many = st.lists(items(depth=depth - 1), max_size=2) | ODD
    name = draw(st.text(max_size=2) | st.none() | (ODD if depth == 1 else st.none()))
    kind = draw(st.sampled_from(["main", Kind.WORK, "none"]))
    return ItemRow(name, kind, draw(below), draw(many))


VALUES: dict[str, st.SearchStrategy[Any]] = {
    "text": st.text(max_size=3) | st.none() | st.integers() | st.just(b"x"),
    "text_or_none": st.text(max_size=3) | st.none() | st.floats() | st.booleans(),
    "key": st.text(max_size=3) | st.integers() | st.none(),
    "number": st.integers(-(2**33), 2**33) | st.booleans() | st.floats() | st.text(max_size=2),
    "fraction": st.floats() | st.integers() | st.none() | st.text(max_size=2),
    "flag": st.booleans() | st.integers(0, 2) | st.none() | st.text(max_size=2),
    "kind": st.sampled_from([*Kind, "main", "work", "none", None, Other.MAIN, Shade.DARK, 7]),
    "shade": st.sampled_from([*Shade, 1, 2, 3, None, "DARK", Kind.MAIN]),
    "at": st.none()
    | st.datetimes(timezones=st.just(UTC) | st.just(timezone(timedelta(hours=5))))
    | st.sampled_from(["2026-01-01", 7]),
    "items": st.lists(items(), max_size=2) | st.tuples(items()),
    "maybe": st.lists(items(), max_size=2) | st.none(),
    "named": items(),
    "texts": st.lists(st.text(max_size=2) | st.none(), max_size=2) | st.none(),
}


@dataclass
class Source:
    """Anything, with some attributes missing."""


@st.composite
def rows(draw: st.DrawFn, depth: int = 2) -> Source:
    source = Source()
    for name, values in VALUES.items():
        if draw(st.integers(0, 30)):
            setattr(source, name, draw(values))
    below = st.none() if depth == 0 else st.none() | rows(depth=depth - 1)
    source.below = draw(below)  # type: ignore[attr-defined]
    return source


def run(executor_class: Any, root: Any) -> Any:
    executor = executor_class.build(
        SCHEMA._schema, parse(DOCUMENT), root_value=root, operation_extensions=None
    )
    result = execute_root_selection_set(executor)
    errors = [(error.message, error.path) for error in result.errors or ()]  # type: ignore[union-attr]
    return result.data, errors  # type: ignore[union-attr]


@given(st.lists(rows(), max_size=2), rows() | st.none(), st.text(max_size=3) | st.none())
def test_data_order_and_errors_are_those_of_graphql_core(listed, single, text):
    root = Source()
    vars(root).update(rows=listed, row=single, text=text)
    data, errors = run(PlainRowsExecutor, root)
    expected, expected_errors = run(StrawberryGraphQLCoreExecutionContext, root)
    assert repr(data) == repr(expected)  # the order of keys too, and NaN equal to itself
    assert sorted(map(repr, errors)) == sorted(map(repr, expected_errors))


def test_what_rows_hold_goes_the_short_way():
    plain = plain_leaves(cast(Any, SCHEMA._schema.type_map["Row"]))
    assert set(plain) == {
        "text", "textOrNone", "key", "number", "fraction", "flag", "kind", "shade", "at",
    }  # fmt: skip
    source = Source()
    vars(source).update(kind="work", shade=Shade.LIGHT, number=7, text=None, text_or_none=None)
    found = {name: plain[name](source) for name in ("kind", "shade", "number", "textOrNone")}
    assert found == {"kind": "WORK", "shade": "LIGHT", "number": 7, "textOrNone": None}
    assert plain["text"](source) is LONG_WAY
    assert plain["flag"](source) is LONG_WAY
