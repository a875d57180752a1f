"""The reference clients, audits and linters of GraphQL, run by Node against a live server."""

from __future__ import annotations

import asyncio
import fcntl
import json
import os
import shutil
import subprocess
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, suppress
from pathlib import Path
from typing import Any

import pytest

from backend.accounts.events import AccountUpdated
from backend.accounts.queries.access import tokens_of
from backend.accounts.service.tokens import revoke_token
from backend.core.change_log import current_cursor
from backend.core.unit_of_work import unit_of_work
from tests.contract.repository import ROOT
from tests.factories.accounts import Person
from tests.factories.api import new_token

SUITE = Path(__file__).parent / "js"
SECONDS = 60
LINT_RULES = (
    "arguments-have-descriptions,defined-types-are-used,deprecations-have-a-reason,"
    "enum-values-all-caps,enum-values-have-descriptions,fields-are-camel-cased,"
    "fields-have-descriptions,input-object-values-are-camel-cased,"
    "input-object-values-have-descriptions,relay-connection-arguments-spec,"
    "relay-connection-types-spec,relay-page-info-spec,types-are-capitalized,types-have-descriptions"
)
# Which of two databases stands behind the server is nothing that a client could see.
pytestmark = pytest.mark.sqlite_only


@pytest.fixture(scope="session", autouse=True)
def installed() -> None:
    """Install the suite's locked packages once per checkout; workers wait for each other."""
    for program in ("node", "npm"):
        assert shutil.which(program), f"install {program} (Debian: apt-get install nodejs npm)"
    lock = SUITE / "package-lock.json"
    with (SUITE / ".npmrc").open() as guard:
        fcntl.flock(guard, fcntl.LOCK_EX)
        done = SUITE / "node_modules" / ".package-lock.json"
        if done.exists() and done.stat().st_mtime >= lock.stat().st_mtime:
            return
        subprocess.run(
            ["npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"],
            cwd=SUITE,
            check=True,
            timeout=600,
        )
        done.touch()


class Script:
    """A running script; each line that it prints is a step."""

    def __init__(self, process: asyncio.subprocess.Process) -> None:
        self._process = process

    async def step(self) -> dict[str, Any] | None:
        """The next step, None at the end."""
        assert self._process.stdout is not None
        async with asyncio.timeout(SECONDS):
            line = await self._process.stdout.readline()
        return json.loads(line) if line else None

    async def until(self, event: str) -> dict[str, Any]:
        """The next step of a kind."""
        while (step := await self.step()) is not None:
            if step["event"] == event:
                return step
        raise AssertionError(f"the script ended before {event}: {await self.errors()}")

    async def rest(self) -> list[dict[str, Any]]:
        """Every further step; the script must end well."""
        steps = []
        while (step := await self.step()) is not None:
            steps.append(step)
        assert await self._process.wait() == 0, await self.errors()
        return steps

    async def errors(self) -> str:
        """What it complained of."""
        assert self._process.stderr is not None
        return (await self._process.stderr.read()).decode()


@asynccontextmanager
async def running(name: str, *arguments: object) -> AsyncIterator[Script]:
    """Run a script of the suite; it is ended with the block."""
    process = await asyncio.create_subprocess_exec(
        "node",
        name,
        *map(str, arguments),
        cwd=SUITE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        limit=10_000_000,
        env=os.environ | {"NODE_NO_WARNINGS": "1"},
    )
    try:
        yield Script(process)
    finally:
        with suppress(ProcessLookupError):
            process.kill()
        await process.wait()


@pytest.fixture
def write(owner: Person) -> Callable[[int], Any]:
    """Commit changes in the owner's account."""

    async def commit(count: int) -> None:
        for _ in range(count):
            async with unit_of_work(owner.actor) as unit:
                unit.record(AccountUpdated(owner.account_id, fields=["name"]))

    return commit


async def test_every_audit_of_graphql_over_http_passes(api_address):
    async with running("audit.mjs", f"{api_address}/graphql") as script:
        audits = await script.rest()
    assert len(audits) == 61
    assert [audit for audit in audits if audit["status"] != "ok"] == []


