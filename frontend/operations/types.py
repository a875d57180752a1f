"""TypedDicts for an operation's result and variables, written out as Python."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from keyword import iskeyword
from typing import Any, TypeAlias

from graphql import (
    FieldNode,
    FragmentDefinitionNode,
    FragmentSpreadNode,
    GraphQLEnumType,
    GraphQLInputObjectType,
    GraphQLList,
    GraphQLNonNull,
    GraphQLSchema,
    OperationDefinitionNode,
    SelectionSetNode,
    get_named_type,
    type_from_ast,
)

SCALARS = {
    "ID": "str",
    "String": "str",
    "Int": "int",
    "Float": "float",
    "Boolean": "bool",
    "DateTime": "str",
    "Date": "str",
    "BigInt": "int",
    "JSON": "Any",
}
Members: TypeAlias = "list[tuple[str, str, bool]]"
"""Name, type, and whether it may be absent, of each member of a dictionary."""

LONGEST_LITERAL = 12
"""Enums with more values are plain strings: nobody matches on all of them."""


class TypeWriter:
    """Collects the classes of one operation, those that others refer to first.

    The inputs that are ``shared`` are written elsewhere: ``imported`` are those it refers to.
    """

    def __init__(
        self,
        schema: GraphQLSchema,
        fragments: dict[str, FragmentDefinitionNode],
        shared: Collection[str] = (),
    ) -> None:
        self._schema = schema
        self._fragments = fragments
        self._shared = shared
        self.classes: dict[str, str] = {}
        self.imported: set[str] = set()
        self.inputs: set[str] = set()

    def result(self, operation: OperationDefinitionNode, name: str) -> str:
        """Write the class of what the operation answers and return its name."""
        root = self._schema.get_root_type(operation.operation)
        return self._object(name, root, [operation.selection_set])

    def variables(self, operation: OperationDefinitionNode, name: str) -> str:
        """Write the class of the operation's variables and return its name."""
        members: Members = []
        for definition in operation.variable_definitions or ():
            given: Any = type_from_ast(self._schema, definition.type)
            optional = definition.default_value is not None or not isinstance(given, GraphQLNonNull)
            members.append((definition.variable.name.value, self._annotation(given), optional))
        return self._add(name, members)

    def input(self, name: str) -> None:
        """Write the class of an input of the schema, and of those within it."""
        given: Any = self._schema.type_map[name]
        self._input(given)

    def _object(self, name: str, parent: Any, selections: list[SelectionSetNode]) -> str:
        fields: dict[str, tuple[list[FieldNode], bool, str]] = {}
        for selection in selections:
            for node, conditional, owner in self._fields(selection, parent.name, False):
                key = node.alias.value if node.alias else node.name.value
                known = fields.get(key)
                nodes = [*known[0], node] if known else [node]
                maybe = conditional and (known is None or known[1])
                fields[key] = (nodes, maybe, known[2] if known else owner)
        members: Members = []
        for key, (nodes, conditional, owner) in fields.items():
            asked_of = self._schema.type_map[owner]
            annotation = self._field(f"{name}{key[0].upper()}{key[1:]}", asked_of, nodes)
            members.append((key, annotation, conditional))
        return self._add(name, members)

    def _field(self, name: str, parent: Any, nodes: list[FieldNode]) -> str:
        if nodes[0].name.value == "__typename":
            return "str"
        given = self._field_type(parent, nodes[0].name.value)
        nested = [node.selection_set for node in nodes if node.selection_set]
        inner = self._object(name, get_named_type(given), nested) if nested else None
        return self._annotation(given, inner)

    def _field_type(self, parent: Any, field: str) -> Any:
        if hasattr(parent, "fields") and field in parent.fields:
            return parent.fields[field].type
        if known := self._schema.get_field(parent, field):  # __schema and __type
            return known.type
        for possible in self._schema.get_possible_types(parent):
            if field in possible.fields:
                return possible.fields[field].type
        raise ValueError(f"{parent.name} has no field {field}")

    def _fields(
        self, selections: SelectionSetNode, parent: str, conditional: bool
    ) -> Iterator[tuple[FieldNode, bool, str]]:
        """Yield the fields of a selection, with whether they may be absent, as they belong to one of
        several types, and of which type they are asked.
        """
        for node in selections.selections:
            if isinstance(node, FieldNode):
                yield node, conditional or bool(node.directives), parent
                continue
            part: Any = node
            if isinstance(node, FragmentSpreadNode):
                part = self._fragments[node.name.value]
            wanted = part.type_condition.name.value if part.type_condition else parent
            yield from self._fields(part.selection_set, wanted, conditional or wanted != parent)

    def _annotation(self, given: Any, inner: str | None = None) -> str:
        if isinstance(given, GraphQLNonNull):
            return self._bare(given.of_type, inner)
        return f"{self._bare(given, inner)} | None"

    def _bare(self, given: Any, inner: str | None) -> str:
        if isinstance(given, GraphQLList):
            return f"list[{self._annotation(given.of_type, inner)}]"
        if inner is not None:
            return inner
        if isinstance(given, GraphQLInputObjectType):
            return self._input(given)
        if isinstance(given, GraphQLEnumType) and len(given.values) <= LONGEST_LITERAL:
            return "Literal[" + ", ".join(f'"{value}"' for value in given.values) + "]"
        return SCALARS.get(given.name, "str")

    def _input(self, given: GraphQLInputObjectType) -> str:
        if given.name in self._shared:
            self.imported.add(given.name)
        elif given.name not in self.classes:
            self.inputs.add(given.name)
            self.classes[given.name] = ""  # inputs may refer to themselves
            members = [
                (name, self._annotation(field.type), not _is_required(field))
                for name, field in given.fields.items()
            ]
            del self.classes[given.name]
            self._add(given.name, members)
        return given.name

    def _add(self, name: str, members: Members) -> str:
        self.classes[name] = _dictionary(name, members)
        return name


def _is_required(field: Any) -> bool:
    return isinstance(field.type, GraphQLNonNull) and "Undefined" in repr(field.default_value)


def _dictionary(name: str, members: Members) -> str:
    kinds = {key: f"NotRequired[{kind}]" if optional else kind for key, kind, optional in members}
    if any(iskeyword(key) for key in kinds):  # `not`, `and`, `or` of the filters
        lines = "\n".join(f'        "{key}": {_quoted(kind)},' for key, kind in kinds.items())
        return f'{name} = TypedDict(\n    "{name}",\n    {{\n{lines}\n    }},\n)\n'
    lines = "\n".join(f"    {key}: {kind}" for key, kind in kinds.items())
    return f"class {name}(TypedDict):\n{lines or '    pass'}\n"


def _quoted(kind: str) -> str:
    return f"'{kind}'" if '"' in kind else f'"{kind}"'
