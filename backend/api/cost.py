"""What an operation may cost, known before it runs: the number of objects it can answer with.

A page counts as its ``first`` or ``last``, a plain list as five, a mutation as ten more.
Connections, edges and page infos are free: they only wrap. Model: the GitHub GraphQL API's node
limit.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from graphql import (
    FieldNode,
    GraphQLField,
    GraphQLNamedType,
    GraphQLSchema,
    IntValueNode,
    ListValueNode,
    OperationDefinitionNode,
    VariableNode,
    get_named_type,
    get_nullable_type,
    is_composite_type,
    is_list_type,
)

from backend.api.shapes import Shape
from backend.core.paging import DEFAULT_PAGE, MAX_PAGE

MAX_COST = 10_000
LIST_SIZE = 5
MUTATION_COST = 10
INTROSPECTION_COST = 100

Variables = Mapping[str, Any]
Price = Callable[[Variables], int]


class CostPlan:
    """The price of one operation, as a function of the variables that set sizes of pages."""

    def __init__(
        self, schema: GraphQLSchema, operation: OperationDefinitionNode, shape: dict[str, Shape]
    ) -> None:
        self._schema = schema
        self._sizes: set[str] = set()
        root = schema.get_root_type(operation.operation)
        is_mutation = operation.operation.value == "mutation"
        self._base = 1 + (MUTATION_COST * len(shape) if is_mutation else 0)
        self._price = self._all(shape, root, 1)
        self._names = sorted(self._sizes)
        self._defaults = {
            definition.variable.name.value: int(definition.default_value.value)
            for definition in operation.variable_definitions or ()
            if isinstance(definition.default_value, IntValueNode)
        }
        self._known: dict[tuple[Any, ...], int] = {}

    def of(self, variables: Variables) -> int:
        """Return the cost with these variables, before they are coerced."""
        key = tuple([self._size(variables, name) for name in self._names])
        cost = self._known.get(key)
        if cost is None:
            values = dict(zip(self._names, key, strict=True))
            cost = self._base + self._price(values)
            if len(self._known) < 100:
                self._known[key] = cost
        return cost

    def _size(self, variables: Variables, name: str) -> int | None:
        value = variables.get(name, self._defaults.get(name))
        if isinstance(value, list):
            return len(value)
        return value if isinstance(value, int) and not isinstance(value, bool) else None

    def _all(self, shapes: dict[str, Shape], parent: Any, page: int | Price) -> Price:
        prices = [self._one(shape, parent, page) for shape in shapes.values()]
        return lambda sizes: sum(price(sizes) for price in prices)

    def _one(self, shape: Shape, parent: Any, page: int | Price) -> Price:
        # Two types of an interface may answer under one name with pages of other sizes.
        by_owner = {about: node for node, about in shape.occurrences}
        prices = [
            self._field(shape, node, self._schema.get_type(about) if about else parent, page)
            for about, node in by_owner.items()
        ]
        if len(prices) == 1:
            return prices[0]
        return lambda sizes: max(price(sizes) for price in prices)

    def _field(self, shape: Shape, node: FieldNode, owner: Any, page: int | Price) -> Price:
        if node.name.value.startswith("__"):
            flat = 0 if node.name.value == "__typename" else INTROSPECTION_COST
            return lambda _: flat
        definition = getattr(owner, "fields", {}).get(node.name.value)
        if definition is None or not is_composite_type(get_named_type(definition.type)):
            return lambda _: 0
        return self._composite(shape, node, definition, page)

    def _composite(
        self, shape: Shape, node: FieldNode, definition: GraphQLField, page: int | Price
    ) -> Price:
        named: GraphQLNamedType = get_named_type(definition.type)
        if named.name.endswith("Connection"):
            return self._all(shape.children, named, self._page_size(node))
        weight = 0 if named.name.endswith("Edge") or named.name == "PageInfo" else 1
        below = self._all(shape.children, named, 1)
        times: int | Price = 1
        if is_list_type(get_nullable_type(definition.type)):
            times = page if named.name.endswith("Edge") else self._list_size(node)
        if callable(times):
            return lambda sizes: times(sizes) * (weight + below(sizes))
        return lambda sizes: times * (weight + below(sizes))

    def _page_size(self, node: FieldNode) -> int | Price:
        for argument in node.arguments or ():
            if argument.name.value in ("first", "last"):
                if isinstance(argument.value, IntValueNode):
                    return _clamp(int(argument.value.value))
                if isinstance(argument.value, VariableNode):
                    return self._variable(argument.value.name.value, DEFAULT_PAGE)
        return DEFAULT_PAGE

    def _list_size(self, node: FieldNode) -> int | Price:
        for argument in node.arguments or ():
            if argument.name.value == "ids":
                if isinstance(argument.value, ListValueNode):
                    return len(argument.value.values)
                if isinstance(argument.value, VariableNode):
                    return self._variable(argument.value.name.value, 1)
        return LIST_SIZE

    def _variable(self, name: str, absent: int) -> Price:
        self._sizes.add(name)

        def size(sizes: Variables) -> int:
            value = sizes.get(name)
            return absent if value is None else _clamp(value)

        return size


def _clamp(size: int) -> int:
    # The resolver refuses what is out of range, with a code of its own.
    return max(0, min(size, MAX_PAGE))
