"""What `make check` runs passes: lint, format, import contracts, types."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.contract.repository import ROOT

TOOLS = Path(sys.executable).parent


@pytest.mark.timeout(600)
@pytest.mark.parametrize(
    "command",
    [
        "ruff check --no-cache .",
        "ruff format --check --no-cache .",
        "lint-imports --no-cache",
        "mypy",
    ],
)
def test_passes(command):
    tool, *arguments = command.split()
    done = subprocess.run(
        [TOOLS / tool, *arguments], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
