"""Reading an import again by its global id."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from backend.core.graphql import Info
from backend.core.graphql.nodes import node_readers
from backend.imports.queries import imports_by_id
from backend.imports.schema.presenting import shown_imports


async def _imports(info: Info, keys: Sequence[int]) -> Mapping[int, Any]:
    actor = info.context.actor
    rows = await imports_by_id(actor, keys)
    return dict(zip(rows, await shown_imports(actor, list(rows.values())), strict=True))


def register() -> None:
    """Tell the Node interface how imports are read."""
    node_readers.register("ContactImport", _imports)
