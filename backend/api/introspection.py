"""What operations ask about the schema itself: the same for everybody, and long to answer.

The schema has more than a thousand types; graphql-core takes a third of a second for all that an
editor asks about them, in which nobody else is answered.
"""

from __future__ import annotations

from collections import OrderedDict

from graphql import ExecutionResult

from backend.api.documents import Operation

KEPT = 4
"""Answers, of a megabyte and more each: tools ask the same few documents."""


class Introspection:
    """The latest answers to operations that ask for nothing but ``__schema``, without variables."""

    def __init__(self) -> None:
        self._kept: OrderedDict[tuple[str, str], ExecutionResult] = OrderedDict()

    def answer(self, operation: Operation) -> ExecutionResult | None:
        """Return the answer to what was asked lately. It is shared: read it, never change it."""
        key = _key(operation) if self._kept else None
        if key is None or key not in self._kept:
            return None
        self._kept.move_to_end(key)
        return self._kept[key]

    def keep(self, operation: Operation, result: ExecutionResult) -> None:
        """Keep an answer, where it is the same for whoever asks."""
        key = _key(operation)
        if key is None or result.errors:
            return
        self._kept[key] = result
        if len(self._kept) > KEPT:
            self._kept.popitem(last=False)


def _key(operation: Operation) -> tuple[str, str] | None:
    roots = operation.shape.values()
    is_fixed = not operation.node.variable_definitions and operation.plans is not None
    if not is_fixed or any(root.occurrences[0][0].name.value != "__schema" for root in roots):
        return None
    location = operation.node.loc
    return (location.source.body, operation.name) if location else None
