"""Reading a pair again by its global id."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from backend.core.graphql import Info, Selection
from backend.core.graphql.nodes import node_readers
from backend.duplicates.queries.pairs import pairs_by_id
from backend.duplicates.schema.types import wanted_of_pair


async def _pairs(info: Info, keys: Sequence[int]) -> Mapping[int, Any]:
    asked = wanted_of_pair(Selection.of(info).on("DuplicatePair"))
    return await pairs_by_id(info.context.actor, keys, asked)


def register() -> None:
    """Tell the Node interface how pairs are read."""
    node_readers.register("DuplicatePair", _pairs)
