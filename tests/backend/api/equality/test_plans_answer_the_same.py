"""Operations drawn at random are answered alike by plans and by graphql-core alone."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import AsyncIterator, Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeVar

import pytest
from graphql import build_schema
from hypothesis import HealthCheck, Phase, given, note, settings
from hypothesis.vendor.pretty import RepresentationPrinter

from backend.api import execution, limits
from backend.api.app import Api
from backend.core.database import read
from backend.core.settings import settings as settings_of_test
from tests.backend.api.access.selections import everything_of
from tests.backend.api.equality.both_ways import (
    Body,
    BothWays,
    alike,
    exact,
)
from tests.backend.api.equality.events import Told, events_of
from tests.backend.api.equality.faults import Faults
from tests.backend.api.equality.lies import lying
from tests.backend.api.equality.operations import Asked, written, written_event
from tests.backend.api.equality.tape import Tape, tapes
from tests.backend.api.equality.things import fill, known_of
from tests.backend.api.equality.values import Known
from tests.fixtures.clock import HeldClock
from tests.fixtures.databases import TestDatabase, sqlite_file

SCHEMA = build_schema((Path(__file__).parents[4] / "schema.graphql").read_text())
EXAMPLES = int(os.environ.get("CARNET_TEST_OPERATIONS", "200"))
IS_NIGHTLY = "CARNET_TEST_OPERATIONS" in os.environ
"""New operations each time; else the same ones, until the schema or this test changes."""
Test = TypeVar("Test")
PART = 48
"""Bytes of a tape for what goes wrong. Which statements run depends on what was read before: apart
from the rest, so that the same tape is the same operation and event when it is run again."""
PHASES = [each for each in Phase if each is not Phase.explain]
"""Explaining takes minutes where every operation is run twice."""


@dataclass
class Compared:
    """What operations are asked about, by whom, and what came of them."""

    both: BothWays
    known: Known
    events: Mapping[str, Told]
    faults: Faults | None = None
    seen: Counter[str] = field(default_factory=Counter)

    def _repr_pretty_(self, printer: RepresentationPrinter, _: bool) -> None:
        printer.text("an account")

    async def check(self, asked: Asked, kind: str) -> None:
        """Hold the answers of plans to those of graphql-core: data, errors, the order of both."""
        self._hold(kind, asked, *await self.both.ask(asked))

    async def check_event(self, asked: Asked, event: Any, kind: str) -> None:
        """Hold what a plan makes of an event to what graphql-core makes of it."""
        answers = await self.both.complete(asked, event)
        if answers is not None:
            self._hold(kind, asked, *answers)

    def _hold(self, kind: str, asked: Asked, found: Body, expected: Body) -> None:
        self.seen[kind] += 1
        self.seen[f"{kind}, data"] += bool(expected.get("data"))
        self.seen[f"{kind}, errors"] += "errors" in expected
        if not alike(found, expected, asked):
            note(f"the answers differ: {kind}")
            assert exact(found) == exact(expected)
            raise AssertionError("an error is told of another value")


@pytest.fixture(autouse=True)
def configured(own_settings: None, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let there be a way to everything that an account may have."""
    for name in ("CLIENT_ID", "CLIENT_SECRET"):
        monkeypatch.setenv(f"CARNET_GOOGLE_{name}", "carnet")
    for name in ("ACCOUNTS", "OAUTH", "PEOPLE"):  # nobody answers there
        monkeypatch.setenv(f"CARNET_GOOGLE_{name}_URL", "http://127.0.0.1:9")
    settings_of_test.cache_clear()


@pytest.fixture
async def compared(
    api: Api, database: TestDatabase, clock: HeldClock, monkeypatch: pytest.MonkeyPatch
) -> AsyncIterator[Compared]:
    """One account for all operations of a test."""
    monkeypatch.setattr(execution, "MAX_COST", 1_000_000)
    owner, ids = await fill(api)
    known = await known_of(api, owner, SCHEMA, ids)
    events = await events_of(api, owner, SCHEMA, known)
    made = Compared(BothWays(api, owner, monkeypatch), known, events)
    if database.dialect == "sqlite":
        made.faults = Faults(sqlite_file(database))
    yield made
    # What is drawn must be worth comparing.
    seen = made.seen
    if seen["sound"] >= 50:
        assert seen["sound, data"] > 0.25 * seen["sound"]
        assert seen["sound, errors"] > 0.03 * seen["sound"]
        assert seen["event, data"] > 0.25 * seen["sound"]
        for kind in ("faulty", "lying", "lying event"):
            assert seen[f"{kind}, errors"] >= 0.03 * seen[kind]


def random_operations(examples: int) -> Callable[[Test], Test]:
    """Run a test on so many tapes."""
    return settings(
        max_examples=examples,
        derandomize=not IS_NIGHTLY,
        phases=PHASES,
        suppress_health_check=list(HealthCheck),
    )


@pytest.mark.sqlite_only
@pytest.mark.timeout(0)
@random_operations(EXAMPLES)
@given(tape=tapes())
async def test_random_operations_on_random_faults(compared, tape):
    asked = written(tape, SCHEMA, compared.known)
    for_faults, for_lies = tape.cut(PART), tape.cut(PART)
    note(f"{asked.document}\n{asked.variables}")
    with read.statements() as statements:
        await compared.check(asked, "sound")
    if for_faults.one_in(2) and statements:
        with compared.faults.of(for_faults, statements) as faults:
            note("\n".join(faults))
            await compared.check(asked, "faulty")
    if for_lies.one_in(2) and statements:
        with lying(for_lies, asked.fields[1:]) as lies:
            note("\n".join(lies))
            await compared.check(asked, "lying")
    await check_an_event(compared, tape, lies_too=tape.one_in(2))


@pytest.mark.sqlite_only
async def test_what_all_followers_are_told_is_what_each_would_be(compared, monkeypatch):
    """Of every subscription that is not personal, all that can be asked of an event."""
    monkeypatch.setattr(limits, "MAX_ALIASES", 1_000)
    assert SCHEMA.subscription_type is not None
    fields = SCHEMA.subscription_type.fields
    shared = {name: told for name, told in compared.events.items() if told.is_shared}
    for name, told in shared.items():
        selection = everything_of(SCHEMA, fields[name], ())
        document = f"subscription {{ {name}{told.arguments} {selection} }}"
        own, every = await compared.both.first_told(document)
        assert exact(own) == exact(every), name
    assert len(shared) > 15


@pytest.mark.postgres_only
@pytest.mark.timeout(0)
@random_operations(max(EXAMPLES // 4, 50))
@given(tape=tapes())
async def test_random_operations_on_postgres(compared, tape):
    asked = written(tape, SCHEMA, compared.known)
    note(f"{asked.document}\n{asked.variables}")
    await compared.check(asked, "sound")
    await check_an_event(compared, tape)


async def check_an_event(compared: Compared, tape: Tape, *, lies_too: bool = False) -> None:
    """Compare what is made of an event, and of one that lies."""
    name = tape.pick(sorted(compared.events))
    told = compared.events[name]
    asked = written_event(tape, SCHEMA, compared.known, name, told.arguments)
    note(f"{asked.document}\n{asked.variables}")
    await compared.check_event(asked, told.event, "event")
    if lies_too:
        with lying(tape, asked.fields[1:]) as lies:
            note("\n".join(lies))
            await compared.check_event(asked, told.event, "lying event")
