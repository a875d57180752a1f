"""``carnet migrate``: bring the database to the newest schema."""

from __future__ import annotations

import asyncio

from backend.cli.session import prepare_database
from backend.core.logging import configure_logging
from backend.core.settings import settings


def migrate() -> None:
    """Bring the database to the newest schema, after a backup."""
    chosen = settings()
    configure_logging(chosen)
    done = asyncio.run(prepare_database(chosen))
    if not done.applied:
        print("The database is up to date.")
        return
    for name in done.applied:
        print(f"applied {name}")
    if done.backup is not None:
        print(f"The database as it was is kept as {done.backup}")
