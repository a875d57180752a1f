"""What ``--help`` says: the command as it is typed."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[3]


@pytest.mark.parametrize(
    ("command", "usage"),
    [
        ((), "Usage: carnet [OPTIONS] COMMAND"),
        (("import",), "Usage: carnet import [OPTIONS] {FILE}\n"),
        (("user", "create"), "Usage: carnet user create [OPTIONS]\n"),
    ],
)
def test_names_the_command_and_shows_flags_without_a_value(
    command: tuple[str, ...], usage: str
) -> None:
    shown = subprocess.run(
        [sys.executable, "-m", "backend.cli.main", *command, "--help"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    ).stdout
    assert shown.startswith(usage)
    assert "<bool>" not in shown
    assert "python -m" not in shown
