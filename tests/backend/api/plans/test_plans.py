"""Plans answer as graphql-core does, whatever the rows hold, and leave to it what is unusual."""

from __future__ import annotations

import asyncio
from typing import Any, cast

import pytest
import strawberry
from graphql import GraphQLSchema
from hypothesis import given
from hypothesis import strategies as st
from strawberry.schema.config import StrawberryConfig

from backend.api.documents import Documents, Operation
from backend.api.kept_documents import MOST_PARTS
from backend.api.plans.plans import Plans
from backend.core.errors import NotFound
from backend.core.graphql import PUBLIC, Connection, Info, Selection, query
from backend.core.graphql.connections import Edge, PageInfo, connection
from backend.core.graphql.context import Context, Credentials
from backend.core.graphql.scalars import SCALARS
from backend.core.paging import Key, Page
from tests.backend.api.test_plain_rows import ALL, ITEM, Item, Row, rows

pytestmark = pytest.mark.sqlite_only
HELD: dict[str, Any] = {"calls": 0}


@strawberry.type
class Query:
    @query(PUBLIC, description="Rows.")
    async def rows(self, info: Info) -> list[Row]:
        HELD["calls"] += 1
        return cast(list[Row], HELD["rows"])

    @query(PUBLIC, description="A row.")
    async def row(self, info: Info, refused: bool = False) -> Row | None:
        HELD["seen"] = sorted(Selection.of(info).fields)
        if refused:
            raise NotFound
        return cast(Row | None, HELD["row"])

    @query(PUBLIC, description="A page.")
    async def page(
        self, info: Info, first: int | None = None, made: bool = False
    ) -> Connection[Row]:
        listed = HELD["rows"][:first]
        if made:
            edges = [Edge(node=each, cursor="") for each in listed]
            return Connection(edges=edges, page_info=cast(PageInfo, None))
        keys: list[Key] = [(place,) for place in range(len(listed))]
        page = Page(listed, keys, has_next=False, has_previous=False)
        return cast(Connection[Row], connection(page))


@strawberry.type
class Waiting:
    @strawberry.field
    async def row(self) -> Row | None:
        await asyncio.sleep(0)
        return cast(Row | None, HELD["row"])


@strawberry.type
class WaitingQuery(Query):
    @query(PUBLIC, description="What is read later.")
    async def waiting(self, info: Info) -> Waiting:
        return Waiting()


SCHEMA: GraphQLSchema = strawberry.Schema(
    WaitingQuery, types=[Item], config=StrawberryConfig(scalar_map=SCALARS)
)._schema
DOCUMENT = f"""query Everything($deep: Boolean!, $first: Int, $with: Boolean = true) {{
  rows {{ z: text {ALL} below @include(if: $deep) {{ ...F x: number }} }}
  again: rows @skip(if: $deep) {{ text }}
  row {{ ...F @include(if: $with) below {{ below {{ text }} text }} }}
  page(first: $first) {{ edges {{ cursor node {{ ...F }} }} pageInfo {{ endCursor hasNextPage }} }}
  bare: page(first: $first) {{ edges {{ node {{ ...F }} z: node {{ text }} }} }}
  made: page(made: true) {{ edges {{ node {{ text below {{ text }} }} }} }}
  waiting {{ one: row {{ text }} __typename row {{ ...F }} }}
  __typename
}} fragment F on Row {{ kind {ALL} at }} fragment I on Item {{ {ITEM} }}"""
ON, OFF = Plans(SCHEMA), Plans(SCHEMA, on=False)
DOCUMENTS = Documents(SCHEMA)


def operation(document: str) -> Operation:
    return DOCUMENTS.operation(document, None)


def run(plans: Plans, document: str, **variables: Any) -> Any:
    context = Context(Credentials(), "a request")
    result = asyncio.run(plans.run(operation(document), variables, context))
    errors = [(error.message, error.path, error.nodes) for error in result.errors or ()]
    return repr(result.data), sorted(map(repr, errors))


