"""What runs by itself about exports."""

from __future__ import annotations

from datetime import timedelta

from backend.core.jobs import schedule
from backend.exports.service import tidy


@schedule("forget_old_exports", every=timedelta(hours=1))
async def forget_old_exports() -> None:
    """Forget the exports whose links are over."""
    await tidy.forget_old_exports()
