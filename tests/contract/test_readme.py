"""The README tells the truth about settings, commands, targets and files."""

from __future__ import annotations

import re

import pytest
import typer

from backend.cli.main import app
from backend.core.settings import PREFIX, Settings
from tests.contract.repository import ROOT

README = (ROOT / "README.md").read_text()
SETTING_ROW = re.compile(r"^\| `(CARNET_\w+)` \| (.*?) \|", re.MULTILINE)


def test_every_setting_is_listed_once_and_no_other():
    listed = [match[1] for match in SETTING_ROW.finditer(README)]
    assert listed == [f"{PREFIX}{name.upper()}" for name in Settings.model_fields]


def test_plain_defaults_are_the_settings_own():
    for variable, default in SETTING_ROW.findall(README):
        field = Settings.model_fields[variable.removeprefix(PREFIX).lower()]
        if default.startswith("`") and isinstance(field.default, str | int) and field.default:
            own = str(field.default)
            told = own.lower() if isinstance(field.default, bool) else own
            assert default.strip("`") == told, variable


def test_every_command_is_listed():
    commands: set[str] = set()
    for name, command in getattr(typer.main.get_command(app), "commands", {}).items():
        inner = getattr(command, "commands", None)
        commands |= {f"{name} {child}" for child in inner} if inner else {name}
    listed = set(re.findall(r"^\| `carnet ([a-z-]+(?: [a-z-]+)?)", README, re.MULTILINE))
    assert listed == commands


def test_every_target_that_it_names_exists():
    targets = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(), re.MULTILINE))
    named = set(re.findall(r"\bmake ([a-z]+)", README))
    assert {"run", "test"} <= named <= targets


PATHS = re.findall(r"`((?:backend|frontend|tests)/[\w./]+)`", README)


@pytest.mark.parametrize("path", sorted(set(PATHS)))
def test_a_file_that_it_names_exists(path):
    assert (ROOT / path).exists()
