"""Kept Google accounts → what the types show."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import cast

from backend.core.permissions import Actor
from backend.google.queries import earlier_fetches
from backend.google.rows import EVERYBODY, EarlierFetch, GoogleAccountRow, Label, LabelKind
from backend.google.schema import types


async def shown_accounts(
    actor: Actor, rows: Sequence[GoogleAccountRow]
) -> list[types.GoogleAccount]:
    """Return accounts as their type shows them: one statement, however many there are."""
    earlier = await earlier_fetches(actor.account_id, [row.pk for row in rows])
    return [cast(types.GoogleAccount, _shown(row, earlier.get(row.pk, {}))) for row in rows]


def _shown(row: GoogleAccountRow, earlier: Mapping[str, EarlierFetch]) -> types.ShownAccount:
    everybody = Label(EVERYBODY, "", LabelKind.EVERYBODY, row.people)
    return types.ShownAccount(
        id=row.id,
        email=row.email,
        is_connected=row.is_connected,
        labels=[
            types.GoogleLabel(
                name=label.name,
                title=label.title,
                kind=label.kind,
                count=label.count,
                imported_at=earlier[label.name].began_at if label.name in earlier else None,
            )
            for label in (everybody, *row.labels)
        ],
        labels_at=row.labels_at,
        connected_at=row.connected_at,
    )
