"""A contact to write notes about."""

from __future__ import annotations

import pytest

from tests.factories.contacts import new_contact


@pytest.fixture
async def anna(owner):
    return await new_contact(owner.actor, given_name="Anna", family_name="Rossi")
