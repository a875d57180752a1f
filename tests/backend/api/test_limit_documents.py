"""How large a document may be; a small one never costs seconds to refuse."""

from __future__ import annotations

import time

import pytest
from graphql import (
    Lexer,
    Source,
    TokenKind,
    Visitor,
    get_introspection_query,
    parse,
    visit,
)

from backend.api import limits
from backend.api.documents import RULES, Documents
from backend.api.errors import RequestRefused
from backend.api.limits import (
    MAX_ALIASES,
    MAX_DEPTH,
    MAX_DIRECTIVES,
    MAX_FIELDS,
    MAX_OPERATIONS,
    MAX_ROOT_FIELDS,
    MAX_TOKENS,
)
from backend.api.schema import carnet_schema

SECONDS = 1.0
"""The machines that test are shared; the attacks below took three seconds to minutes unguarded."""


@pytest.fixture
def documents():
    return Documents(carnet_schema()._schema)


def refusal(documents, text, name=None):
    """The extensions of what refuses a document, found quickly."""
    started = time.perf_counter()
    with pytest.raises(RequestRefused) as caught:
        documents.operation(text, name)
    assert time.perf_counter() - started < SECONDS
    return caught.value.errors[0].extensions


def nested(depth):
    """A query of ``depth`` levels."""
    return "{a" * depth + "}" * depth


def test_the_introspection_of_tools_is_within_every_limit(documents):
    full = get_introspection_query(
        specified_by_url=True,
        directive_is_repeatable=True,
        schema_description=True,
        input_value_deprecation=True,
    )
    assert documents.operation(full, None).cost.of({}) < 1000


@pytest.mark.parametrize(
    ("text", "limit", "maximum"),
    [
        (nested(MAX_DEPTH + 1), "depth", MAX_DEPTH),
        (
            "{" + " ".join(f"a{n}: __typename" for n in range(MAX_ALIASES + 1)) + "}",
            "aliases",
            MAX_ALIASES,
        ),
        (
            "{ __typename " + "@include(if: true) " * (MAX_DIRECTIVES + 1) + "}",
            "directives",
            MAX_DIRECTIVES,
        ),
        (
            "{" + " ".join(f"f{n}" for n in range(MAX_ROOT_FIELDS + 1)) + "}",
            "root fields",
            MAX_ROOT_FIELDS,
        ),
        ("{" + "id " * 200 + "}", "repeated fields", 5000),
        ("{" + "a " * MAX_TOKENS + "}", "tokens", MAX_TOKENS),
        (
            " ".join(f"query Q{n} {{ __typename }}" for n in range(MAX_OPERATIONS + 1)),
            "operations",
            MAX_OPERATIONS,
        ),
        ("#" * 200_000, "characters", 100_000),
    ],
    ids=[
        "depth",
        "aliases",
        "directives",
        "root fields",
        "repeated fields",
        "tokens",
        "operations",
        "characters",
    ],
)
def test_each_limit_is_named_with_its_maximum(documents, text, limit, maximum):
    found = refusal(documents, text)
    assert found["code"] == "LIMIT_EXCEEDED"
    assert (found["limit"], found["maximum"]) == (limit, maximum)


class AllNodes(Visitor):
    """The nodes of a document."""

    def __init__(self):
        super().__init__()
        self.found = []

    def enter(self, node, *_):
        """Note one."""
        self.found.append(node)


@pytest.mark.parametrize(
    "text",
    [
        "{ __typename }" + " ,\n\ufeff# ( : @\n" * 20 + "# end",
        '{ node(id: "\\u0061 \\" : @ #", \t id: """a " \\""" \\" "" @ : """, e: -1.5e+3) { id } }',
        "{ contacts(first: [-1.5e+3-1-0.2E-4 5]) { id } }",
        '{ node(id: "") { id } } fragment F($a: [A!]! = {b: 1}) on Any @a(b: 1) { ...on A { a:b }}',
        "query Q($a: B = 1 @c) { a(b: {c: 0}) @d { ...F ... @e { f: g } } } # no end",
    ],
    ids=["ignored", "texts", "numbers", "fragments", "variables"],
)
def test_tokens_aliases_and_directives_are_counted_without_a_parser(monkeypatch, text):
    counted = {}
    monkeypatch.setattr(limits, "_check", lambda limit, number, _: counted.update({limit: number}))
    monkeypatch.setattr(limits, "MAX_ALIASES", -1)
    limits.check_counts(text)
    lexer = Lexer(Source(text))
    kinds = [lexer.advance().kind for _ in range(counted["tokens"] + 1)]
    assert kinds.index(TokenKind.EOF) == counted["tokens"]
    nodes = AllNodes()
    visit(parse(text, experimental_fragment_arguments=True), nodes)
    assert counted["directives"] == sum(node.kind == "directive" for node in nodes.found)
    assert counted["aliases"] == sum(
        getattr(node, "alias", None) is not None for node in nodes.found
    )


