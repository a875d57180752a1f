"""A Google account of the owner's, and an import that fetches from it."""

from __future__ import annotations

from backend.core.clock import now_micros
from backend.core.errors import Refusal
from backend.core.ids import encode_id
from backend.core.permissions import Actor
from backend.core.secrets import seal
from backend.core.unit_of_work import unit_of_work
from backend.google.rows import Label, LabelKind, dump_labels
from backend.google.service.start import create_google_import
from backend.imports.service.fetched import stop_fetch


async def add_google(actor: Actor, mark: str, hush: str) -> dict[str, str]:
    """Connect a Google account of the owner's, and fetch from it until that stops.

    It is theirs alone, with its e-mail; that its label was imported, everybody of the account sees.
    """
    labels = [Label("contactGroups/1", f"{mark} label", LabelKind.LABEL, 3)]
    async with unit_of_work(actor) as unit:
        rows = await unit.fetch(
            "INSERT INTO google_account (account_id, user_id, subject, email, sealed_refresh, "
            "sealed_access, access_until, labels, labels_at, connected_at) "
            "VALUES (?, ?, '1', ?, ?, ?, 0, ?, ?, ?) RETURNING id",
            (
                actor.account_id,
                actor.user_id,
                f"{hush}@example.org",
                seal(b"refresh"),
                seal(b"access"),
                dump_labels(labels),
                now_micros(),
                now_micros(),
            ),
        )
    key = int(rows[0][0])
    made = await create_google_import(actor, key, "contactGroups/1")
    async with unit_of_work(actor) as unit:
        await stop_fetch(unit, made.import_id, Refusal())
    return {
        "google_account": encode_id("GoogleAccount", key),
        "google_import": encode_id("ContactImport", made.import_id),
    }