@given(
    st.lists(rows(), max_size=2),
    rows() | st.none(),
    st.booleans(),
    st.booleans() | st.none(),
    st.none() | st.integers(0, 2),
)
def test_data_order_and_errors_are_those_of_graphql_core(listed, single, deep, given_with, first):
    HELD.update(rows=listed, row=single)
    variables = {"deep": deep, "first": first}
    if given_with is not None:
        variables["with"] = given_with
    assert run(ON, DOCUMENT, **variables) == run(OFF, DOCUMENT, **variables)


def test_what_is_usual_is_answered_by_the_plan():
    HELD.update(rows=[], row=None)
    ON.tally.clear()
    run(ON, DOCUMENT, deep=True)
    run(ON, "{ page { edges { node { computed } } } }")
    assert dict(ON.planned) == {"Everything": 1, "(anonymous)": 1}
    assert not ON.fallbacks


def test_what_a_resolver_refused_is_counted():
    HELD.update(rows=[], row=None)
    ON.tally.clear()
    document = "query Refused { row(refused: true) { text kind } }"
    assert run(ON, document) == run(OFF, document)
    assert HELD["seen"] == ["kind", "text"]
    assert dict(ON.fallbacks) == {("Refused", "WaitingQuery.row raised NotFound"): 1}


def test_a_single_root_field_is_not_asked_again():
    HELD.update(rows=["no row"], row=None, calls=0)
    assert run(ON, "{ rows { text } }") == run(OFF, "{ rows { text } }")
    assert HELD["calls"] == 2, "once each"


def test_look_ahead_sees_the_variables_of_each_execution():
    HELD.update(rows=[], row=None)
    document = "query Q($a: Boolean!) { row { text @include(if: $a) kind number @skip(if: $a) } }"
    run(ON, document, a=True)
    assert HELD["seen"] == ["kind", "text"]
    run(ON, document, a=False)
    assert HELD["seen"] == ["kind", "number"]


def test_however_many_combinations_of_conditions_few_plans_are_kept_and_none_is_missing():
    HELD.update(rows=[], row=None)
    names = [f"c{number}" for number in range(7)]
    declared = ", ".join(f"${name}: Boolean!" for name in names)
    fields = " ".join(f"{name}: text @skip(if: ${name})" for name in names)
    document = f"query Many({declared}) {{ rows {{ kind {fields} }} }}"
    ON.tally.clear()
    for number in (*range(128), 0, 127):
        given = {name: bool(number >> place & 1) for place, name in enumerate(names)}
        assert run(ON, document, **given) == run(OFF, document, **given)
    assert ON.planned["Many"] == 130
    assert not ON.fallbacks
    assert len(DOCUMENTS._kept._all[document].parts) == MOST_PARTS


def test_documents_that_are_not_kept_have_no_plan():
    kept = Documents(SCHEMA)
    assert kept.operation("{ rows { text } }", None, ()).plans is None
    assert kept.operation("{ rows { text } }", None).plans is not None
    assert kept.operation("{ rows { text } }", None, ()).plans is not None


def test_the_schema_is_described_once_for_all_who_ask_the_same():
    plans, context = Plans(SCHEMA), Context(Credentials(), "a request")

    def ask(document: str, **variables: Any) -> Any:
        return asyncio.run(plans.run(operation(document), variables, context))

    known = "query A { __schema { types { name } } }"
    assert ask(known) is ask(known)
    assert ask(known).data == asyncio.run(OFF.run(operation(known), {}, context)).data
    for other in ("query A { __schema { queryType { name } } }", known + " "):
        assert ask(other) is not ask(known)
    for asked, variables in (
        ("query B($a: Boolean!) { __schema { types { name @skip(if: $a) } } }", {"a": True}),
        ("{ __schema { queryType { name } } rows { text } }", {}),
        ('{ __type(name: "Row") { name } }', {}),
    ):
        assert ask(asked, **variables) is not ask(asked, **variables)
