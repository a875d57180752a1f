"""The variables of an operation: coerced for each execution, and where they are used."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from graphql import (
    ArgumentNode,
    FieldNode,
    FragmentDefinitionNode,
    FragmentSpreadNode,
    GraphQLError,
    GraphQLID,
    GraphQLSchema,
    GraphQLString,
    ListValueNode,
    ObjectValueNode,
    OperationDefinitionNode,
    SelectionNode,
    SelectionSetNode,
    Undefined,
    ValueNode,
    VariableNode,
    get_nullable_type,
    is_leaf_type,
    is_non_null_type,
)
from graphql.execution.get_variable_signature import (
    GraphQLVariableSignature,
    get_variable_signature,
)
from graphql.execution.values import (
    VariableValues,
    VariableValueSource,
    get_variable_values,
    input_is_nested_too_deeply,
)
from graphql.utilities.coerce_input_value import coerce_input_value

from backend.api.errors import BAD_USER_INPUT, RequestRefused

MAX_COERCION_ERRORS = 10
Fragments = Mapping[str, FragmentDefinitionNode]


class Variables:
    """The declared variables of one operation, their types looked up once."""

    def __init__(self, schema: GraphQLSchema, operation: OperationDefinitionNode) -> None:
        self._schema = schema
        self._definitions = operation.variable_definitions or ()
        self._signatures = [get_variable_signature(schema, each) for each in self._definitions]

    def coerce(self, given: Mapping[str, Any]) -> VariableValues:
        """Return the values of the variables.

        Raises:
            RequestRefused: a variable is missing or not of its type.
        """
        sources: dict[str, VariableValueSource] = {}
        coerced: dict[str, Any] = {}
        for signature in self._signatures:
            if isinstance(signature, GraphQLError):
                return self._coerce_all(given)
            value = given.get(signature.name, Undefined)
            sources[signature.name] = VariableValueSource(signature, value)
            if value is Undefined:
                if signature.default is not None or is_non_null_type(signature.type):
                    return self._coerce_all(given)
                continue
            found = _coerced(signature, value)
            if found is Undefined:
                return self._coerce_all(given)
            coerced[signature.name] = found
        return VariableValues(sources, coerced)

    def _coerce_all(self, given: Mapping[str, Any]) -> VariableValues:
        """Let graphql-core do it, where there are defaults, or something to refuse."""
        found = get_variable_values(
            self._schema, self._definitions, dict(given), max_errors=MAX_COERCION_ERRORS
        )
        if isinstance(found, list):
            raise refused_variables(found)
        return found


def refused_variables(found: list[GraphQLError]) -> RequestRefused:
    """Return the refusal of what is wrong with variables."""
    return RequestRefused(
        *(
            GraphQLError(error.message, error.nodes, extensions={"code": BAD_USER_INPUT})
            for error in found
        )
    )


def _coerced(signature: GraphQLVariableSignature, value: Any) -> Any:
    inner = get_nullable_type(signature.type)
    if type(value) is str and (inner is GraphQLID or inner is GraphQLString):
        return value
    if not is_leaf_type(inner) and input_is_nested_too_deeply(value, signature.type):
        return Undefined
    return coerce_input_value(value, signature.type)


def conditions_of(root: SelectionSetNode, fragments: Fragments) -> tuple[str, ...]:
    """Return the variables by which parts of a selection are included or skipped, sorted."""
    found: set[str] = set()
    for node in _selections(root, fragments):
        for directive in node.directives or ():
            for argument in directive.arguments or ():
                found.update(_variables_in(argument.value))
    return tuple(sorted(found))


def uses_variables(root: SelectionSetNode, fragments: Fragments) -> bool:
    """Whether arguments of fields depend on variables; conditions aside."""
    return any(
        has_variables(argument.value)
        for node in _selections(root, fragments)
        if isinstance(node, FieldNode)
        for argument in node.arguments or ()
    )


def uses_of(name: str, root: SelectionSetNode, fragments: Fragments) -> list[ArgumentNode]:
    """Return the arguments of fields and directives in which a variable stands, each fragment's
    once."""
    return [
        argument
        for node in _selections(root, fragments)
        for holder in (node, *(node.directives or ()))
        for argument in getattr(holder, "arguments", None) or ()
        if name in _variables_in(argument.value)
    ]


def has_variables(value: ValueNode) -> bool:
    """Whether a value depends on variables."""
    return any(True for _ in _variables_in(value))


def _selections(root: SelectionSetNode, fragments: Fragments) -> Iterator[SelectionNode]:
    """Yield all that is selected, however deep, each fragment's once."""
    pending = [root]
    visited: set[str] = set()
    while pending:
        for node in pending.pop().selections:
            yield node
            below: SelectionSetNode | None = getattr(node, "selection_set", None)
            if isinstance(node, FragmentSpreadNode) and node.name.value not in visited:
                visited.add(node.name.value)
                below = fragments[node.name.value].selection_set
            if below is not None:
                pending.append(below)


def _variables_in(value: ValueNode) -> Iterator[str]:
    if isinstance(value, VariableNode):
        yield value.name.value
    elif isinstance(value, ListValueNode):
        for each in value.values:
            yield from _variables_in(each)
    elif isinstance(value, ObjectValueNode):
        for inside in value.fields:
            yield from _variables_in(inside.value)
