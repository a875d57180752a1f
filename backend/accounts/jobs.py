"""Work after a commit, and tidying up."""

from __future__ import annotations

from datetime import timedelta

from backend.accounts.service.passwords import send_password_reset
from backend.accounts.service.tidy import forget_what_is_over
from backend.core.jobs import job, schedule


@job("send_password_reset")
async def write_password_reset(payload: dict[str, str]) -> None:
    """Write to whoever forgot their password. Run twice, it writes twice: both links work."""
    await send_password_reset(payload["email_key"])


@schedule("tidy_accounts", every=timedelta(hours=1))
async def tidy_accounts() -> None:
    """Forget sessions, links, counters and drafts that are over."""
    await forget_what_is_over()
