"""A selection becomes Python: one function for each object of it, from a row to its dict.

What is written for ``{ name emails { address } }`` on contacts::

    def Contact_1(row, execution):
        if type(row) not in classes_Contact: check_Contact(row)
        v0 = row.name
        v1 = row.emails
        return {
            "name": v0 if type(v0) is str else other_String(v0),
            "emails": [ContactEmail_1(item, execution) for item in listed(v1)],
        }

Names are of types, and counted by type: two plans that ask the same of a type mostly do it in the
same words. Whatever such a function raises means that graphql-core must complete the value itself.
A field that is awaited gets its place in the dict, and its value later, from the execution.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import Any

from graphql import (
    GraphQLEnumType,
    GraphQLID,
    GraphQLObjectType,
    GraphQLOutputType,
    get_named_type,
    get_nullable_type,
    is_abstract_type,
    is_leaf_type,
    is_list_type,
    is_non_null_type,
    is_object_type,
)

from backend.api.plain_leaves import plain_attribute
from backend.api.plans.leaves import NAMES, Unusual, enum_names, line_of, serializer_of
from backend.api.plans.objects import AbstractType, Check, checked_classes, global_id_of
from backend.api.plans.selected import Details, Selected, Unplanned
from backend.api.plans.sites import Complete, Site
from backend.api.plans.written import Written
from backend.core.graphql.connections import PageConnection


def listed(value: Any) -> Any:
    """Return a list or tuple as it is."""
    if type(value) is list or type(value) is tuple:
        return value
    raise Unusual


def rows_of(page: Any, check: Check) -> Any:
    """Return the rows of a connection's edges, which are looked at where there are any."""
    if type(page) is PageConnection:
        return page.page.rows
    edges = listed(page.edges)
    for edge in edges:
        check(edge)
    return [edge.node for edge in edges]


@dataclass(slots=True)
class _Body:
    """The function of one object: what it reads, what it answers, what is awaited later."""

    reading: list[str] = field(default_factory=list)
    answering: list[str] = field(default_factory=list)
    awaiting: list[str] = field(default_factory=list)
    has_written_ids: bool = False

    def reads(self, expression: str) -> str:
        """Return the variable that a value is read into."""
        variable = f"v{len(self.reading)}"
        self.reading.append(f"    {variable} = {expression}")
        return variable

    def answers(self, name: str, expression: str) -> None:
        """Answer an expression under a name."""
        self.answering.append(f'        "{name}": {expression},')

    def awaits(self, name: str, call: str, function: str) -> None:
        """Answer under a name what a call gives and a function completes."""
        self.answers(name, "None")
        self.awaiting.append(f'    execution.later(answer, "{name}", {call}, {function})')

    def lines(self) -> list[str]:
        """Return the function's lines."""
        if not self.awaiting:
            return [*self.reading, "    return {", *self.answering, "    }"]
        answer = ["    answer = {", *self.answering, "    }"]
        return [*self.reading, *answer, *self.awaiting, "    return answer"]


