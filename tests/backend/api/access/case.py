"""How a root field is asked about the account that is not the caller's."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from tests.backend.api.access.world import World

Variables = dict[str, Any]


@dataclass(frozen=True)
class Case:
    """How to ask for, or do, something to the account.

    ``works_for_owner``: the same variables do it when the owner asks, so that a refusal of others
    is not for a mistake in them. Otherwise they lack a secret that the test does not know either.
    """

    variables: Callable[[World], Variables] = lambda _: {}
    works_for_owner: bool = True
    touches: frozenset[str] = frozenset()
    """Tables that even a refusal writes, of anyone: counts of attempts, letters to be sent."""


def with_input(make: Callable[[World], Variables]) -> Callable[[World], Variables]:
    return lambda world: {"input": make(world)}


def mutation(make: Callable[[World], Variables], **options: Any) -> Case:
    return Case(with_input(make), **options)
