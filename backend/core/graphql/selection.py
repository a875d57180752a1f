"""Look-ahead: which fields the operation asks for below the one being resolved."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Any, TypeVar

import strawberry
from graphql import (
    BooleanValueNode,
    FieldNode,
    FragmentSpreadNode,
    GraphQLCompositeType,
    GraphQLField,
    GraphQLSchema,
    InlineFragmentNode,
    SelectionSetNode,
    VariableNode,
    get_argument_values,
    get_named_type,
    is_abstract_type,
    is_composite_type,
)
from graphql.execution.values import VariableValues
from strawberry.types.field import StrawberryField

from backend.core.columns import Attributes, attributes_read
from backend.core.graphql.context import Context, Info

T = TypeVar("T")


class PlannedInfo(strawberry.Info[Context, None]):
    """The info of a resolver that a plan calls.

    ``selection`` is its look-ahead, where it is the same at every execution.
    """

    selection: Selection | None = None


class Selection:
    """The fields asked for on one type, whatever their aliases, fragments and directives.

    ``"totalCount" in selection`` tells whether a field is asked for; ``selection.at("edges",
    "node")`` goes down; ``selection.on("Contact")`` narrows an interface. Names are the schema's.
    """

    __slots__ = ("_children", "_info", "_inside", "_nodes", "_remembered", "_type")

    def __init__(self, info: Any, parent_type: GraphQLCompositeType, nodes: Sequence[FieldNode]):
        self._info = info
        self._type = parent_type
        self._nodes = nodes
        self._children: dict[str, list[FieldNode]] | None = None
        self._inside: dict[str, Selection] = {}
        self._remembered: dict[object, Any] = {}

    @classmethod
    def of(cls, info: Info) -> Selection:
        """What is asked of the value that the current resolver returns."""
        known: Selection | None = getattr(info, "selection", None)
        if known is not None:
            return known
        raw = info._raw_info
        return cls(raw, get_named_type(raw.return_type), raw.field_nodes)  # type: ignore[arg-type]

    @property
    def fields(self) -> frozenset[str]:
        """The names of all fields asked for, ``__typename`` aside."""
        return frozenset(self._fields())

    @property
    def paths(self) -> frozenset[str]:
        """All that is asked for, however deep: ``edges``, ``edges.node``, ``edges.node.id``."""
        known = getattr(self._type, "fields", {})
        found = set(self.fields)
        for name in found & set(known):
            found = found | {f"{name}.{path}" for path in self._below(name).paths}
        return frozenset(found)

    @property
    def attributes(self) -> Attributes:
        """What is looked at of a row of the type: by fields, and by resolvers that take it."""
        return self.remember(Selection._attributes)

    def _attributes(self) -> Attributes:
        found: set[str] = set()
        for name in self._fields():
            field = getattr(self._type, "fields", {}).get(name)
            read = None if field is None else _attributes_of(field)
            if read is None:
                return None
            found |= read
        return frozenset(found)

    def __contains__(self, name: object) -> bool:
        return name in self._fields()

    def __iter__(self) -> Iterator[str]:
        return iter(self._fields())

    def __bool__(self) -> bool:
        return bool(self._fields())

    def at(self, *path: str) -> Selection:
        """What is asked below a field; empty when the field itself is not asked for."""
        found = self
        for name in path:
            found = found._below(name)
        return found

    def on(self, type_name: str) -> Selection:
        """The same selection as seen by one object type of an interface."""
        narrowed = self._schema.get_type(type_name)
        if narrowed is None or not is_composite_type(narrowed):
            raise KeyError(type_name)
        return Selection(self._info, narrowed, self._nodes)

    def remember(self, what: Callable[[Selection], T]) -> T:
        """Return what a function makes of this selection, made once.

        Plans keep selections from one execution to the next.
        """
        if what not in self._remembered:
            self._remembered[what] = what(self)
        found: T = self._remembered[what]
        return found

    def arguments(self, name: str) -> list[dict[str, Any]]:
        """The arguments of a field, once for each time that it is asked for."""
        field = getattr(self._type, "fields", {})[name]
        variables = VariableValues({}, self._info.variable_values)
        return [
            get_argument_values(field, node, variables) for node in self._fields().get(name, [])
        ]

    @property
    def _schema(self) -> GraphQLSchema:
        schema: GraphQLSchema = self._info.schema
        return schema

    def _below(self, name: str) -> Selection:
        known = self._inside.get(name)
        if known is not None:
            return known
        nodes = self._fields().get(name, [])
        fields = getattr(self._type, "fields", {})
        if name not in fields:
            raise KeyError(f"{self._type.name} has no field {name}")
        child = get_named_type(fields[name].type)
        found = self._inside[name] = Selection(self._info, child, nodes)
        return found

    def _fields(self) -> dict[str, list[FieldNode]]:
        if self._children is None:
            found: dict[str, list[FieldNode]] = {}
            visited: set[str] = set()
            for node in self._nodes:
                if node.selection_set is not None:
                    self._collect(node.selection_set, found, visited)
            self._children = found
        return self._children

    def _collect(
        self, selections: SelectionSetNode, found: dict[str, list[FieldNode]], visited: set[str]
    ) -> None:
        for node in selections.selections:
            if not self._is_included(node):
                continue
            if isinstance(node, FieldNode):
                name = node.name.value
                if not name.startswith("__"):
                    found.setdefault(name, []).append(node)
            elif isinstance(node, InlineFragmentNode):
                if self._applies(node.type_condition):
                    self._collect(node.selection_set, found, visited)
            elif isinstance(node, FragmentSpreadNode) and node.name.value not in visited:
                visited.add(node.name.value)
                fragment = self._info.fragments.get(node.name.value)
                if fragment is not None and self._applies(fragment.type_condition):
                    self._collect(fragment.selection_set, found, visited)

    def _applies(self, condition: Any) -> bool:
        if condition is None or condition.name.value == self._type.name:
            return True
        other = self._schema.get_type(condition.name.value)
        if other is None:
            return False
        if is_abstract_type(self._type):
            # Until ``on`` narrows it, an interface asks for what any of its types may need.
            return True
        return is_abstract_type(other) and self._schema.is_sub_type(other, self._type)

    def _is_included(self, node: Any) -> bool:
        for directive in node.directives or ():
            name = directive.name.value
            if name not in ("skip", "include"):
                continue
            for argument in directive.arguments:
                if self._truth(argument.value) is (name == "skip"):
                    return False
        return True

    def _truth(self, value: Any) -> bool:
        if isinstance(value, VariableNode):
            return bool(self._info.variable_values.get(value.name.value))
        return isinstance(value, BooleanValueNode) and value.value


def _attributes_of(field: GraphQLField) -> Attributes:
    declared = field.extensions.get("strawberry-definition")
    if not isinstance(declared, StrawberryField):
        return None
    resolver = declared.base_resolver
    if resolver is None:
        return frozenset({declared.python_name})
    row = resolver.parent_parameter
    return None if row is None else attributes_read(resolver.wrapped_func, row.name)
