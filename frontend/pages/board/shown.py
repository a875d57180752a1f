"""What a board is made of, as it was read."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Self

OPEN, WON, LOST = "OPEN", "WON", "LOST"
Worth = tuple[int, tuple[tuple[str, str], ...]]
"""How many cards a step has, and their sums: minor units, as a text, and the currency."""
Counts = Mapping[str, Worth]
"""By the step's id."""
NO_CARDS: Worth = (0, ())


@dataclass(frozen=True, slots=True)
class Step:
    """A column: what its head says, without its cards."""

    id: str
    name: str
    color: str
    kind: str
    stale_after_days: int | None
    version: int

    @classmethod
    def of(cls, step: Mapping[str, Any]) -> Self:
        """Read a step of the API's answer."""
        return cls(
            step["id"],
            step["name"],
            step["color"],
            step["kind"],
            step["staleAfterDays"],
            step["version"],
        )


@dataclass(frozen=True, slots=True)
class Shown:
    """The board itself."""

    id: str
    name: str
    version: int
    steps: tuple[Step, ...]

    @classmethod
    def of(cls, workflow: Mapping[str, Any]) -> Self:
        """Read a workflow of the API's answer."""
        steps = tuple(Step.of(step) for step in workflow["steps"])
        return cls(workflow["id"], workflow["name"], workflow["version"], steps)

    def step(self, step_id: str | None) -> Step | None:
        """Return a step by its id."""
        return next((step for step in self.steps if step.id == step_id), None)

    @property
    def first(self) -> Step:
        """The step where a new card stands."""
        return self.steps[0]


def counts_of(workflow: Mapping[str, Any]) -> Counts:
    """Read the counts and the sums of the steps of the API's answer."""
    return {
        step["id"]: (
            step["cardCount"],
            tuple((money["minor"], money["currency"]) for money in step["totals"]),
        )
        for step in workflow["steps"]
    }
