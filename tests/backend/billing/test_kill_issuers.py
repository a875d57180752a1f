"""Issuers that are killed as processes, in the middle of anything; the bench does more of it."""

from __future__ import annotations

import asyncio
import json
import os
import sys
from pathlib import Path

import pytest

from backend.billing.queries.documents import documents_by_id
from backend.billing.service import verify_ledger
from tests.factories.billing import new_document, new_seller

ROOT = Path(__file__).parents[3]


@pytest.mark.sqlite_only
async def test_killed_processes_leave_no_gap_no_double_and_a_whole_chain(owner, database):
    tax = await new_seller(owner.actor)
    keys = [(await new_document(owner.actor, tax)).pk for _ in range(40)]
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "tests.bench.killed_issuers",
        "--account", str(owner.account_id), "--issuers", "2", "--kills", "4",
        cwd=ROOT,
        env={**os.environ, "CARNET_DATABASE_URL": database.url},
        stdin=asyncio.subprocess.PIPE, stdout=asyncio.subprocess.PIPE,
    )  # fmt: skip
    output, _ = await process.communicate(json.dumps(keys).encode())
    assert process.returncode == 0
    happened = json.loads(output)
    assert happened["killed"] > 0
    assert happened["failed"] == 0
    found = (await documents_by_id(owner.actor, keys)).values()
    assert sorted(each.series_number or 0 for each in found) == list(range(1, 41))
    report = await verify_ledger(owner.actor)
    assert (report.links, report.findings) == (40, [])
