"""Payloads of mutations are completed alike by our executor and by graphql-core alone."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, note
from hypothesis.vendor.pretty import RepresentationPrinter

from backend.api.app import Api
from tests.backend.api.access.cases import MUTATIONS
from tests.backend.api.access.conftest import copy_database
from tests.backend.api.access.world import World, new_world
from tests.backend.api.equality.both_ways import BothWays, alike, exact
from tests.backend.api.equality.lies import lying
from tests.backend.api.equality.operations import written_mutation
from tests.backend.api.equality.tape import tapes
from tests.backend.api.equality.test_plans_answer_the_same import (
    EXAMPLES,
    PART,
    SCHEMA,
    configured,
    random_operations,
)
from tests.backend.api.equality.values import Known
from tests.fixtures.databases import TestDatabase, sqlite_file

__all__ = ["configured"]
NAMES = sorted(MUTATIONS)


@dataclass
class Written:
    """An account that is put back as it was before each mutation."""

    both: BothWays
    world: World
    file: Path
    before: Path
    payloads: int = 0
    things: int = 0

    def _repr_pretty_(self, printer: RepresentationPrinter, _: bool) -> None:
        printer.text("an account")


@pytest.fixture
async def kept(
    api: Api, database: TestDatabase, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> AsyncIterator[Written]:
    """One account for all mutations of a test."""
    world = await new_world(api)
    file, before = sqlite_file(database), tmp_path / "before.sqlite3"
    copy_database(file, before)
    made = Written(BothWays(api, world.owner, monkeypatch), world, file, before)
    yield made
    # What is drawn must be worth comparing.
    assert made.things > 0.2 * made.payloads > 0


@pytest.mark.sqlite_only
@pytest.mark.timeout(0)
@random_operations(EXAMPLES // 2)
@given(tape=tapes())
async def test_random_selections_of_payloads(kept, tape):
    copy_database(kept.before, kept.file)
    name, for_lies = tape.pick(NAMES), tape.cut(PART)
    variables: dict[str, Any] = MUTATIONS[name].variables(kept.world)
    asked = written_mutation(tape, SCHEMA, Known(), name, variables)
    note(f"{asked.document}\n{asked.variables}")
    written = await kept.both.write(asked)
    if written is None:
        return
    kept.payloads += 1
    kept.things += len(exact(written.answer["data"])) > 100
    found, expected = await kept.both.answer_again(written)
    for each in (found, written.answer):
        assert alike(each, expected, asked), f"{exact(each)}\n{exact(expected)}"
    for _ in range(3):
        with lying(for_lies, asked.fields[1:]) as lies:
            note("\n".join(lies))
            found, expected = await kept.both.answer_again(written)
            assert alike(found, expected, asked), f"{exact(found)}\n{exact(expected)}"
