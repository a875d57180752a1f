"""The variables of an operation: coerced for each execution, and where they are used."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import fields
from typing import Any

from graphql import (
    FragmentDefinitionNode,
    FragmentSpreadNode,
    GraphQLError,
    GraphQLSchema,
    Node,
    OperationDefinitionNode,
    Undefined,
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
_KEYS: dict[type[Node], tuple[str, ...]] = {}


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
    is_leaf = is_leaf_type(get_nullable_type(signature.type))
    if not is_leaf and input_is_nested_too_deeply(value, signature.type):
        return Undefined
    return coerce_input_value(value, signature.type)


def conditions_of(root: Node, fragments: Fragments) -> tuple[str, ...]:
    """Return the variables by which parts of a selection are included or skipped, sorted."""
    return tuple(
        sorted(
            {
                node.name.value
                for directive in _nodes_below(root, fragments)
                if directive.kind == "directive"
                for node in _nodes_below(directive, {})
                if isinstance(node, VariableNode)
            }
        )
    )


def uses_variables(root: Node, fragments: Fragments) -> bool:
    """Whether arguments in a part of the document depend on variables; conditions aside."""
    return any(
        isinstance(node, VariableNode)
        for argument in _nodes_below(root, fragments, but="directive")
        if argument.kind == "argument"
        for node in _nodes_below(argument, {})
    )


def _nodes_below(root: Node, fragments: Fragments, but: str = "") -> Iterator[Node]:
    """Yield a node and all below it, each fragment once, without nodes of a kind."""
    pending: list[Any] = [root]
    visited: set[str] = set()
    while pending:
        node = pending.pop()
        if isinstance(node, list | tuple):
            pending.extend(node)
            continue
        if not isinstance(node, Node) or node.kind == but:
            continue
        yield node
        if isinstance(node, FragmentSpreadNode) and node.name.value not in visited:
            visited.add(node.name.value)
            pending.append(fragments.get(node.name.value))
        pending.extend(getattr(node, key) for key in _keys_of(type(node)))


def _keys_of(kind: type[Node]) -> tuple[str, ...]:
    """Return where other nodes may be in one; graphql-core looks it up anew for every node."""
    keys = _KEYS.get(kind)
    if keys is None:
        keys = _KEYS[kind] = tuple(each.name for each in fields(kind) if each.name != "loc")
    return keys
