"""Do the jobs that a new book leaves behind: `python -m tests.bench.settle`, on CARNET_DATA_DIR.

Servers that are measured then work for those who ask, and not on a first search for duplicates;
with `--shelves` that is left out, which takes long in a large book.
"""

from __future__ import annotations

import asyncio
import sys

from backend.contacts.service.arranging import arrange_everywhere
from backend.core.jobs.worker import run_due_jobs
from backend.core.settings import settings
from backend.domains import load_jobs
from backend.duplicates.service import search_everywhere
from backend.runtime import running


async def settle(*, shelves_alone: bool) -> None:
    """Run until nothing is due."""
    load_jobs()
    async with running(settings()):
        await arrange_everywhere()
        if shelves_alone:
            return
        await search_everywhere()
        await run_due_jobs()


if __name__ == "__main__":
    asyncio.run(settle(shelves_alone="--shelves" in sys.argv))
