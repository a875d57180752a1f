"""What git tracks, for the tests that read the repository as a newcomer gets it."""

from __future__ import annotations

import subprocess
from functools import lru_cache
from pathlib import Path

ROOT = Path(__file__).parents[2]


@lru_cache(maxsize=1)
def tracked_files() -> tuple[Path, ...]:
    """Every file that git tracks and that exists, as absolute paths."""
    listed = subprocess.run(
        ["git", "ls-files", "-z"], cwd=ROOT, check=True, capture_output=True, text=True
    )
    paths = (ROOT / name for name in listed.stdout.split("\0") if name)
    return tuple(path for path in paths if path.is_file())


def tracked_text() -> dict[str, str]:
    """The tracked files that hold text, by their path from the root."""
    texts = {}
    for path in tracked_files():
        content = path.read_bytes()
        if b"\0" not in content:
            texts[str(path.relative_to(ROOT))] = content.decode("utf-8", "replace")
    return texts
