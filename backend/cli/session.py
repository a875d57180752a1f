"""What every command does first: settings, logs, a migrated database."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from backend.core.data_dir import prepare_data_dir
from backend.core.database.migrate import Migrated
from backend.core.database.migrate import migrate as migrate_database
from backend.core.logging import configure_logging
from backend.core.settings import Settings, settings
from backend.domains import DOMAINS
from backend.runtime import running


async def prepare_database(chosen: Settings) -> Migrated:
    """Make the data directory, and bring the database to the newest schema.

    Raises:
        SettingsError: the data directory or the key in it is of no use.
        MigrationFailed: there is no database to be had, or it was left as it was.
    """
    prepare_data_dir(chosen)
    return await migrate_database(chosen.effective_database_url, DOMAINS)


@asynccontextmanager
async def command_session() -> AsyncIterator[Settings]:
    """Open everything for one command."""
    chosen = settings()
    configure_logging(chosen)
    await prepare_database(chosen)
    async with running(chosen):
        yield chosen
