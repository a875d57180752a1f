"""e. Importing 100,000 contacts: from the command line, with memory that stays, and by the wizard
while others work.
"""

from __future__ import annotations

import asyncio
import csv
import os
import shutil
import sqlite3
import sys
import tempfile
import time
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from tests.bench.books import USER, carnet
from tests.bench.report import Section
from tests.bench.server import ROOT, environment
from tests.bench.wizard import BOOK, WizardImport, import_by_wizard, spread

SIZES = (10_000, 100_000)
LONGEST_SECONDS = 60
LARGEST_GROWTH = 1.25
HEADERS = (
    "First Name",
    "Last Name",
    "Organization Name",
    "Organization Title",
    "Labels",
    "E-mail 1 - Label",
    "E-mail 1 - Value",
    "E-mail 2 - Label",
    "E-mail 2 - Value",
    "Phone 1 - Label",
    "Phone 1 - Value",
    "Address 1 - Label",
    "Address 1 - Street",
    "Address 1 - City",
    "Address 1 - Postal Code",
    "Address 1 - Country",
    "Address 1 - Region",
    "Address 1 - Extended Address",
    "Phone 2 - Label",
    "Phone 2 - Value",
    "Nickname",
    "Organization Department",
    "Birthday",
    "Notes",
    "Photo",
    "Custom field (date): Renewal",
    "Custom field (number): Budget",
    "Custom field (url): Site",
    "Custom field (text): Remark",
    "Custom field (text): Source",
)
"""Thirty, five of them custom fields."""


@dataclass(frozen=True, slots=True)
class Import:
    """What importing one file took."""

    rows: int
    seconds: float
    peak_mib: float


async def measure() -> Section:
    """Import each size into a database of its own."""
    done = [await _import(rows) for rows in SIZES]
    wizard = await _by_wizard(SIZES[-1])
    section = Section("e", "Importing a Google CSV, `carnet import`")
    section.table(
        ("rows", "seconds", "rows per second", "peak memory, MiB"),
        [
            (
                f"{one.rows:,}",
                f"{one.seconds:.1f}",
                f"{one.rows / one.seconds:,.0f}",
                f"{one.peak_mib:.0f}",
            )
            for one in done
        ],
    )
    section.say(
        "30 columns: two e-mails, two phones, an address, two labels and five custom fields a row; "
        "SQLite; every row written."
    )
    last, growth = done[-1], done[-1].peak_mib / done[0].peak_mib
    section.target(
        f"100,000 rows in under {LONGEST_SECONDS} s",
        f"{last.seconds:.1f} s",
        met=last.seconds < LONGEST_SECONDS,
    )
    section.target(
        "memory that does not grow with the file",
        f"{growth:.2f}× for ten times the rows",
        met=growth <= LARGEST_GROWTH,
    )
    _tell_wizard(section, wizard)
    return section


async def _by_wizard(rows: int) -> WizardImport:
    with tempfile.TemporaryDirectory(prefix="carnet-bench-") as folder:
        file = Path(folder) / "contacts.csv"
        write_google_csv(file, rows)
        return await import_by_wizard(file, rows)


def _tell_wizard(section: Section, done: WizardImport) -> None:
    steps = (
        ("sent and understood", done.sending, None),
        ("checked, the dry run", done.checking, done.while_checking),
        ("imported", done.importing, done.while_importing),
    )
    section.table(
        (
            f"by the wizard, {done.rows:,} rows",
            "seconds",
            "a first page meanwhile, p50 / p95, ms",
            "a change meanwhile, p50 / p95, ms",
        ),
        [
            (
                name,
                f"{seconds:.1f}",
                *((spread(waits.pages), spread(waits.changes)) if waits else ("", "")),
            )
            for name, seconds, waits in steps
        ],
    )
    section.say(
        f"The same 30 columns, into a book of {BOOK:,} contacts that others read and change: the "
        "list's first 50 and one contact, ten times a second at most."
    )
    section.target(
        f"{done.rows:,} rows by the wizard in under {LONGEST_SECONDS} s",
        f"{done.importing:.1f} s",
        met=done.importing < LONGEST_SECONDS,
    )
    section.target(
        "a dry run that takes no longer than the import",
        f"{done.checking:.1f} s and {done.importing:.1f} s",
        met=done.checking <= done.importing,
    )


async def _import(rows: int) -> Import:
    folder = Path(tempfile.mkdtemp(prefix="carnet-bench-"))
    try:
        await carnet(folder, "demo", "--contacts", "1")
        file = folder / "contacts.csv"
        write_google_csv(file, rows)
        before = _count(folder)
        started = time.perf_counter()
        peak_kib = await asyncio.to_thread(_run_import, folder, file)
        seconds = time.perf_counter() - started
        if (written := _count(folder) - before) != rows:
            raise RuntimeError(f"{written:,} of {rows:,} rows were written")
        return Import(rows, seconds, peak_kib / 1024)
    finally:
        shutil.rmtree(folder)


def _run_import(folder: Path, file: Path) -> int:
    """Run the command and return its peak memory in KiB."""
    command = [sys.executable, "-m", "backend.cli.main", "import", str(file), "--account", USER]
    settings = environment(CARNET_DATA_DIR=str(folder), PYTHONPATH=str(ROOT))
    null = os.open(os.devnull, os.O_WRONLY)
    pid = os.posix_spawn(
        sys.executable, command, settings, file_actions=[(os.POSIX_SPAWN_DUP2, null, 1)]
    )
    os.close(null)
    _, status, usage = os.wait4(pid, 0)
    if os.waitstatus_to_exitcode(status):
        raise RuntimeError("carnet import failed")
    return usage.ru_maxrss


def _count(folder: Path) -> int:
    with closing(sqlite3.connect(folder / "carnet.sqlite3")) as connection:
        return int(connection.execute("SELECT COUNT(*) FROM contact").fetchone()[0])


def write_google_csv(file: Path, rows: int) -> None:
    """Write a file with Google's headers; every row is a different person."""
    given = ("Adèle", "Élodie", "Giulia", "Nicolò", "Oliver", "Zoë", "Françoise", "Chloé")
    family = ("Bernard", "Ferrari", "D'Amico", "Lefèvre", "Rossi", "Walker", "Müller")
    cities = (("Torino", "10121", "IT"), ("Lyon", "69002", "FR"), ("Leeds", "LS1 4AP", "GB"))
    with file.open("w", encoding="utf-8", newline="") as output:
        writer = csv.writer(output)
        writer.writerow(HEADERS)
        for number in range(rows):
            first, last = given[number % len(given)], family[number % len(family)]
            city, postal_code, country = cities[number % len(cities)]
            writer.writerow(
                (
                    first,
                    f"{last} {number}",
                    f"Studio {last}",
                    "Owner",
                    "Client ::: Newsletter",
                    "* Work",
                    f"contact{number}@example.org",
                    "Home",
                    f"home{number}@example.org",
                    "Mobile",
                    f"+33 6 {number % 10**8:08d}",
                    "Work",
                    f"{number % 200} Via Roma",
                    city,
                    postal_code,
                    country,
                    "",
                    f"Floor {number % 9}",
                    "Work",
                    f"+33 1 {number % 10**8:08d}",
                    first[:3],
                    "Design",
                    "1980-02-28",
                    f"Met at the fair, {number}",
                    "",
                    f"{number % 28 + 1:02}/{number % 12 + 1:02}/2027",
                    f"{number % 9000},50",
                    f"example.org/{number}",
                    f"Prefers letters, {number % 500}",
                    ("Fair", "Friend", "Web")[number % 3],
                )
            )
