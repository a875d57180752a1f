"""Every SELECT of labels, scoped to the actor's account."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from backend.core.database import placeholders, read
from backend.core.folding import fold
from backend.core.permissions import Actor, Permission
from backend.labels.rows import LABEL_COLUMNS, LabelRow
from backend.labels.rules import MAX_LABELS, NAME_LENGTH

_SELECT = f"SELECT {LABEL_COLUMNS} FROM label WHERE label.account_id = ?"


async def list_labels(actor: Actor, search: str | None = None) -> list[LabelRow]:
    """Return the account's labels by name; those whose name holds ``search``, if given."""
    actor.require(Permission.READ)
    rows = await read.fetch(f"{_SELECT} LIMIT ?", (actor.account_id, MAX_LABELS))
    labels = [LabelRow(*row) for row in rows]
    needle = fold((search or "")[:NAME_LENGTH])
    found = [label for label in labels if needle in fold(label.name)]
    return sorted(found, key=lambda label: (fold(label.name), label.pk))


async def labels_by_id(actor: Actor, ids: Sequence[int]) -> dict[int, LabelRow]:
    """Return those of some labels that the account has."""
    if not ids:
        return {}
    rows = await read.fetch(
        f"{_SELECT} AND label.id IN ({placeholders(len(ids))})", (actor.account_id, *ids)
    )
    return {row[0]: LabelRow(*row) for row in rows}


async def labels_by_name(actor: Actor, names: Iterable[str]) -> dict[str, LabelRow]:
    """Return the account's labels of some names, by folded name."""
    folded = sorted({fold(name) for name in names})
    if not folded:
        return {}
    rows = await read.fetch(
        f"{_SELECT} AND label.folded_name IN ({placeholders(len(folded))})",
        (actor.account_id, *folded),
    )
    return {fold(row[1]): LabelRow(*row) for row in rows}
