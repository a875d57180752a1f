"""What every test gets: databases, clock, logs watched, skips refused in CI."""

from __future__ import annotations

import os
from collections.abc import Iterator

import hypothesis
import pytest

from backend.core.settings import settings

pytest_plugins = [
    "tests.fixtures.databases",
    "tests.fixtures.logs",
    "tests.fixtures.no_skips",
    "tests.fixtures.clock",
    "tests.fixtures.people",
    "tests.fixtures.api",
    "tests.fixtures.mail_servers",
    "tests.fixtures.google_stand_in",
    "tests.fixtures.object_storage",
]

# Shared machines are slow at times: a property has no deadline. In CI it draws the same examples
# every time, so that a red run is red again.
hypothesis.settings.register_profile("local", deadline=None)
hypothesis.settings.register_profile("ci", deadline=None, derandomize=True, print_blob=True)
hypothesis.settings.load_profile("ci" if os.environ.get("CI") == "true" else "local")


@pytest.fixture(autouse=True)
def own_settings(
    tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> Iterator[None]:
    """Give the test settings of its own, whatever the developer's environment says."""
    for name in tuple(os.environ):
        if name.startswith("CARNET_") and not name.startswith("CARNET_TEST_"):
            monkeypatch.delenv(name)
    monkeypatch.setenv("CARNET_DATA_DIR", str(tmp_path_factory.mktemp("data")))
    monkeypatch.setenv("CARNET_SECRET_KEY", "a key that only the tests ever use, 32 and more")
    settings.cache_clear()
    yield
    settings.cache_clear()
