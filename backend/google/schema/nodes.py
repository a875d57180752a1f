"""Reading a Google account again by its global id."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from backend.core.graphql import Info
from backend.core.graphql.nodes import node_readers
from backend.google.queries import own_accounts_by_id
from backend.google.schema.presenting import shown_accounts


async def _accounts(info: Info, keys: Sequence[int]) -> Mapping[int, Any]:
    actor = info.context.actor
    rows = await own_accounts_by_id(actor, keys)
    return dict(zip(rows, await shown_accounts(actor, list(rows.values())), strict=True))


def register() -> None:
    """Tell the Node interface how Google accounts are read."""
    node_readers.register("GoogleAccount", _accounts)
