"""The plans of one schema: whether they are on, and what they answered."""

from __future__ import annotations

from collections.abc import Mapping

from backend.api.documents import Operation
from backend.api.plans.tally import Tally

NOT_PLANNED = "not planned"


class Plans:
    """Answers by plans while ``on``; without, every operation is graphql-core's."""

    def __init__(self, *, on: bool = True) -> None:
        self.on = on
        self.tally = Tally()

    @property
    def planned(self) -> Mapping[str, int]:
        """How many answers plans gave, by the operation's name."""
        return self.tally.planned

    @property
    def fallbacks(self) -> Mapping[tuple[str, str], int]:
        """How many queries graphql-core answered while plans were on, by (operation, reason)."""
        return self.tally.fallbacks

    def fall_back(self, operation: Operation, reason: str) -> None:
        """Count a query that graphql-core answers."""
        name = operation.node.name
        self.tally.count_fallback(name.value if name else "", reason)
