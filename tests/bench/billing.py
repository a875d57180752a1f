"""m. Billing: totals while one types, lists of any length, issuing, and issuers that are killed."""

from __future__ import annotations

import asyncio
import json
import os
import sys
import tempfile
import time
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import Any
from uuid import uuid4

import asyncpg

from backend.api.app import Api
from backend.billing.queries.documents import documents_by_id
from backend.billing.service import issue_document, verify_ledger
from backend.core.database import read
from backend.core.database.connect import postgres_url
from backend.core.database.migrate import migrate
from backend.core.ids import encode_id
from backend.core.settings import settings
from backend.core.unit_of_work import unit_of_work
from backend.domains import DOMAINS
from backend.runtime import running
from tests.bench.builder_keys import Keystroke, type_prices
from tests.bench.report import Section
from tests.bench.server import ROOT
from tests.factories.accounts import Person, new_owner
from tests.factories.api import Asker
from tests.factories.billing import new_document, new_issued, new_seller

POSTGRES = os.environ.get("CARNET_TEST_POSTGRES_URL", "")
LINES, KEYSTROKES = 200, 60
SMALL, LARGE, PAGES = 100, 100_000, 30
ISSUED = 300
ISSUERS, EACH, KILLS = 20, 100, 200
TYPING_MS, PER_SECOND, KEY_BYTES = 50.0, 50.0, 4096

TOTALS = """
query Totals($input: BillingTotalsInput!) {
  billingTotals(input: $input) {
    lines { total { minor } discount { minor } }
    totals { net { minor } tax { minor } total { minor } taxes { rate base { minor } } }
  }
}
"""
PAGE = """
query Page($after: String, $filter: BillingDocumentFilter, $sort: BillingDocumentSort) {
  billingDocuments(first: 15, after: $after, filter: $filter, sort: $sort) {
    edges { node { id number status issueDate dueDate buyer { name } total { minor currency } } }
    pageInfo { endCursor }
  }
}
"""
ALL: dict[str, Any] = {"kinds": ["INVOICE", "CREDIT_NOTE"]}
LISTS: dict[str, dict[str, Any]] = {
    "first page": {"filter": ALL},
    "overdue": {"filter": {"kinds": ["INVOICE"], "overdue": True}},
    "paid": {"filter": {"kinds": ["INVOICE"], "statuses": ["PAID"]}},
    "by client": {"filter": ALL, "sort": {"field": "CLIENT"}},
    "by what is left": {"filter": ALL, "sort": {"field": "BALANCE", "direction": "DESC"}},
}


@dataclass(frozen=True, slots=True)
class _Typed:
    """Keys as the API reckons them, and as somebody sees them in Chromium."""

    reckoned: Sequence[float]
    seen: Sequence[Keystroke]


async def measure() -> Section:
    """Measure an account of its own, on SQLite; issuers are killed on PostgreSQL too."""
    async with account() as owner:
        typing = await _typing(owner)
        keys = await type_prices(owner, await _tax(owner), LINES, settings().data_dir)
        small = await _lists(owner, SMALL)
        large = await _lists(owner, LARGE)
    async with account() as owner:
        rate = await _issuing(owner)
    killed = [await _killed(url) for url in _databases()]
    return _section(_Typed(typing, keys), small, large, rate, killed)


@asynccontextmanager
async def asking(owner: Person) -> AsyncIterator[Asker]:
    """Run operations as somebody, in process."""
    api = Api(settings())
    try:
        yield Asker(api, owner)
    finally:
        api.close()
        await api.finish()


@asynccontextmanager
async def account(url: str = "") -> AsyncIterator[Person]:
    """Open an empty database with a seller in it."""
    with tempfile.TemporaryDirectory() as folder:
        os.environ["CARNET_DATA_DIR"] = folder
        os.environ["CARNET_DATABASE_URL"] = url or f"sqlite://{Path(folder) / 'carnet.sqlite3'}"
        settings.cache_clear()
        chosen = settings()
        await migrate(chosen.effective_database_url, DOMAINS)
        async with running(chosen):
            yield await new_owner()


async def _typing(owner: Person) -> list[float]:
    """Return what each key takes until the totals are there, in milliseconds of a processor."""
    tax = encode_id("Tax", await new_seller(owner.actor))
    took = []
    line: dict[str, Any] = {"name": "Work", "quantity": "3", "unitPriceMinor": 12_345, "taxId": tax}
    lines = [{**line, "unitPriceMinor": 100 + number} for number in range(LINES)]
    async with asking(owner) as ask:
        for key in range(KEYSTROKES):
            lines[key % LINES] = {**line, "unitPriceMinor": 1_000 + key}
            began = time.process_time()
            await ask.data(TOTALS, input={"currency": "EUR", "lines": lines})
            took.append((time.process_time() - began) * 1000)
    return took[5:]


async def _lists(owner: Person, size: int) -> dict[str, float]:
    """Return the median of pages of a list of so many, in milliseconds of a processor."""
    await _fill(owner, size)
    found = {}
    async with asking(owner) as ask:
        for name, wanted in LISTS.items():
            took = []
            for _ in range(PAGES):
                began = time.process_time()
                await ask.data(PAGE, **wanted)
                took.append((time.process_time() - began) * 1000)
            found[name] = median(took[3:])
    return found


