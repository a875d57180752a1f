"""``node`` and ``nodes``: anything with a global id, read again by it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any, cast

import strawberry

from backend.core.errors import TooMany
from backend.core.graphql.context import Info
from backend.core.graphql.fields import PUBLIC, query
from backend.core.graphql.nodes import Node, node_readers
from backend.core.ids import decode_any_id

MAX_NODES = 100


async def _read(info: Info, ids: list[tuple[str, int]]) -> list[Any]:
    """Return the rows of global ids in their order, None for what the actor may not see."""
    wanted: dict[str, set[int]] = {}
    for type_name, key in ids:
        wanted.setdefault(type_name, set()).add(key)
    if info.context.signed_in is None:
        return [None] * len(ids)
    found: dict[str, Mapping[int, Any]] = {}
    for type_name, keys in wanted.items():
        reader = node_readers.entries.get(type_name)
        found[type_name] = await reader(info, sorted(keys)) if reader is not None else {}
    return [found[type_name].get(key) for type_name, key in ids]


@strawberry.type
class Query:
    """Reading by global id."""

    @query(PUBLIC, description="Reads anything by its global id; null when there is no such thing.")
    async def node(
        self,
        info: Info,
        id: Annotated[strawberry.ID, strawberry.argument(description="A global id.")],
    ) -> Node | None:
        """Signed out, nothing is there."""
        rows = await _read(info, [decode_any_id(id, ("id",))])
        return cast(Node | None, rows[0])

    @query(
        PUBLIC,
        description="Reads up to 100 things by their global ids, in the order of the ids; "
        "null for each that is not there.",
    )
    async def nodes(
        self,
        info: Info,
        ids: Annotated[list[strawberry.ID], strawberry.argument(description="Global ids.")],
    ) -> list[Node | None]:
        """Signed out, nothing is there."""
        if len(ids) > MAX_NODES:
            raise TooMany(("ids",), maximum=MAX_NODES)
        return await _read(
            info, [decode_any_id(value, ("ids", str(place))) for place, value in enumerate(ids)]
        )
