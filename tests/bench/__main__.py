"""Measure the parts that are named (all when none is) and write them to RESULTS.md."""

from __future__ import annotations

import argparse
import asyncio
import os
import subprocess
import sys
import time

from tests.bench import report
from tests.bench.against_peers import measure as measure_against_peers
from tests.bench.billing import measure as measure_billing
from tests.bench.boards import measure as measure_boards
from tests.bench.campaigns import measure as measure_campaigns
from tests.bench.contact_page import measure as measure_contact_page
from tests.bench.copies import measure as measure_copies
from tests.bench.custom_fields import measure as measure_custom_fields
from tests.bench.documents import measure as measure_documents
from tests.bench.duplicates import measure as measure_duplicates
from tests.bench.filters import measure as measure_filters
from tests.bench.intake import measure as measure_import
from tests.bench.outtake import measure as measure_export
from tests.bench.pixel import measure as measure_pixels
from tests.bench.reads import measure as measure_reads
from tests.bench.throughput import measure as measure_throughput
from tests.bench.window import measure as measure_window

PARTS = {
    "a": measure_throughput,
    "b": measure_reads,
    "c": measure_pixels,
    "d": measure_window,
    "e": measure_import,
    "f": measure_export,
    "g": measure_duplicates,
    "h": measure_custom_fields,
    "i": measure_filters,
    "j": measure_contact_page,
    "k": measure_boards,
    "l": measure_documents,
    "m": measure_billing,
    "n": measure_copies,
    "o": measure_campaigns,
    "p": measure_against_peers,
}


async def run(letter: str) -> None:
    """Measure one part, and write it as soon as it is known."""
    started = time.perf_counter()
    load_before = os.getloadavg()[0]
    section = await PARTS[letter]()
    section.load_before = load_before
    report.write(section)
    print(section.markdown())
    print(f"(part {letter}: {time.perf_counter() - started:.0f} s)\n", flush=True)


def main() -> None:
    """Parse the command line."""
    parser = argparse.ArgumentParser(prog="make bench", description=__doc__)
    parser.add_argument("parts", nargs="*", choices=[*PARTS, []], help=" ".join(PARTS))
    letters = parser.parse_args().parts or list(PARTS)
    if len(letters) == 1:
        asyncio.run(run(letters[0]))
        return
    for letter in letters:
        # What a process has held counts as the peak of those that it starts: each part has its own.
        subprocess.run([sys.executable, "-m", "tests.bench", letter], check=True)


if __name__ == "__main__":
    main()
