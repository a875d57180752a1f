"""What an operation asks for below a field, whatever it is dressed in."""

from __future__ import annotations

from typing import Annotated, cast

import pytest
import strawberry
from graphql import parse
from graphql.execution import execute_sync

from backend.core.graphql import Connection, Info, Node, Selection


@strawberry.type
class Label(Node):
    """A label."""

    name: str


@strawberry.type
class Contact(Node):
    """A contact."""

    name: str
    emails: list[str]
    labels: list[Label]
    friends: Connection[Annotated[Contact, strawberry.lazy("tests.backend.api.test_look_ahead")]]


class Seen:
    selection: Selection


@strawberry.type
class Query:
    @strawberry.field
    def contacts(self, info: Info) -> Connection[Contact] | None:
        Seen.selection = Selection.of(info)
        # Read now: the operation is over when the test looks.
        _ = Seen.selection.at("edges", "node", "labels").fields
        return None

    @strawberry.field
    def node(self, info: Info) -> Node | None:
        Seen.selection = Selection.of(info)
        return None


SCHEMA = strawberry.Schema(cast(type, Query), types=[Contact, Label])


def selection(document, **variables):
    """What the resolver of the only root field sees."""
    result = execute_sync(
        SCHEMA._schema,
        parse(document),
        variable_values=variables,
        executor_class=SCHEMA.execution_context_class,
    )
    assert not result.errors, result.errors
    return Seen.selection


def below(document, *path, **variables):
    return selection(document, **variables).at(*path).fields


def test_fields_and_relations_of_a_connection():
    document = "{ contacts { totalCount edges { node { id name labels { name } } } } }"
    assert below(document) == {"totalCount", "edges"}
    assert below(document, "edges", "node") == {"id", "name", "labels"}
    assert below(document, "edges", "node", "labels") == {"name"}
    assert below(document, "edges", "node", "friends") == frozenset()
    assert not selection(document).at("pageInfo")
    assert "totalCount" in selection(document)


def test_aliases_count_by_the_field_s_name():
    document = "{ contacts { e: edges { a: node { x: name } } e2: edges { node { emails } } } }"
    assert below(document, "edges", "node") == {"name", "emails"}


@pytest.mark.parametrize(
    "document",
    [
        "{ contacts { ...A } } fragment A on ContactConnection { edges { node { ...B } } } "
        "fragment B on Contact { name }",
        "{ contacts { ... { edges { ... on ContactEdge { node { ... on Node { ...B } } } } } } } "
        "fragment B on Contact { name }",
        "{ ...Q } fragment Q on Query { contacts { edges { node { name } } } }",
    ],
)
def test_fragments_are_seen_through(document):
    assert below(document, "edges", "node") == {"name"}


def test_fragments_of_another_type_are_not():
    document = "{ contacts { edges { node { ... on Node { id ... on Label { name } } } } } }"
    assert below(document, "edges", "node") == {"id"}


def test_an_interface_is_narrowed_by_its_type():
    document = "{ node { id ... on Contact { emails } ...L } } fragment L on Label { name }"
    found = selection(document)
    assert found.on("Contact").fields == {"id", "emails"}
    assert found.on("Label").fields == {"id", "name"}
    assert found.fields == {"id", "emails", "name"}
    with pytest.raises(KeyError):
        found.on("Nothing")


@pytest.mark.parametrize("yes", [True, False])
def test_directives_are_obeyed(yes):
    document = """query ($yes: Boolean!) { contacts { edges { node {
      name @include(if: $yes)
      emails @skip(if: $yes)
      id @skip(if: false) @include(if: true)
      ... @include(if: false) { labels { id } }
      ...F @skip(if: $yes)
    } } } } fragment F on Contact { friends { totalCount } }"""
    expected = {"id", "name"} if yes else {"id", "emails", "friends"}
    assert below(document, "edges", "node", yes=yes) == expected


def test_fragments_spread_again_and_again_cost_one_look():
    names = [f"fragment F{n} on Contact {{ ...F{n + 1} ...F{n + 1} }}" for n in range(60)]
    document = "{ contacts { edges { node { ...F0 } } } } " + " ".join(names)
    assert below(document + " fragment F60 on Contact { name }", "edges", "node") == {"name"}


def test_a_field_that_is_none_is_a_mistake_of_ours():
    with pytest.raises(KeyError):
        selection("{ contacts { totalCount } }").at("nothing")
