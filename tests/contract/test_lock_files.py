"""The lock files pin every dependency by version and hash, and say nothing of where from."""

from __future__ import annotations

import re
import tomllib

import pytest

from tests.contract.repository import ROOT

LOCKS = ("requirements.lock", "requirements-test.lock", "requirements-bench.lock")
PINNED = re.compile(r"^(?P<name>[a-z0-9][a-z0-9.-]*)(\[[\w,-]+\])?==(?P<version>\S+)")


def entries(lock: str) -> list[str]:
    """The lock's requirements, each with its continuation lines."""
    text = (ROOT / lock).read_text()
    return re.split(r"\n(?=\S)", text.strip())


def pins(lock: str) -> set[tuple[str, str]]:
    """The names and versions that a lock pins."""
    matches = [PINNED.match(entry) for entry in entries(lock)]
    return {(match["name"], match["version"]) for match in matches if match}


def normalized(requirement: str) -> str:
    """The canonical name of a requirement such as ``reactpy[asgi]==2.0``."""
    name = re.split(r"[\[=<>~!; ]", requirement, maxsplit=1)[0]
    return re.sub(r"[-_.]+", "-", name).lower()


@pytest.mark.parametrize("lock", LOCKS)
def test_every_requirement_is_pinned_with_hashes(lock):
    found = entries(lock)
    assert len(found) > (0 if lock == "requirements-bench.lock" else 30)
    assert [entry for entry in found if not PINNED.match(entry)] == []
    assert [entry for entry in found if "--hash=sha256:" not in entry] == []


@pytest.mark.parametrize("lock", LOCKS)
def test_no_address_is_locked(lock):
    text = (ROOT / lock).read_text()
    assert "://" not in text
    assert re.findall(r"^\s*-(?!-hash)", text, re.MULTILINE) == []


def test_tests_run_with_the_versions_that_are_served():
    assert pins("requirements.lock") <= pins("requirements-test.lock")


@pytest.mark.parametrize(
    ("lock", "group"),
    [
        ("requirements.lock", None),
        ("requirements-test.lock", "test"),
        ("requirements-bench.lock", "bench"),
    ],
)
def test_what_the_project_declares_is_locked(lock, group):
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())
    declared = project["dependency-groups"][group] if group else project["project"]["dependencies"]
    locked = {name for name, _ in pins(lock)}
    assert {normalized(item) for item in declared} - locked == set()
