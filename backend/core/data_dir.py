"""The data directory: there before anything starts, and closed to everyone but its owner."""

from __future__ import annotations

import os
from pathlib import Path

from backend.core.database.connect import sqlite_path
from backend.core.private_files import close_to_others, make_private_folder
from backend.core.settings import KEY_FILE, Settings, SettingsError

OUTBOX = "outbox"
FILES = "files"
BACKUPS = "backups"
IMPORTS = "imports"
UPLOADS = "uploads"
COPIES = "copies"


def prepare_data_dir(chosen: Settings) -> None:
    """Make the data directory and its secret key, and close what others could look into.

    Raises:
        SettingsError: it cannot be made or written, or the key in it is of no use.
    """
    folder = chosen.data_dir
    try:
        make_private_folder(folder)
    except OSError as error:
        raise SettingsError(
            f"CARNET_DATA_DIR: {folder} cannot be made a folder ({error.strerror}). Name one that "
            "this user may write in"
        ) from None
    if not os.access(folder, os.R_OK | os.W_OK | os.X_OK):
        raise SettingsError(
            f"CARNET_DATA_DIR: this user may not read and write in {folder}. Give it the folder, "
            "or name another"
        )
    close_to_others(_kept(folder))
    if chosen.is_sqlite:
        file = sqlite_path(chosen.effective_database_url)
        close_to_others(Path(file + suffix) for suffix in ("", "-wal", "-shm"))
    chosen.effective_secret_key()


def _kept(folder: Path) -> list[Path]:
    """Return what Carnet keeps besides the database: the folder may hold other things too."""
    letters, backups = folder / OUTBOX, folder / BACKUPS
    return [
        folder / KEY_FILE,
        letters,
        *letters.glob("*.eml"),
        backups,
        *backups.glob("*.sqlite3"),
        folder / FILES,
        folder / IMPORTS,
        folder / UPLOADS,
        folder / COPIES,
    ]
