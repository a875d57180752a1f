"""Who renders next: an account has half of the threads at most, so that it starves no other."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

from backend.billing.rendering.engine import MAX_THREADS

AT_ONCE = max(1, MAX_THREADS // 2)


@dataclass(slots=True)
class _Line:
    """The line of one account, while somebody stands in it."""

    turns: asyncio.Semaphore = field(default_factory=lambda: asyncio.Semaphore(AT_ONCE))
    standing: int = 0


_lines: dict[int, _Line] = {}


@asynccontextmanager
async def rendering_turn(account_id: int) -> AsyncIterator[None]:
    """Wait until fewer than :data:`AT_ONCE` documents of the account are being rendered."""
    line = _lines.setdefault(account_id, _Line())
    line.standing += 1
    try:
        async with line.turns:
            yield
    finally:
        line.standing -= 1
        if not line.standing:
            del _lines[account_id]
