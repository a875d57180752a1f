"""A selection becomes Python: one function for each object of it, from a row to its dict.

What is written for ``{ name emails { address } }`` on contacts::

    def Contact_1(row, execution):
        if type(row) not in classes_2: check_3(row)
        a = row.name
        b = row.emails
        return {
            "name": a if type(a) is str else other_4(a),
            "emails": [ContactEmail_5(item, execution) for item in listed(b)],
        }

Whatever such a function raises means that graphql-core must complete the value itself. A field that
is awaited gets its place in the dict, and its value later, from the execution.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from graphql import (
    GraphQLEnumType,
    GraphQLID,
    GraphQLObjectType,
    GraphQLOutputType,
    get_nullable_type,
    is_abstract_type,
    is_leaf_type,
    is_list_type,
    is_non_null_type,
    is_object_type,
)

from backend.api.plain_leaves import plain_attribute
from backend.api.plans.leaves import NAMES, Unusual, enum_names, line_of, serializer_of
from backend.api.plans.objects import AbstractType, checked_classes, global_id_of
from backend.api.plans.selected import Details, Selected, Unplanned
from backend.api.plans.sites import Complete, Site


def listed(value: Any) -> Any:
    """Return a list or tuple as it is."""
    if type(value) is list or type(value) is tuple:
        return value
    raise Unusual


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
        self._names: dict[str, Any] = {**NAMES, "listed": listed}
        self._functions: list[str] = []
        self._leaves: dict[Any, dict[str, str]] = {}
        self._count = 0

    def complete(self, kind: GraphQLOutputType, details: Details) -> tuple[Complete, str]:
        """Return what completes a value of a type with a selection, and its source.

        Raises:
            Unplanned: a field below has a resolver that is not only ours.
        """
        name = self._function(self._value("value", kind, details))
        source = "\n".join(self._functions)
        exec(compile(source, "<plan>", "exec"), self._names)  # noqa: S102 - names of our schema only
        found: Complete = self._names[name]
        return found, source

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
            item = f"item{self._next()}"
            return f"[{self._value(item, kind.of_type, details)} for {item} in listed({v})]"
        if is_object_type(kind):
            return f"{self._object(kind, details)}({v}, execution)"
        if is_abstract_type(kind):
            return f"{self._abstract(kind, details)}({v}, execution)"
        raise Unplanned(str(kind))

    def _leaf(self, v: str, leaf: Any) -> str:
        names = self._leaves.get(leaf)
        if names is None:
            names = self._leaves[leaf] = {"other": self._named("other", serializer_of(leaf))}
            if isinstance(leaf, GraphQLEnumType):
                known, types = enum_names(leaf)
                names.update(names=self._named("names", known), types=self._named("types", types))
        return line_of(leaf).format(v=v, **names)

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
        classes, check = checked_classes(named, exactly=body.has_written_ids)
        known, look = self._named("classes", classes), self._named("check", check)
        first = f"    if type(row) not in {known}: {look}(row)"
        function = f"{named.name}_{self._next()}"
        self._functions.append(
            "\n".join([f"def {function}(row, execution):", first, *body.lines(), ""])
        )
        return function

    def _field(
        self, body: _Body, answered: str, named: GraphQLObjectType, name: str, below: Details
    ) -> None:
        found = named.fields[name]
        attribute = plain_attribute(found)
        global_id = None if attribute is None else global_id_of(named, attribute)
        if global_id is not None and get_nullable_type(found.type) is GraphQLID:
            body.has_written_ids = True
            body.answers(answered, global_id.written)
            return
        if attribute is not None:
            v = body.reads(f"row.{attribute}")
            body.answers(answered, self._value(v, found.type, below))
            return
        site = Site(self._selected, named, below)
        call = f"execution.at({self._named('site', site)})(row)"
        if site.is_awaited:
            function = self._function(self._value("value", found.type, below))
            body.awaits(answered, call, function)
            return
        v = body.reads(call)
        body.answers(answered, self._value(v, found.type, below))

    def _function(self, expression: str) -> str:
        name = f"complete_{self._next()}"
        self._functions.append(f"def {name}(value, execution):\n    return {expression}\n")
        return name

    def _named(self, prefix: str, value: Any) -> str:
        name = f"{prefix}_{self._next()}"
        self._names[name] = value
        return name

    def _next(self) -> int:
        self._count += 1
        return self._count
