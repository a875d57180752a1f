"""How large a document may be, counted in one pass over it: fragments never multiply the work."""

from __future__ import annotations

from graphql import DocumentNode, FieldNode, Node, Visitor, visit

MAX_TOKENS = 2000
MAX_DEPTH = 20
MAX_FIELDS = 2000
MAX_COMPARISONS = 5000
MAX_ALIASES = 50
MAX_DIRECTIVES = 50
MAX_ROOT_FIELDS = 20
MAX_OPERATIONS = 20


class LimitExceeded(Exception):
    """A document is larger than it may be."""

    def __init__(self, limit: str, maximum: int) -> None:
        super().__init__(f"This document has more than {maximum} {limit}.")
        self.limit = limit
        self.maximum = maximum


class _Count(Visitor):
    def __init__(self) -> None:
        super().__init__()
        self.aliases = 0
        self.directives = 0
        self.operations = 0

    def enter(self, node: Node, *_: object) -> None:
        if isinstance(node, FieldNode) and node.alias is not None:
            self.aliases += 1
        elif node.kind == "directive":
            self.directives += 1
        elif node.kind == "operation_definition":
            self.operations += 1


def check_counts(document: DocumentNode) -> None:
    """Refuse a document with too many aliases, directives or operations.

    Raises:
        LimitExceeded: it has.
    """
    count = _Count()
    visit(document, count)
    for limit, number, maximum in (
        ("aliases", count.aliases, MAX_ALIASES),
        ("directives", count.directives, MAX_DIRECTIVES),
        ("operations", count.operations, MAX_OPERATIONS),
    ):
        if number > maximum:
            raise LimitExceeded(limit, maximum)