async def test_graphql_ws_follows_drops_and_resumes_without_loss(api_address, owner, write):
    token, start = await new_token(owner), await current_cursor(owner.account_id)
    address = f"{api_address}/graphql".replace("http", "ws")
    async with running("sockets.mjs", address, token, start, 6, "drop") as script:
        await script.until("following")
        await write(2)
        await script.until("change")
        await script.until("change")
        await write(3)
        await script.until("following")
        await write(1)
        steps = await script.rest()
    sequences = [step["sequence"] for step in steps if step["event"] == "change"]
    assert len(sequences) == 4
    assert sequences == list(range(sequences[0], sequences[0] + 4))


async def test_graphql_ws_is_cut_off_within_a_second_when_its_token_is_revoked(
    api_address, owner, write
):
    token, start = await new_token(owner), await current_cursor(owner.account_id)
    address = f"{api_address}/graphql".replace("http", "ws")
    async with running("sockets.mjs", address, token, start, 9, "revoked") as script:
        await script.until("following")
        await write(1)
        await script.until("change")
        (row,) = await tokens_of(owner.account_id, owner.user_id)
        await revoke_token(owner.actor, row.id)
        async with asyncio.timeout(1):
            assert (await script.until("closed"))["code"] == 4403
        assert (await script.until("error"))["code"] == 4403


async def test_graphql_sse_asks_and_follows(api_address, owner, write):
    token, start = await new_token(owner), await current_cursor(owner.account_id)
    async with running("events.mjs", f"{api_address}/graphql", token, start, 3) as script:
        answer = await script.until("answer")
        assert answer["data"] == {"viewer": {"account": {"name": "Studio Rossi"}}}
        assert (await script.until("done"))["done"] is True
        await script.until("following")
        await write(3)
        steps = await script.rest()
    assert [step["kind"] for step in steps] == ["account.updated"] * 3


async def test_an_apollo_app_pages_edits_and_is_live(api_address, owner):
    async with running("apollo.mjs", f"{api_address}/graphql", await new_token(owner)) as script:
        assert await script.rest() == [
            {"event": "pages", "names": ["Ada", "Bea", "Cleo", "Dora", "Eva"], "total": 5},
            {"event": "live", "kind": "contact.updated", "name": "Adèle"},
            {"event": "cache", "name": "Adèle"},
            {"event": "error", "code": "BAD_USER_INPUT"},
        ]


def node(*command: str | Path, cwd: Path = SUITE) -> str:
    """Run a tool of the suite and return what it printed."""
    done = subprocess.run(
        ["node", *map(str, command)],
        cwd=cwd,
        capture_output=True,
        text=True,
        timeout=SECONDS,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def test_the_schema_keeps_the_linter_s_and_relay_s_rules():
    linter = SUITE / "node_modules/graphql-schema-linter/lib/cli.js"
    program = SUITE / "node_modules/.bin/graphql-schema-linter"
    assert linter.exists()
    found = json.loads(
        node(program, "--format", "json", "--rules", LINT_RULES, ROOT / "schema.graphql")
    )
    assert found == {"errors": []}


def test_relay_compiles_an_app_on_the_schema(tmp_path):
    shutil.copytree(SUITE / "relay", tmp_path, dirs_exist_ok=True)
    shutil.copyfile(ROOT / "schema.graphql", tmp_path / "schema.graphql")
    node(SUITE / "node_modules/relay-compiler/cli.js", "relay.config.json", cwd=tmp_path)
    assert len(list(tmp_path.rglob("__generated__/*.graphql.js"))) >= 6


def test_the_inspector_sees_what_would_break_client_apps(tmp_path):
    text = (ROOT / "schema.graphql").read_text()
    changed = tmp_path / "schema.graphql"
    changed.write_text(text.replace("  displayName: String!", "  shownName: String!"))
    found = [
        json.loads(line) for line in node("diff.mjs", ROOT / "schema.graphql", changed).splitlines()
    ]
    breaking = [change["path"] for change in found if change["level"] == "BREAKING"]
    assert breaking == ["Contact.displayName"]
    assert node("diff.mjs", ROOT / "schema.graphql", ROOT / "schema.graphql") == ""
