"""The file of an import's rejected rows, for whoever may see it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path, PurePath

from backend.core.errors import NotFound
from backend.core.permissions import Actor, Permission
from backend.imports import files
from backend.imports.queries import import_of_token


@dataclass(frozen=True, slots=True)
class RejectedRows:
    """Where the file lies, and what it is called."""

    path: Path
    filename: str


async def find_rejects(actor: Actor, token: str) -> RejectedRows:
    """Return the rejected rows of an import of the actor's account.

    Raises:
        NotFound: no such import here, or it has none.
        Forbidden
    """
    found = await import_of_token(actor.account_id, token)
    if found is None:
        raise NotFound
    actor.require(Permission.WRITE_CONTACTS)
    path = files.rejects_file(token)
    if not found.rejects_bytes or not path.exists():
        raise NotFound
    return RejectedRows(path, f"{PurePath(found.filename).stem}-rejected.csv")
