"""What `make check` runs passes: lint, format, import contracts, types."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.contract.repository import ROOT

TOOLS = Path(sys.executable).parent
# What is checked once is not worth a fifth of the time to be kept for the next.
MYPY = "mypy --cache-dir=/dev/null" if os.environ.get("CI") == "true" else "mypy"


@pytest.mark.timeout(600)
@pytest.mark.parametrize(
    "command",
    [
        "ruff check --no-cache .",
        "ruff format --check --no-cache .",
        "lint-imports --no-cache",
        MYPY,
    ],
    ids=["lint", "format", "imports", "mypy"],
)
def test_passes(command):
    tool, *arguments = command.split()
    done = subprocess.run(
        [TOOLS / tool, *arguments], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
