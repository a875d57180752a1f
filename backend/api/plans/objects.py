"""Whether a value is of an object type, and of which one of an interface."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from graphql import GraphQLAbstractType, GraphQLObjectType, GraphQLSchema
from strawberry.execution import optimized_is_awaitable
from strawberry.types import has_object_definition

from backend.api.plans.leaves import Unusual
from backend.api.plans.sites import Complete
from backend.core.ids import GlobalId

Check = Callable[[Any], None]


def row_class_of(named: GraphQLObjectType) -> type | None:
    """Return the class of light rows that are the values of an object type (see ``row_type``)."""
    definition = named.extensions.get("strawberry-definition")
    row: type | None = getattr(getattr(definition, "origin", None), "row_class", None)
    return row


def global_id_of(named: GraphQLObjectType, attribute: str) -> GlobalId | None:
    """Return how a row's attribute is made, where it is a global id."""
    row = row_class_of(named)
    found = getattr(row, attribute, None) if row is not None else None
    return found if isinstance(found, GlobalId) else None


def checked_classes(named: GraphQLObjectType, *, exactly: bool = False) -> tuple[set[type], Check]:
    """Return the classes whose instances need no further look, and that look.

    It raises Unusual for what is not of the type, and ``exactly`` for what is of a subclass of its
    rows. Classes are added as they are met, where the class alone decides.
    """
    row, is_type_of = row_class_of(named), named.is_type_of
    known: set[type] = set()

    def check(value: Any) -> None:
        # Where nothing below is asked for, null would pass.
        if value is None or isinstance(value, Exception) or optimized_is_awaitable(value):
            raise Unusual
        if is_type_of is not None and is_type_of(value, None) is not True:  # type: ignore[arg-type]
            raise Unusual
        if exactly and type(value) is not row:
            raise Unusual
        if is_type_of is None or row is not None:
            known.add(type(value))

    return known, check


class AbstractType:
    """Completes rows of an interface as the types that they are of.

    Instances of Strawberry's own types are left to it: each of its types takes those of every
    other that shares an interface with it.
    """

    def __init__(
        self,
        schema: GraphQLSchema,
        abstract: GraphQLAbstractType,
        compile_type: Callable[[GraphQLObjectType], Complete],
    ) -> None:
        self._possible = schema.get_possible_types(abstract)
        self._compile = compile_type
        self._known: dict[type, Complete] = {}

    def __call__(self, value: Any, execution: Any) -> Any:
        """Complete a value that is not null.

        Raises:
            Unusual: it is of no type whose rows are of one class.
        """
        complete = self._known.get(type(value))
        if complete is None:
            complete = self._known[type(value)] = self._compile(self._type_of(value))
        return complete(value, execution)

    def _type_of(self, value: Any) -> GraphQLObjectType:
        if not has_object_definition(value):
            for named in self._possible:
                row = row_class_of(named)
                if row is not None and isinstance(value, row):
                    return named
        raise Unusual
