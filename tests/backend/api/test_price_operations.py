"""What operations cost, known before they run."""

from __future__ import annotations

from typing import Any

import pytest
from graphql import build_schema, parse

from backend.api.cost import LIST_SIZE, MUTATION_COST, CostPlan
from backend.api.shapes import shape_of

SCHEMA = build_schema(
    """
    type Query {
      contact: Contact
      contacts(first: Int, last: Int): ContactConnection!
      nodes(ids: [ID!]!): [Node]!
      node: Node
      hello: String
    }
    type Mutation { rename: Contact }
    interface Node { id: ID! }
    type Contact implements Node {
      id: ID!
      name: String
      emails: [Email!]!
      friends(first: Int): ContactConnection!
    }
    type Other implements Node { id: ID!  friends(first: Int): ContactConnection! }
    type Email { address: String }
    type ContactConnection { edges: [ContactEdge!]! pageInfo: PageInfo! totalCount: Int! }
    type ContactEdge { node: Contact! cursor: String! }
    type PageInfo { hasNextPage: Boolean! }
    """
)


def price(text, **variables):
    """What an operation costs with some variables."""
    document: Any = parse(text)
    operation, *others = document.definitions
    fragments = {other.name.value: other for other in others}
    return CostPlan(SCHEMA, operation, shape_of(operation, fragments)).of(variables)


@pytest.mark.parametrize(
    ("text", "cost"),
    [
        ("{ hello }", 1),
        ("{ __typename }", 1),
        ("{ contact { name } }", 2),
        ("{ contact { emails { address } } }", 2 + LIST_SIZE),
        ("{ contacts { totalCount pageInfo { hasNextPage } } }", 1),
        ("{ contacts(first: 10) { edges { cursor node { name } } } }", 11),
        ("{ contacts { edges { node { name } } } }", 51),
        (
            "{ contacts(last: 3) { edges { node { emails { address } } } } }",
            1 + 3 * (1 + LIST_SIZE),
        ),
        (
            "{ contacts(first: 9) { edges { node { friends(first: 5) { edges { node { id }}}}}}}",
            1 + 9 * (1 + 5),
        ),
        ("{ contacts(first: 1000000) { edges { node { id } } } }", 201),
        ("{ contacts(first: -5) { edges { node { id } } } }", 1),
        ('{ nodes(ids: ["a", "b", "c"]) { id } }', 4),
        ("{ a: contact { id } b: contact { id } }", 3),
        ("{ contact { id } contact { name } }", 2),
        (
            "{ ...A ...A } fragment A on Query { contact { ...B } } "
            "fragment B on Contact { emails { address } }",
            7,
        ),
        ("mutation { rename { id } }", 2 + MUTATION_COST),
        ("mutation { a: rename { id } b: rename { id } }", 3 + 2 * MUTATION_COST),
    ],
)
def test_an_operation_costs_the_objects_that_it_may_answer_with(text, cost):
    assert price(text) == cost


def test_variables_set_the_size_of_a_page():
    text = "query ($n: Int = 7) { contacts(first: $n) { edges { node { id } } } }"
    assert price(text) == 8
    assert price(text, n=20) == 21
    assert price(text, n="many") == 51
    assert price(text, n=True) == 51


def test_variables_count_ids():
    text = "query ($ids: [ID!]!) { nodes(ids: $ids) { id } }"
    assert price(text, ids=["a"] * 30) == 31


def test_types_that_answer_under_one_name_cost_the_dearer():
    text = """{ node {
      ... on Other { f: friends(first: 1) { edges { node { id } } } }
      ... on Contact { f: friends(first: 100) { edges { node { id } } } }
    } }"""
    assert price(text) == 102


async def test_an_operation_that_may_answer_too_much_is_refused_before_it_runs(
    ask_as, owner, monkeypatch
):
    monkeypatch.setattr("backend.api.execution.MAX_COST", 5)
    error = await ask_as(owner).error("{ changes(first: 5) { edges { node { kind } } } }")
    assert error["extensions"]["code"] == "COST_LIMIT_EXCEEDED"
    assert error["extensions"]["cost"] == {"requested": 6, "maximum": 5, "remaining": None}


async def test_an_answer_says_what_it_cost(ask_as, owner):
    body = await ask_as(owner)("{ changes(first: 5) { edges { node { kind } } } }")
    assert body["extensions"]["cost"] == {"requested": 6, "maximum": 10_000, "remaining": None}
