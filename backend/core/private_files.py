"""Files and folders that nobody but the server's own user may look into."""

from __future__ import annotations

import os
import secrets
import stat
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

PRIVATE_FOLDER = 0o700
PRIVATE_FILE = 0o600
RIGHTS_OF_OTHERS = 0o077


def make_private_folder(path: Path) -> None:
    """Make a folder with those above it, and close one that was open to others."""
    path.mkdir(mode=PRIVATE_FOLDER, parents=True, exist_ok=True)
    close_to_others([path])


def close_to_others(paths: Iterable[Path]) -> None:
    """Take every right from all but the owner, where there is such a file and it is ours.

    What many share (a sticky folder such as ``/tmp``) stays as it is, and so does what the file
    system knows no rights of.
    """
    for path in paths:
        with suppress(OSError):
            found = path.stat()
            mode = stat.S_IMODE(found.st_mode)
            is_shared = found.st_uid != os.geteuid() or mode & stat.S_ISVTX
            if mode & RIGHTS_OF_OTHERS and not is_shared:
                path.chmod(mode & ~RIGHTS_OF_OTHERS)


def write_private(path: Path, content: bytes) -> None:
    """Write a new file.

    Raises:
        FileExistsError: there is one already.
    """
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, PRIVATE_FILE)
    with os.fdopen(descriptor, "wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())


def write_once(path: Path, content: bytes) -> None:
    """Write a file unless there is one; at its name it is whole or not there at all.

    Of two processes at once, one writes it and the other leaves it.
    """
    draft = path.with_name(f".{path.name}.{secrets.token_hex(8)}")
    try:
        write_private(draft, content)
        _put_in_place(draft, path)
    finally:
        draft.unlink(missing_ok=True)


def _put_in_place(draft: Path, path: Path) -> None:
    try:
        path.hardlink_to(draft)  # a rename would replace what another process put there
    except FileExistsError:
        return
    except OSError:  # a file system without hard links
        if not path.exists():
            draft.rename(path)
    with suppress(OSError):
        _sync_folder(path.parent)


def _sync_folder(path: Path) -> None:
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