@pytest.mark.parametrize(
    "text",
    [
        "{ a }" + " " * 99_000,
        '"a' + '\\"""""a' * 14_000,
        '"""' + '\\"""\n' * 19_000,
        "#a\n" * 33_000,
    ],
    ids=["spaces", "quotes", "block of quotes", "comments"],
)
def test_counting_looks_at_nothing_twice(documents, text):
    refusal(documents, text)


def test_a_number_too_long_to_be_read_is_refused(documents):
    text = "{contacts(first: " + "9" * 5000 + ") {totalCount}}"
    assert refusal(documents, text)["code"] == "GRAPHQL_PARSE_FAILED"


@pytest.mark.parametrize("opening", ["{a", "{a(b:[", "{a(b:{c:"])
def test_nesting_never_exhausts_the_stack(documents, opening):
    assert refusal(documents, opening * 600)["code"] in ("GRAPHQL_PARSE_FAILED", "LIMIT_EXCEEDED")


def doubled(levels, body):
    """Fragments that each spread the next one twice: 2 to the ``levels`` paths in few bytes."""
    fragments = [f"fragment F{n} on Query {{ {body.format(n=n + 1)} }}" for n in range(levels)]
    return "{ ...F0 } " + " ".join(fragments) + f" fragment F{levels} on Query {{ __typename }}"


def test_fragments_spread_twice_are_counted_once(documents):
    started = time.perf_counter()
    operation = documents.operation(doubled(60, "...F{n} ...F{n}"), None)
    assert operation.cost.of({}) < 100
    assert time.perf_counter() - started < SECONDS


def test_fragments_that_branch_below_fields_are_cut_off(documents):
    found = refusal(documents, doubled(60, "a {{ ...F{n} }} b {{ ...F{n} }}"))
    assert (found["code"], found["limit"]) in {
        ("LIMIT_EXCEEDED", "fields"),
        ("LIMIT_EXCEEDED", "depth"),
    }
    wide = doubled(14, "a {{ ...F{n} }} b {{ ...F{n} }}")
    assert refusal(documents, wide)["maximum"] == MAX_FIELDS


def test_a_fragment_inside_itself_ends(documents):
    within = "{ ...A } fragment A on Query { a { ...A } }"
    assert refusal(documents, within)["limit"] == "depth"
    itself = "{ ...A } fragment A on Query { ...A }"
    assert refusal(documents, itself)["code"] == "GRAPHQL_VALIDATION_FAILED"


@pytest.mark.parametrize("levels", [2, 3])
def test_fields_repeated_below_each_other_are_cut_off(documents, levels):
    body = "id "
    for _ in range(levels):
        body = ("a {" + body + "} ") * (8 if levels == 3 else 20)
    assert refusal(documents, "{" + body + "}")["code"] in (
        "LIMIT_EXCEEDED",
        "GRAPHQL_PARSE_FAILED",
    )


def test_a_document_is_validated_once(documents, monkeypatch):
    text = "query A { __typename } query B { viewer { role } }"
    first = documents.operation(text, "A")
    monkeypatch.setattr("backend.api.documents.validate", None)
    assert documents.operation(text, "A") is first
    assert documents.operation(text, "B").node.name.value == "B"
    assert isinstance(RULES, tuple)


@pytest.mark.parametrize("name", [None, "C"])
def test_an_operation_must_be_named_among_several(documents, name):
    text = "query A { __typename } query B { __typename }"
    assert refusal(documents, text, name)["code"] == "OPERATION_RESOLUTION_FAILURE"


@pytest.mark.parametrize("text", ["", "{", "query", "fragment A on Query { a }", "type A { b: C }"])
def test_what_is_no_operation_is_refused(documents, text):
    assert refusal(documents, text)["code"] in (
        "GRAPHQL_PARSE_FAILED",
        "GRAPHQL_VALIDATION_FAILED",
        "OPERATION_RESOLUTION_FAILURE",
    )
