"""Do the jobs that a new book leaves behind: `python -m tests.bench.settle`, on CARNET_DATA_DIR.

Servers that are measured then work for those who ask, and not on a first search for duplicates.
"""

from __future__ import annotations

import asyncio

from backend.core.jobs.worker import run_due_jobs
from backend.core.settings import settings
from backend.domains import load_jobs
from backend.duplicates.service import search_everywhere
from backend.runtime import running


async def settle() -> None:
    """Run until nothing is due."""
    load_jobs()
    async with running(settings()):
        await search_everywhere()
        await run_due_jobs()


if __name__ == "__main__":
    asyncio.run(settle())
