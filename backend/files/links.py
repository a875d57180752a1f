"""The address of a file: signed, of one account, and over after an hour."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import quote

from backend.core.secrets import sign, verify
from backend.files.errors import FileLinkExpired
from backend.files.limits import LINK_SECONDS

_PURPOSE = "stored-file"


@dataclass(frozen=True, slots=True)
class FileLink:
    """What an address names. ``inline``: to be looked at rather than saved; ``name``: as what."""

    account_id: int
    file_id: int
    inline: bool
    name: str


def file_link(account_id: int, file_id: int, *, name: str, inline: bool = False) -> str:
    """Return the path of a file that is called ``name`` where it was found. It works for whoever
    may read the account, for an hour.
    """
    value: dict[str, object] = {
        "account": account_id,
        "file": file_id,
        "inline": inline,
        "name": name,
    }
    signed = sign(_PURPOSE, value, ttl_seconds=LINK_SECONDS)
    return f"/files/stored/{signed}/{quote(name, safe='')}"  # what viewers of PDFs show as title


def link_of_token(token: str) -> FileLink:
    """Return what the signed part of an address names.

    Raises:
        FileLinkExpired: not ours, or too old.
    """
    value = verify(_PURPOSE, token)
    if value is None:
        raise FileLinkExpired
    return FileLink(
        int(str(value["account"])),
        int(str(value["file"])),
        value["inline"] is True,
        str(value["name"]),
    )


def upload_link(token: str) -> str:
    """Return the path that takes the bytes of an announced file."""
    return f"/files/uploads/{token}"
