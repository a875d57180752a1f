"""What a resolver is called with: by graphql-core's rules, then Strawberry's.

Only what depends on variables is worked out at each execution.
"""

from __future__ import annotations

from typing import Any, NamedTuple

import strawberry
from graphql import (
    FieldNode,
    GraphQLField,
    GraphQLSchema,
    Undefined,
    VariableNode,
    is_non_null_type,
)
from graphql.execution.values import VariableValues, get_argument_values
from strawberry.types.arguments import StrawberryArgument, convert_argument
from strawberry.types.base import StrawberryOptional
from strawberry.types.field import StrawberryField

from backend.api.plans.variables import has_variables

_KEPT = (str, int, float, bool, strawberry.ID)
"""What Strawberry takes as graphql-core coerced it, null too where it may be."""


class _Moving(NamedTuple):
    """An argument that is a variable as it is. ``may_lack``: it is left out with the variable;
    ``is_kept``: resolvers take its value as it was coerced."""

    name: str
    variable: str
    argument: StrawberryArgument
    may_be_null: bool
    may_lack: bool
    is_kept: bool


class Arguments:
    """The arguments of a field at one place.

    Those without variables are converted once: resolvers share them and must not change them.
    """

    def __init__(
        self,
        schema: GraphQLSchema,
        definition: GraphQLField,
        node: FieldNode,
        field: StrawberryField,
    ) -> None:
        strawberry_schema: Any = schema._strawberry_schema  # type: ignore[attr-defined]
        self._config = strawberry_schema.config
        self._scalars = strawberry_schema.schema_converter.scalar_registry
        self._definition = definition
        self._node = node
        self._declared = {
            self._config.name_converter.from_argument(each): each for each in field.arguments
        }
        self._moving: list[_Moving] = []
        self._fixed: dict[str, Any] | None = None
        self._is_simple = True
        for each in node.arguments or ():
            name, value = each.name.value, each.value
            if isinstance(value, VariableNode):
                self._moving.append(self._moved(name, value.name.value))
            elif has_variables(value):
                self._is_simple = False

    def of(self, variables: VariableValues) -> dict[str, Any]:
        """Return the arguments for some values of the variables, by Python's names.

        Raises:
            GraphQLError: a variable holds null where an argument must not be.
        """
        if self._fixed is None or not self._is_simple:
            return self._first(variables)
        if not self._moving:
            return self._fixed
        found, given = dict(self._fixed), variables.coerced
        for each in self._moving:
            value = given.get(each.variable, Undefined)
            if value is Undefined:
                if not each.may_lack:
                    return self._all(variables)
            elif value is None and not each.may_be_null:
                return self._all(variables)
            elif each.is_kept:
                found[each.argument.python_name] = value
            else:
                found[each.argument.python_name] = self._converted(value, each.name, each.argument)
        return found

    def _moved(self, name: str, variable: str) -> _Moving:
        argument = self._definition.args[name]
        may_be_null = not is_non_null_type(argument.type)
        has_default = argument.default is not None or argument.default_value is not Undefined
        may_lack = may_be_null and not has_default
        declared = self._declared[name]
        kind = declared.type
        inner = kind.of_type if type(kind) is StrawberryOptional else kind
        return _Moving(name, variable, declared, may_be_null, may_lack, inner in _KEPT)

    def _first(self, variables: VariableValues) -> dict[str, Any]:
        found = self._all(variables)
        if self._is_simple:
            moving = {each.argument.python_name for each in self._moving}
            self._fixed = {name: each for name, each in found.items() if name not in moving}
        return found

    def _all(self, variables: VariableValues) -> dict[str, Any]:
        if not self._declared:
            return {}
        given = get_argument_values(self._definition, self._node, variables)
        return {
            argument.python_name: self._converted(given[name], name, argument)
            for name, argument in self._declared.items()
            if name in given
        }

    def _converted(self, value: Any, name: str, argument: StrawberryArgument) -> Any:
        return convert_argument(value, argument.type, self._scalars, self._config, path=(name,))
