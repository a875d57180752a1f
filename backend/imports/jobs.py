"""What runs by itself about imports."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from backend.core.jobs import job, schedule
from backend.imports.service import tidy, work
from backend.imports.service.asking import WORK


@job(WORK)
async def work_on_import(payload: dict[str, Any]) -> None:
    """Go on with a check or an import."""
    await work.work_on_import(payload)


@schedule("forget_old_imports", every=timedelta(hours=1))
async def forget_old_imports() -> None:
    """Forget the files of imports whose time is over."""
    await tidy.forget_old_imports()
