"""Docstrings of the classes behind the schema become its descriptions."""

from __future__ import annotations

import inspect

import strawberry
from graphql import get_named_type
from strawberry.types.base import StrawberryObjectDefinition


def describe_from_docstrings(schema: strawberry.Schema) -> None:
    """Describe each type and input that has no description with its class's docstring."""
    for name, concrete in schema.schema_converter.type_map.items():
        definition, implementation = concrete.definition, concrete.implementation
        if not isinstance(definition, StrawberryObjectDefinition) or definition.description:
            continue
        origin = definition.concrete_of.origin if definition.concrete_of else definition.origin
        text = vars(origin).get("__doc__") or ""
        # A dataclass without a docstring is given its signature as one.
        if not text or text.startswith(f"{origin.__name__}("):
            raise TypeError(f"{name} has no description: give {origin.__qualname__} a docstring")
        definition.description = " ".join(
            inspect.cleandoc(text).partition("\n\n")[0].replace("``", "`").split()
        )
        implementation.description = definition.description  # type: ignore[attr-defined]
    mutations = schema._schema.mutation_type
    for field in mutations.fields.values() if mutations else ():
        argument = field.args.get("input")
        if argument is not None and argument.description is None:
            argument.description = get_named_type(argument.type).description
