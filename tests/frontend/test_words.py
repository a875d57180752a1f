"""Every word of the interface exists in every language, with the same placeholders."""

from __future__ import annotations

import re

import pytest
from graphql import GraphQLEnumType, build_schema

from frontend.error_words import ERROR_WORDS
from frontend.errors import explain
from frontend.locale import LOCALES, in_locale
from frontend.locale.catalogs import read_catalog
from frontend.operations.generate import SCHEMA
from tests.frontend.words import Message, messages, placeholders

MESSAGES = messages()
TRANSLATED = [locale for locale in LOCALES if locale != "en"]


def test_messages_are_literals() -> None:
    assert [message.place for message in MESSAGES if message.id is None] == []


@pytest.mark.parametrize("locale", TRANSLATED)
def test_every_message_is_translated_with_its_placeholders(locale: str) -> None:
    catalog = read_catalog(locale)
    assert [problem for message in MESSAGES if (problem := _problem(catalog, message))] == []


@pytest.mark.parametrize("locale", TRANSLATED)
def test_no_translation_is_left_of_a_message_that_is_gone(locale: str) -> None:
    used = {(message.id, message.context) for message in MESSAGES}
    kept = [
        (item.id if isinstance(item.id, str) else item.id[0], item.context)
        for item in read_catalog(locale)
        if item.id
    ]
    assert [item for item in kept if item not in used] == []


def test_french_signs_stay_with_their_words() -> None:
    words = [
        said
        for item in read_catalog("fr")
        for said in ((item.string,) if isinstance(item.string, str) else item.string or ())
    ]
    assert [said for said in words if re.search(r" [:;?!»](?![/\w])|« ", said)] == []


def test_every_code_of_the_api_has_its_words() -> None:
    schema = build_schema(SCHEMA.read_text(encoding="utf-8"))
    codes = schema.type_map["ErrorCode"]
    assert isinstance(codes, GraphQLEnumType)
    assert set(codes.values) - set(ERROR_WORDS) == set()


@pytest.mark.parametrize("locale", LOCALES)
@pytest.mark.parametrize("code", sorted(ERROR_WORDS))
def test_words_take_their_parameters(code: str, locale: str) -> None:
    names = (
        "maximum",
        "minimum",
        "columns",
        "cells",
        "name",
        "encoding",
        "maximumMb",
        "freeMb",
        "kind",
        "sheet",
        "retryAfterSeconds",
        "field",
        "whole",
        "fraction",
        "days",
        "fields",
        "ports",
        "number",
    )
    given = [
        *({"name": name, "value": "7"} for name in names),
        *(
            {"name": name, "value": "2026-11-22"}
            for name in ("earliest", "latest", "expiredOn", "purgedOn")
        ),
    ]
    with in_locale(locale):
        words = explain({"code": code, "path": [], "parameters": given})  # type: ignore[typeddict-item]
    assert words
    assert code not in words
    assert "{" not in words


def test_an_unknown_code_gets_general_words_with_the_code() -> None:
    assert "BRAND_NEW" in explain({"code": "BRAND_NEW", "path": [], "parameters": []})
    assert "TOO_LONG" in explain({"code": "TOO_LONG", "path": [], "parameters": []})


def _problem(catalog, message: Message) -> str | None:
    found = catalog.get(message.id, message.context)
    if found is None or not found.string:
        return f"{message.place}: no words for {message.id!r}"
    if message.plural is None:
        strings = [found.string] if isinstance(found.string, str) else []
    else:
        strings = list(found.string) if not isinstance(found.string, str) else []
    if not strings or not all(strings):
        return f"{message.place}: {message.id!r} lacks a form"
    open_in_source = placeholders(message.id or "") | placeholders(message.plural or "")
    for string in strings:
        if placeholders(string) - {"count"} != open_in_source - {"count"}:
            return f"{message.place}: {string!r} has other placeholders than {message.id!r}"
        if not placeholders(string) <= open_in_source:
            return f"{message.place}: {string!r} fills in a count that {message.id!r} has not"
    return None
