"""What the tests of accounts look at: the history, queued jobs, letters in the outbox."""

from __future__ import annotations

import re
from email import message_from_bytes, policy
from email.message import EmailMessage
from urllib.parse import parse_qs, urlsplit

from backend.core.change_log import Change, changes_after
from backend.core.jobs.worker import run_due_jobs
from backend.core.settings import settings


async def history(account_id: int) -> list[Change]:
    """Return the whole history of an account."""
    return await changes_after(account_id, 0, limit=1000)


async def kinds(account_id: int) -> list[str]:
    """Return the kinds of all that happened in an account, in order."""
    return [change.kind for change in await history(account_id)]


async def letters() -> list[EmailMessage]:
    """Run what is queued and return every letter in the outbox, the oldest first."""
    await run_due_jobs()
    folder = settings().data_dir / "outbox"
    files = sorted(folder.glob("*.eml"), key=lambda file: file.stat().st_mtime_ns)
    return [message_from_bytes(file.read_bytes(), policy=policy.default) for file in files]


def body_of(letter: EmailMessage) -> str:
    """Return a letter's text."""
    return str(letter.get_content())


def link_of(letter: EmailMessage) -> tuple[str, str]:
    """Return the path and the token of a letter's link."""
    found = re.search(r"https?://\S+", body_of(letter))
    assert found is not None, body_of(letter)
    parts = urlsplit(found.group())
    return parts.path, parse_qs(parts.query).get("token", [""])[0]
