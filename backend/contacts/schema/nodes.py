"""Reading a contact again by its global id."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from backend.contacts.queries.lookups import present_contacts
from backend.contacts.schema.types import wanted_only
from backend.core.graphql import Info, Selection
from backend.core.graphql.nodes import node_readers


async def _contacts(info: Info, keys: Sequence[int]) -> Mapping[int, Any]:
    return await present_contacts(
        info.context.actor, keys, wanted_only(Selection.of(info).on("Contact"))
    )


def register() -> None:
    """Tell the Node interface how contacts are read."""
    node_readers.register("Contact", _contacts)
