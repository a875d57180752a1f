"""What ``--help`` says: the command as it is typed."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from backend.cli.main import main

ROOT = Path(__file__).parents[3]


def is_the_help_of(usage: str, shown: str) -> None:
    assert shown.startswith(usage)
    assert "<bool>" not in shown
    assert "python -m" not in shown


def test_names_the_command_however_it_was_begun() -> None:
    shown = subprocess.run(
        [sys.executable, "-m", "backend.cli.main", "--help"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    ).stdout
    is_the_help_of("Usage: carnet [OPTIONS] COMMAND", shown)


@pytest.mark.parametrize(
    ("command", "usage"),
    [
        (("import",), "Usage: carnet import [OPTIONS] {FILE}\n"),
        (("user", "create"), "Usage: carnet user create [OPTIONS]\n"),
    ],
)
def test_names_the_command_and_shows_flags_without_a_value(
    command: tuple[str, ...],
    usage: str,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setattr(sys, "argv", ["main.py", *command, "--help"])
    mask = os.umask(0o022)
    try:
        with pytest.raises(SystemExit) as ended:
            main()
    finally:
        os.umask(mask)
    assert ended.value.code == 0
    is_the_help_of(usage, capsys.readouterr().out)