async def _fill(owner: Person, size: int) -> None:
    """Copy an issued invoice until there are so many: every third is paid, every fourth due."""
    first = (await new_issued(owner.actor, await _tax(owner))).pk
    columns = (
        "account_id, kind, stage, contact_id, source_id, content, currency, search_text, "
        "buyer_key, issue_date, total_minor, credited_minor, version, created_at, updated_at, "
        "updated_by, issued_at, series_year"
    )
    have = int(await read.fetch_value("SELECT COUNT(*) FROM billing_document"))
    async with unit_of_work(owner.actor) as unit:
        await unit.execute(
            f"WITH RECURSIVE place(n) AS (SELECT {have + 1} UNION ALL SELECT n + 1 FROM place "
            f"WHERE n < {size}) INSERT INTO billing_document ({columns}, due_date, paid_minor, "
            f"number, series_number) SELECT {columns}, CASE WHEN n % 4 = 0 THEN '2020-01-01' ELSE "
            "due_date END, CASE WHEN n % 3 = 0 THEN total_minor ELSE 0 END, 'X' || n, 1000000 + n "
            "FROM billing_document, place WHERE billing_document.id = ?",
            (first,),
        )


async def _tax(owner: Person) -> int:
    found = await read.fetch_value("SELECT id FROM tax WHERE account_id = ?", (owner.account_id,))
    return int(found)


async def _issuing(owner: Person) -> float:
    """Return how many drafts are issued in a second, each in its own transaction."""
    tax = await new_seller(owner.actor)
    drafts = [await new_document(owner.actor, tax) for _ in range(ISSUED)]
    began = time.perf_counter()
    for draft in drafts:
        await issue_document(owner.actor, draft.pk, draft.version)
    return ISSUED / (time.perf_counter() - began)


def _databases() -> Sequence[str]:
    return ("", POSTGRES) if POSTGRES else ("",)


async def _killed(server: str) -> dict[str, Any]:
    """Kill issuers, and return what the numbers and the chain are like after that."""
    if not server:
        async with account() as owner:
            return {"database": "SQLite"} | await _kill_issuers(owner)
    name, base = f"carnet_bench_{uuid4().hex}", postgres_url(server)
    connection = await asyncpg.connect(base)
    await connection.execute(f"CREATE DATABASE {name}")
    try:
        async with account(f"{server.rpartition('/')[0]}/{name}") as owner:
            return {"database": "PostgreSQL"} | await _kill_issuers(owner)
    finally:
        await connection.execute(f"DROP DATABASE {name} WITH (FORCE)")
        await connection.close()


async def _kill_issuers(owner: Person) -> dict[str, Any]:
    tax = await new_seller(owner.actor)
    keys = [(await new_document(owner.actor, tax)).pk for _ in range(ISSUERS * EACH)]
    began = time.perf_counter()
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "tests.bench.killed_issuers", "--account", str(owner.account_id),
        "--issuers", str(ISSUERS), "--kills", str(KILLS),
        cwd=ROOT, stdin=asyncio.subprocess.PIPE, stdout=asyncio.subprocess.PIPE,
    )  # fmt: skip
    output, _ = await process.communicate(json.dumps(keys).encode())
    took = time.perf_counter() - began
    numbers: list[int] = []
    for place in range(0, len(keys), EACH):
        found = await documents_by_id(owner.actor, keys[place : place + EACH])
        numbers += [each.series_number or 0 for each in found.values()]
    report = await verify_ledger(owner.actor)
    whole = sorted(numbers) == list(range(1, len(keys) + 1))
    return {
        **json.loads(output),
        "seconds": took,
        "sound": whole and not report.findings and report.links == len(keys),
    }


def _section(
    typed: _Typed,
    small: dict[str, float],
    large: dict[str, float],
    rate: float,
    killed: Sequence[dict[str, Any]],
) -> Section:
    section = Section("m", "Billing")
    section.table(
        ["15 of a list, processor ms", f"{SMALL:,} documents", f"{LARGE:,} documents"],
        [[name, f"{small[name]:.1f}", f"{large[name]:.1f}"] for name in LISTS],
    )
    reckoned, wire = typed.reckoned, [each.wire_bytes for each in typed.seen]
    seen = [each.milliseconds for each in typed.seen]
    section.target(
        f"a keystroke in {LINES} lines is reckoned in under {TYPING_MS:.0f} ms",
        f"{median(reckoned):.1f} ms of a processor by the API, the slowest {max(reckoned):.1f} ms; "
        f"in Chromium the total is there {median(seen):.0f} ms after the key",
        met=median(reckoned) < TYPING_MS,
    )
    section.target(
        f"a keystroke in {LINES} lines takes under {KEY_BYTES:,} bytes on the wire",
        f"{median(wire):,.0f} bytes, at most {max(wire):,}",
        met=max(wire) < KEY_BYTES,
    )
    ratio = max(large[name] / small[name] for name in LISTS)
    section.target(
        f"a list of {LARGE:,} is as quick as one of {SMALL:,}",
        f"{ratio:.1f} times as long at most",
        met=ratio < 2,
    )
    section.target(
        f"{PER_SECOND:.0f} documents issued a second on SQLite",
        f"{rate:.0f}",
        met=rate > PER_SECOND,
    )
    for each in killed:
        section.target(
            f"{ISSUERS} issuers × {EACH} documents on {each['database']}, killed at any moment: "
            "numbers without gap or double, the chain whole",
            f"{each['killed']} killed, {each['seconds']:.0f} s",
            met=each["sound"] and each["failed"] == 0,
        )
    return section
