"""Accounts under test: passwords hashed cheaply, people to act."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest
from pwdlib import PasswordHash
from pwdlib.hashers.argon2 import Argon2Hasher

from backend.accounts import hashing
from tests.factories.accounts import Person, new_owner
from tests.fixtures.databases import TestDatabase


@pytest.fixture(autouse=True)
def cheap_passwords(monkeypatch: pytest.MonkeyPatch) -> None:
    """Hash with argon2id at its lowest cost: these tests are not about its strength."""
    cheap = PasswordHash((Argon2Hasher(time_cost=1, memory_cost=8, parallelism=1),))
    monkeypatch.setattr(hashing, "_password_hash", cheap)


@pytest.fixture
async def owner(database: TestDatabase) -> AsyncIterator[Person]:
    """The owner of an account."""
    yield await new_owner()


@pytest.fixture
async def stranger(database: TestDatabase) -> AsyncIterator[Person]:
    """The owner of another account."""
    yield await new_owner("Sven Strand", account="Elsewhere")
