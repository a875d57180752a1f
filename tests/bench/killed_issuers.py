"""Issuers as processes of their own, killed at any moment and begun again.

``python -m tests.bench.killed_issuers --account 1 --issuers 20 --kills 200`` takes keys of drafts
as JSON on its input and the database from the environment, and prints what happened as JSON.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import os
import random
import select
import signal
import sys
import time
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass

from backend.billing.queries.documents import documents_by_id
from backend.billing.rules.kinds import Stage
from backend.billing.service import issue_document
from backend.core import database
from backend.core.bus import MemoryBus, PostgresBus, use_bus
from backend.core.database.connect import postgres_url, sqlite_path
from backend.core.permissions import Actor
from backend.core.settings import settings
from backend.domains import DOMAINS

BEGUN = b"."
LONGEST_LIFE_SECONDS = 0.03
"""Of an issuer that is killed, from its first document on: a few of them."""


@dataclass(slots=True)
class Issuer:
    """A process with drafts of its own, and the pipe on which it tells that it has begun."""

    pid: int
    signs: int


@asynccontextmanager
async def connected() -> AsyncIterator[None]:
    """Open the database, with a bus that says what is committed; no jobs are known."""
    url = settings().effective_database_url
    await database.connect(url, DOMAINS, read_connections=1)
    local = url.startswith("sqlite")
    use_bus(MemoryBus(sqlite_path(url)) if local else PostgresBus(postgres_url(url)))
    try:
        yield
    finally:
        await database.disconnect()


async def prepare() -> None:
    """Open the database once: the models are prepared then, and issuers begin at once."""
    async with connected():
        pass


async def issue_all(account_id: int, keys: Sequence[int], signs: int) -> None:
    """Issue those of some documents that are still drafts, one after the other."""
    async with connected():
        actor = Actor.system(account_id)
        drafts = [
            each
            for each in (await documents_by_id(actor, keys)).values()
            if each.stage is Stage.DRAFT
        ]
        os.write(signs, BEGUN)
        for draft in drafts:
            await issue_document(actor, draft.pk, draft.version)


def begin(account_id: int, keys: Sequence[int]) -> Issuer:
    """Fork an issuer: it has its modules and models, and no connection yet."""
    signs, told = os.pipe()
    pid = os.fork()
    if pid:
        os.close(told)
        return Issuer(pid, signs)
    code = 1
    try:
        asyncio.run(issue_all(account_id, keys, told))
        code = 0
    finally:
        os._exit(code)


def has_begun(issuer: Issuer) -> bool:
    """Wait until an issuer issues, or has ended; return whether it does."""
    select.select([issuer.signs], [], [])
    return os.read(issuer.signs, 1) == BEGUN


def kill(issuer: Issuer) -> bool:
    """Kill an issuer as it is; return whether it was still at work."""
    os.kill(issuer.pid, signal.SIGKILL)
    _, status = os.waitpid(issuer.pid, 0)
    os.close(issuer.signs)
    return os.WIFSIGNALED(status)


def run(account_id: int, shares: Sequence[Sequence[int]], kills: int, seed: int) -> dict[str, int]:
    """Let issuers work at their shares while they are killed; return how many were, and failed."""
    chance, killed, tries = random.Random(seed), 0, 0
    issuers = [begin(account_id, share) for share in shares]
    while killed < kills and tries < 2 * kills:
        tries += 1
        place = chance.randrange(len(issuers))
        if has_begun(issuers[place]):
            time.sleep(chance.random() * LONGEST_LIFE_SECONDS)
        killed += kill(issuers[place])
        issuers[place] = begin(account_id, shares[place])
    failed = sum(os.waitpid(each.pid, 0)[1] != 0 for each in issuers)
    return {"killed": killed, "failed": failed}


def main() -> None:
    """Parse the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--account", type=int, required=True)
    parser.add_argument("--issuers", type=int, default=20)
    parser.add_argument("--kills", type=int, default=200)
    parser.add_argument("--seed", type=int, default=7)
    chosen = parser.parse_args()
    keys = json.loads(sys.stdin.read())
    asyncio.run(prepare())
    shares = [keys[place :: chosen.issuers] for place in range(chosen.issuers)]
    print(json.dumps(run(chosen.account, shares, chosen.kills, chosen.seed)))


if __name__ == "__main__":
    main()
