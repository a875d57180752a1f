"""The explorer's examples and its reference, against the schema."""

from __future__ import annotations

import json

import pytest
from graphql import build_schema, graphql_sync, parse, validate
from graphql.execution.values import get_variable_values

from frontend.locale import LOCALES, in_locale
from frontend.operations import load
from frontend.operations.generate import SCHEMA
from frontend.pages.explorer.docs_type import prose
from frontend.pages.explorer.examples import NAMES, examples
from frontend.pages.explorer.reference import Hit, Reference, type_text
from frontend.pages.explorer.words import bench_words
from tests.frontend.words import placeholders

schema = build_schema(SCHEMA.read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def reference() -> Reference:
    answer = graphql_sync(schema, load("explorer/introspect").document)
    assert answer.errors is None
    assert answer.data is not None
    return Reference.parse(answer.data["__schema"])


@pytest.mark.parametrize("place", range(len(NAMES)))
def test_an_example_is_valid_with_its_variables(place: int) -> None:
    example = examples()[place]
    document = parse(example.query)
    assert validate(schema, document) == []
    definitions = document.definitions[0].variable_definitions or ()  # type: ignore[attr-defined]
    given = get_variable_values(schema, definitions, json.loads(example.variables))
    assert not isinstance(given, list), given


def test_every_type_of_the_schema_can_be_read(reference: Reference) -> None:
    mine = {name for name in schema.type_map if not name.startswith("__")}
    assert set(reference.types) == mine
    assert set(reference.roots) == {"query", "mutation", "subscription"}
    listed = reference.of_kind("OBJECT", "INTERFACE", "UNION", "INPUT_OBJECT", "ENUM", "SCALAR")
    assert set(listed) | set(reference.roots.values()) == mine


def test_a_search_finds_beginnings_first(reference: Reference) -> None:
    hits = reference.search("contact")
    assert hits[0] == Hit("Contact", "") or hits[0].name == "contact"
    assert Hit("Contact", "primaryEmail") in reference.search("primaryEm")
    assert reference.search("  ") == []
    assert reference.search("nothing is called this") == []


def test_the_type_of_every_field_is_written_in_full(reference: Reference) -> None:
    sdl = {
        f"{name}.{field}": str(found.type)
        for name, kind in schema.type_map.items()
        if not name.startswith("__")
        for field, found in getattr(kind, "fields", {}).items()
    }
    for name, found in reference.types.items():
        for part in found["fields"] or found["inputFields"] or ():
            assert "".join(type_text(part["type"])) == sdl[f"{name}.{part['name']}"]


def test_backticks_become_code() -> None:
    assert [part if isinstance(part, str) else part["tagName"] for part in prose("a `b` c")] == [
        "a ",
        "code",
        " c",
    ]


@pytest.mark.parametrize("locale", LOCALES)
def test_the_benchs_words_keep_what_its_script_fills_in(locale: str) -> None:
    with in_locale("en"):
        english = bench_words()
    with in_locale(locale):
        words = bench_words()
    assert {name: placeholders(text) for name, text in words.items()} == {
        name: placeholders(text) for name, text in english.items()
    }