class Compiler:
    """Writes what completes one field of an operation; ``names`` are what the source refers to."""

    def __init__(self, selected: Selected) -> None:
        self._selected = selected
        self._names: dict[str, Any] = {**NAMES, "listed": listed, "rows_of": rows_of}
        self._functions: dict[str, str] = {}
        self._sources: list[str] = []
        self._counts: Counter[str] = Counter()

    def complete(self, kind: GraphQLOutputType, details: Details) -> tuple[Complete, list[str]]:
        """Return what completes a value of a type with a selection, and its functions' source.

        Raises:
            Unplanned: a field below has a resolver that is not only ours.
        """
        name = self._function(
            "complete", "value", [f"    return {self._value('value', kind, details)}"]
        )
        found: Complete = self._names[name].compiled()
        return found, self._sources

    def _value(self, v: str, kind: GraphQLOutputType, details: Details) -> str:
        """Return the expression that completes the value in a variable.

        What completes a value that is there refuses null.
        """
        present = self._present(v, get_nullable_type(kind), details)
        return present if is_non_null_type(kind) else f"None if {v} is None else {present}"

    def _present(self, v: str, kind: Any, details: Details) -> str:
        if is_leaf_type(kind):
            return self._leaf(v, kind)
        if is_list_type(kind):
            item = f"{v}_" if v.startswith("item") else "item"
            return f"[{self._value(item, kind.of_type, details)} for {item} in listed({v})]"
        if is_object_type(kind):
            return f"{self._object(kind, details)}({v}, execution)"
        if is_abstract_type(kind):
            return f"{self._abstract(kind, details)}({v}, execution)"
        raise Unplanned(str(kind))

    def _leaf(self, v: str, leaf: Any) -> str:
        other, names, types = (f"{each}_{leaf.name}" for each in ("other", "names", "types"))
        if other not in self._names:
            self._names[other] = serializer_of(leaf)
            if isinstance(leaf, GraphQLEnumType):
                self._names[names], self._names[types] = enum_names(leaf)
        return line_of(leaf).format(v=v, other=other, names=names, types=types)

    def _abstract(self, abstract: Any, details: Details) -> str:
        def compile_type(named: GraphQLObjectType) -> Complete:
            # By the time that a row of the type is met; an interface has many types.
            return Compiler(self._selected).complete(named, details)[0]

        return self._named(
            abstract.name, AbstractType(self._selected.schema, abstract, compile_type)
        )

    def _object(self, named: GraphQLObjectType, details: Details) -> str:
        body = _Body()
        for answered, below in self._selected.below(named, details).items():
            name = below[0].node.name.value
            if name == "__typename":
                body.answers(answered, f'"{named.name}"')
            else:
                self._field(body, answered, named, name, below)
        about = f"only_{named.name}" if body.has_written_ids else named.name
        known, look = f"classes_{about}", f"check_{about}"
        if known not in self._names:
            self._names[known], self._names[look] = checked_classes(
                named, exactly=body.has_written_ids
            )
        first = f"    if type(row) not in {known}: {look}(row)"
        return self._function(named.name, "row", [first, *body.lines()])

    def _field(
        self, body: _Body, answered: str, named: GraphQLObjectType, name: str, below: Details
    ) -> None:
        found = named.fields[name]
        attribute = plain_attribute(found)
        global_id = None if attribute is None else global_id_of(named, attribute)
        if global_id is not None and get_nullable_type(found.type) is GraphQLID:
            body.has_written_ids = True
            key = body.reads(f"row.{global_id.column}")
            body.answers(answered, global_id.written(key))
            return
        if attribute is not None:
            value = self._edges(named, name, below)
            if value is None:
                value = self._value(body.reads(f"row.{attribute}"), found.type, below)
            body.answers(answered, value)
            return
        site = Site(self._selected, named, below)
        call = f"execution.at({self._named(f'site_{named.name}_{name}', site)})(row)"
        if site.is_awaited:
            value = self._value("value", found.type, below)
            function = self._function("complete", "value", [f"    return {value}"])
            body.awaits(answered, call, function)
            return
        v = body.reads(call)
        body.answers(answered, self._value(v, found.type, below))

    def _edges(self, named: GraphQLObjectType, name: str, below: Details) -> str | None:
        """Return the expression that completes edges of which only the rows are asked for: of a
        page they need not be made. None for all other fields."""
        kind = named.fields[name].type
        edge: Any = get_named_type(kind)
        if name != "edges" or str(kind) != f"[{edge.name}!]!" or "node" not in edge.fields:
            return None
        asked = self._selected.below(edge, below)
        if any(each[0].node.name.value != "node" for each in asked.values()):
            return None
        node = edge.fields["node"].type
        rows = [
            f'"{answered}": {self._value("item", node, each)}' for answered, each in asked.items()
        ]
        look = f"check_{edge.name}"
        self._names[look] = checked_classes(edge)[1]
        return f"[{{{', '.join(rows)}}} for item in rows_of(row, {look})]"

    def _function(self, about: str, given: str, lines: list[str]) -> str:
        """Return the name of a function of these lines, one for all places where they are equal."""
        body = "\n".join([f"({given}, execution):", *lines, ""])
        name = self._functions.get(about + body)
        if name is None:
            name = self._functions[about + body] = self._named(about, None)
            source = f"def {name}{body}"
            self._sources.append(source)
            self._names[name] = Written(self._names, name, source)
        return name

    def _named(self, prefix: str, value: Any) -> str:
        self._counts[prefix] += 1
        name = f"{prefix}_{self._counts[prefix]}"
        self._names[name] = value
        return name
