"""Measure the parts that are named (all when none is) and write them to RESULTS.md."""

from __future__ import annotations

import argparse
import asyncio
import time

from tests.bench import intake, pixel, reads, report, throughput, window

PARTS = {
    "a": throughput.measure,
    "b": reads.measure,
    "c": pixel.measure,
    "d": window.measure,
    "e": intake.measure,
}


async def run(letters: list[str]) -> None:
    """Measure one part after the other, and write each as soon as it is known."""
    for letter in letters:
        started = time.perf_counter()
        section = await PARTS[letter]()
        report.write(section)
        print(section.markdown())
        print(f"(part {letter}: {time.perf_counter() - started:.0f} s)\n", flush=True)


def main() -> None:
    """Parse the command line."""
    parser = argparse.ArgumentParser(prog="make bench", description=__doc__)
    parser.add_argument("parts", nargs="*", choices=[*PARTS, []], help="a b c d e")
    asyncio.run(run(parser.parse_args().parts or list(PARTS)))


if __name__ == "__main__":
    main()
