"""RESULTS.md: one section per part, each with its own date; a part that was not run is kept."""

from __future__ import annotations

import os
import platform
import re
import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

RESULTS = Path(__file__).parent / "RESULTS.md"
INTRODUCTION = """# Measured

Written by `make bench`; `make bench ARGS="a d"` measures some parts again and keeps the others.
Everything runs on one machine, the load beside the server: both share its cores.
"""
SECTION = re.compile(r"^## (?P<letter>[a-z])\. ", re.MULTILINE)


@dataclass(slots=True)
class Section:
    """What one part found, as Markdown."""

    letter: str
    title: str
    lines: list[str] = field(default_factory=list)
    load_before: float = 0.0
    """The machine's load average when the part began: what else was running."""

    def say(self, text: str) -> None:
        """Add a paragraph."""
        self.lines += [text, ""]

    def table(self, header: Sequence[str], rows: Sequence[Sequence[object]]) -> None:
        """Add a table; numbers align right."""
        self.lines.append("| " + " | ".join(header) + " |")
        self.lines.append("|---" + "|---:" * (len(header) - 1) + "|")
        self.lines += ["| " + " | ".join(str(cell) for cell in row) + " |" for row in rows]
        self.lines.append("")

    def target(self, name: str, reached: str, *, met: bool) -> None:
        """Say whether a target was met."""
        self.say(f"{'Met' if met else '**Missed**'}: {name}. Measured: {reached}.")

    def markdown(self) -> str:
        """The section with its heading and its date."""
        heading = f"## {self.letter}. {self.title}\n\n{datetime.now(UTC):%Y-%m-%d}, {machine()}"
        return f"{heading}, load before {self.load_before:.1f}\n\n" + "\n".join(self.lines)


def machine() -> str:
    """Describe this machine in a line."""
    model = platform.processor() or platform.machine()
    for line in Path("/proc/cpuinfo").read_text().splitlines():
        if line.startswith("model name"):
            model = line.partition(":")[2].strip()
            break
    memory_gib = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    return (
        f"{os.cpu_count()} cores ({model}), {memory_gib:.0f} GiB, {platform.system()}, "
        f"Python {platform.python_version()}, SQLite {sqlite3.sqlite_version}"
    )


def write(section: Section) -> None:
    """Put a section in its place in RESULTS.md."""
    known = _sections(RESULTS.read_text()) if RESULTS.exists() else {}
    known[section.letter] = section.markdown().strip() + "\n"
    body = "\n".join(known[letter] for letter in sorted(known))
    RESULTS.write_text(f"{INTRODUCTION}\n{body}")


def _sections(text: str) -> dict[str, str]:
    starts = [(match["letter"], match.start()) for match in SECTION.finditer(text)]
    ends = [start for _, start in starts[1:]] + [len(text)]
    return {
        letter: text[start:end].strip() + "\n"
        for (letter, start), end in zip(starts, ends, strict=True)
    }
