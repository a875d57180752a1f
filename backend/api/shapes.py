"""The shape of an operation's answer: its fields by response name, fragments laid out.

Built within a budget, before validation, whose own rules take seconds on some small documents.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from graphql import (
    FieldNode,
    FragmentDefinitionNode,
    FragmentSpreadNode,
    OperationDefinitionNode,
    SelectionNode,
    SelectionSetNode,
)

from backend.api.limits import MAX_COMPARISONS, MAX_DEPTH, MAX_FIELDS, LimitExceeded

Fragments = Mapping[str, FragmentDefinitionNode]
Occurrence = tuple[FieldNode, str | None]
"""A field and the type that the nearest fragment around it is about."""


@dataclass(slots=True)
class Shape:
    """Everything asked for under one response name of one parent."""

    occurrences: list[Occurrence] = field(default_factory=list)
    children: dict[str, Shape] = field(default_factory=dict)


class _Budget:
    def __init__(self) -> None:
        self.fields = 0
        self.comparisons = 0

    def spend(self, occurrences: int) -> None:
        # Validation compares every two fields that answer under the same name.
        self.fields += occurrences
        self.comparisons += occurrences * (occurrences - 1) // 2
        if self.fields > MAX_FIELDS:
            raise LimitExceeded("fields", MAX_FIELDS)
        if self.comparisons > MAX_COMPARISONS:
            raise LimitExceeded("repeated fields", MAX_COMPARISONS)


def shape_of(operation: OperationDefinitionNode, fragments: Fragments) -> dict[str, Shape]:
    """Return the root fields of an operation with all that is below them.

    Raises:
        LimitExceeded: it is too deep, or has too many fields, or repeats them too often.
    """
    return _lay_out([operation.selection_set], fragments, _Budget(), 1)


def _lay_out(
    selection_sets: list[SelectionSetNode], fragments: Fragments, budget: _Budget, depth: int
) -> dict[str, Shape]:
    if depth > MAX_DEPTH:
        raise LimitExceeded("depth", MAX_DEPTH)
    found: dict[str, Shape] = {}
    visited: set[str] = set()
    for selection_set in selection_sets:
        _collect(selection_set, fragments, found, visited)
    for shape in found.values():
        budget.spend(len(shape.occurrences))
    for shape in found.values():
        below = [node.selection_set for node, _ in shape.occurrences if node.selection_set]
        if below:
            shape.children = _lay_out(below, fragments, budget, depth + 1)
    return found


def _collect(
    selection_set: SelectionSetNode,
    fragments: Fragments,
    found: dict[str, Shape],
    visited: set[str],
) -> None:
    pending: list[tuple[SelectionNode, str | None]] = [
        (node, None) for node in reversed(selection_set.selections)
    ]
    while pending:
        node, about = pending.pop()
        if isinstance(node, FieldNode):
            name = node.alias.value if node.alias else node.name.value
            shape = found.get(name)
            if shape is None:
                shape = found[name] = Shape()
            shape.occurrences.append((node, about))
            continue
        source: FragmentDefinitionNode | SelectionNode | None = node
        if isinstance(node, FragmentSpreadNode):
            if node.name.value in visited:
                continue
            visited.add(node.name.value)
            source = fragments.get(node.name.value)
        if source is None:
            continue
        condition = getattr(source, "type_condition", None)
        inner = condition.name.value if condition else about
        selections = source.selection_set.selections  # type: ignore[union-attr]
        pending.extend((child, inner) for child in reversed(selections))
