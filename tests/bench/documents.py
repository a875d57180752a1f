"""l. Documents: a PDF of two pages, its preview, and the loop meanwhile."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable
from dataclasses import replace
from statistics import median

from backend.billing.rendering.document import Document
from backend.billing.rendering.render import pdf_of, render_pages, render_pdf
from tests.backend.billing.rendering.samples import (
    AT,
    franchise_invoice,
    french_invoice,
    item,
    totals,
)
from tests.bench.report import Section

REPEATS, WARM_UPS = 40, 5
AT_ONCE = 4
MOST_MS = 150.0


async def measure() -> Section:
    """Measure documents that differ in their number: nothing is remembered from the last."""
    two_pages, one_page = french_invoice(), franchise_invoice()
    lines = tuple(item(f"Ligne {n}", "1", 100 + n) for n in range(200))
    long = replace(two_pages, lines=lines, totals=totals(lines))
    pdf = _times(two_pages, lambda each: render_pdf(each, AT))
    rows = [
        ("PDF, 1 page", _times(one_page, lambda each: render_pdf(each, AT))),
        ("PDF, 2 pages with a logo and a payment code", pdf),
        ("PDF, 200 lines", _times(long, lambda each: render_pdf(each, AT), repeats=10)),
        ("preview, 2 pages as PNG of 144 dots per inch", _times(two_pages, render_pages)),
        ("preview, 2 pages as SVG", _times(two_pages, lambda each: render_pages(each, kind="svg"))),
    ]
    each_second, pause = await _at_once(two_pages)
    section = Section("l", "Documents for clients, milliseconds")
    section.table(
        ["", "p50", "slowest", "processor time, p50"],
        [
            [name, f"{median(clock):.0f}", f"{max(clock):.0f}", f"{median(processor):.0f}"]
            for name, (clock, processor) in rows
        ],
    )
    section.say(
        f"{REPEATS} of each after {WARM_UPS} to warm up, one after the other, every one with"
        f" another number. {AT_ONCE} at a time in threads: {each_second:.0f} PDFs of 2 pages a"
        f" second; the loop was kept waiting for {pause:.0f} ms at most."
    )
    clock, processor = (median(found) for found in pdf)
    section.target(
        f"a PDF of 2 pages in under {MOST_MS:.0f} ms of a processor",
        f"{processor:.0f} ms, {clock:.0f} by the clock beside what else ran",
        met=processor < MOST_MS,
    )
    return section


def _times(
    document: Document, work: Callable[[Document], object], *, repeats: int = REPEATS
) -> tuple[list[float], list[float]]:
    """Return how long each took by the clock and of the processor, in milliseconds."""
    clock: list[float] = []
    processor: list[float] = []
    for number in range(WARM_UPS + repeats):
        asked = replace(document, number=f"F{number:06}")
        began, used = time.perf_counter(), time.process_time()
        work(asked)
        clock.append((time.perf_counter() - began) * 1000)
        processor.append((time.process_time() - used) * 1000)
    return clock[WARM_UPS:], processor[WARM_UPS:]


async def _at_once(document: Document) -> tuple[float, float]:
    """Return how many PDFs several make in a second, and the loop's worst pause."""
    pause = 0.0

    async def watch() -> None:
        nonlocal pause
        while True:
            began = time.perf_counter()
            await asyncio.sleep(0.001)
            pause = max(pause, (time.perf_counter() - began) * 1000 - 1)

    async def make(first: int) -> None:
        for number in range(first, first + REPEATS // AT_ONCE):
            await pdf_of(first, replace(document, number=f"G{number:06}"), AT)

    watching = asyncio.create_task(watch())
    began = time.perf_counter()
    await asyncio.gather(*(make(each * 1000) for each in range(AT_ONCE)))
    took = time.perf_counter() - began
    watching.cancel()
    return REPEATS / took, pause
