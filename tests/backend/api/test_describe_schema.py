"""The schema is a manual: everything in it is described, and its errors are all there."""

from __future__ import annotations

from typing import Any

import pytest
from graphql import (
    GraphQLEnumType,
    GraphQLInputObjectType,
    is_introspection_type,
    is_specified_scalar_type,
)

from backend.api.descriptions import describe_from_docstrings
from backend.api.schema import carnet_schema
from backend.core.change_log import Fact
from backend.core.errors import Refusal
from backend.core.permissions import Permission

SCHEMA: Any = carnet_schema()._schema
TYPES = [
    named
    for named in SCHEMA.type_map.values()
    if not is_introspection_type(named) and not is_specified_scalar_type(named)
]


@pytest.mark.parametrize("named", TYPES, ids=[named.name for named in TYPES])
def test_types_fields_arguments_and_values_are_described(named):
    missing = [] if named.description else [named.name]
    for name, field in getattr(named, "fields", {}).items():
        if not field.description:
            missing.append(name)
        if not isinstance(named, GraphQLInputObjectType):
            missing += [
                f"{name}({key}:)" for key, given in field.args.items() if not given.description
            ]
    if isinstance(named, GraphQLEnumType):
        missing += [name for name, value in named.values.items() if not value.description]
    assert missing == []


def test_every_code_of_a_refusal_is_in_the_schema():
    codes = SCHEMA.type_map["ErrorCode"].values
    assert {
        code for code, kind in Refusal.registry.items() if kind.__module__.startswith("backend.")
    } <= set(codes)


def test_every_subject_of_a_fact_is_in_the_schema():
    subjects = SCHEMA.type_map["SubjectType"].values
    facts = [fact for fact in _facts(Fact) if fact.__module__.startswith("backend.")]
    assert len(facts) > 10
    assert {fact.subject_type for fact in facts} == {value.value for value in subjects.values()}


def _facts(fact):
    """Every kind of fact, those that only share what is about a contact aside."""
    own = [fact] if hasattr(fact, "subject_type") else []
    return [*own, *(each for below in fact.__subclasses__() for each in _facts(below))]


def test_every_root_field_says_who_may_use_it():
    for root in (SCHEMA.query_type, SCHEMA.mutation_type, SCHEMA.subscription_type):
        for name, field in root.fields.items():
            rules = field.extensions["strawberry-definition"].metadata
            assert isinstance(rules["permission"], Permission | None), f"{root.name}.{name}"


def test_what_the_signed_out_may_use_is_this():
    public = {
        name
        for root in (SCHEMA.query_type, SCHEMA.mutation_type, SCHEMA.subscription_type)
        for name, field in root.fields.items()
        if field.extensions["strawberry-definition"].metadata["permission"] is None
    }
    assert public == {
        "viewer", "node", "nodes", "invitation",
        "signUp", "signIn", "requestPasswordReset", "resetPassword", "acceptInvitation",
        "confirmEmailChange",
    }  # fmt: skip


def test_a_type_without_a_docstring_is_named(monkeypatch):
    schema = carnet_schema()
    definition: Any = schema.schema_converter.type_map["PageInfo"].definition
    monkeypatch.setattr(definition, "description", None)
    monkeypatch.setattr(definition.origin, "__doc__", "")
    with pytest.raises(TypeError, match="PageInfo has no description"):
        describe_from_docstrings(schema)
