"""Importing through the server, as the wizard does: sent in pieces, checked, imported; and what
those who work meanwhile wait for.
"""

from __future__ import annotations

import asyncio
import shutil
import tempfile
import time
from contextlib import suppress
from dataclasses import dataclass, field, replace
from pathlib import Path
from statistics import median
from typing import Any

import httpx2

from tests.bench.books import book_of
from tests.bench.load import Connection, graphql_request, percentile, timed
from tests.bench.pixel import CHANGE
from tests.bench.reads import LIST
from tests.bench.server import Server, carnet

BOOK = 10_000
"""Contacts that are there already, so that others have a list to read."""
PIECE_BYTES = 8 * 2**20
LOOK_SECONDS = 0.1
LONGEST_SECONDS = 600
CREATE = """
mutation Create($input: CreateContactImportInput!) {
  createContactImport(input: $input) { contactImport { id uploadUrl } errors { code } }
}
"""
CHECK = """
mutation Check($input: CheckContactImportInput!) {
  checkContactImport(input: $input) { errors { code } }
}
"""
START = """
mutation Start($input: StartContactImportInput!) {
  startContactImport(input: $input) { errors { code } }
}
"""
STATE = """
query State($id: ID!) {
  contactImport(id: $id) { state counts { created rejected } trial { counts { created } } }
}
"""
FOURTH = "{ contacts(first: 4) { edges { node { id version } } } }"


@dataclass(slots=True)
class Waits:
    """Milliseconds that others waited for a first page of the list, and for a change."""

    pages: list[float] = field(default_factory=list)
    changes: list[float] = field(default_factory=list)


@dataclass(slots=True)
class WizardImport:
    """What each step took, in seconds, and what others waited for during them."""

    rows: int
    sending: float = 0.0
    checking: float = 0.0
    importing: float = 0.0
    while_checking: Waits = field(default_factory=Waits)
    while_importing: Waits = field(default_factory=Waits)


async def import_by_wizard(file: Path, rows: int) -> WizardImport:
    """Import a file into a copy of a book through a server of its own.

    Raises:
        RuntimeError: not every row was written.
    """
    plain = await book_of(BOOK)
    with tempfile.TemporaryDirectory(prefix="carnet-bench-") as folder:
        shutil.copytree(plain.data_dir, folder, dirs_exist_ok=True)
        token = await replace(plain, data_dir=Path(folder)).token()
        async with carnet(Path(folder), CARNET_API_POINTS_PER_MINUTE="0") as server:
            return await _Wizard(server, token).run(file, rows)


def spread(milliseconds: list[float]) -> str:
    """Return the median and what one in twenty takes longer than."""
    return f"{median(milliseconds):.0f} / {percentile(milliseconds, 95):.0f}"


class _Wizard:
    """One import over HTTP."""

    def __init__(self, server: Server, token: str) -> None:
        self._server = server
        self._token = token

    async def run(self, file: Path, rows: int) -> WizardImport:
        asking = await Connection.open(self._server.address)
        done = WizardImport(rows)
        started = time.perf_counter()
        key = await self._send(asking, file)
        done.sending = time.perf_counter() - started
        done.checking = await self._step(asking, CHECK, key, done.while_checking)
        done.importing = await self._step(asking, START, key, done.while_importing)
        data = await self._ask(asking, STATE, {"id": key})
        counts = data["contactImport"]["counts"]
        if counts["created"] != rows:
            raise RuntimeError(f"of {rows:,} rows came {counts}")
        await asking.close()
        return done

    async def _send(self, asking: Connection, file: Path) -> str:
        """Announce a file and send it; return the import's id."""
        content = await asyncio.to_thread(file.read_bytes)
        asked = {"filename": file.name, "sizeBytes": len(content)}
        data = await self._ask(asking, CREATE, {"input": asked})
        made = data["createContactImport"]["contactImport"]
        address = self._server.address
        async with httpx2.AsyncClient(base_url=address, timeout=LONGEST_SECONDS) as client:
            for start in range(0, len(content), PIECE_BYTES):
                headers = {
                    "authorization": f"Bearer {self._token}",
                    "content-type": "application/offset+octet-stream",
                    "tus-resumable": "1.0.0",
                    "upload-offset": str(start),
                }
                piece = content[start : start + PIECE_BYTES]
                answer = await client.patch(made["uploadUrl"], content=piece, headers=headers)
                answer.raise_for_status()
        return str(made["id"])

    async def _step(self, asking: Connection, mutation: str, key: str, waits: Waits) -> float:
        """Have the server work on the import; return the seconds until it is over."""
        others = asyncio.create_task(self._others(waits))
        started = time.perf_counter()
        try:
            await self._ask(asking, mutation, {"input": {"id": key}})
            async with asyncio.timeout(LONGEST_SECONDS):
                while await self._is_at_work(asking, key):
                    await asyncio.sleep(LOOK_SECONDS)
            return time.perf_counter() - started
        finally:
            others.cancel()
            with suppress(asyncio.CancelledError):
                await others

    async def _is_at_work(self, asking: Connection, key: str) -> bool:
        data = await self._ask(asking, STATE, {"id": key})
        return data["contactImport"]["state"] in {"CHECKING", "RUNNING"}

    async def _others(self, waits: Waits) -> None:
        """Read the list and change a contact, again and again."""
        connection = await Connection.open(self._server.address)
        listing = graphql_request(LIST, {}, self._token)
        while True:
            waits.pages.append((await timed(connection, listing))[0])
            data = await self._ask(connection, FOURTH, {})
            contact = data["contacts"]["edges"][-1]["node"]
            asked = {"input": {**contact, "company": f"Atelier {time.time_ns()}"}}
            taken, found = await timed(connection, graphql_request(CHANGE, asked, self._token))
            # What was asked when the step before ended may still have been under way.
            payload: Any = found["updateContact"]
            if payload["contact"] is not None:
                waits.changes.append(taken)
            await asyncio.sleep(LOOK_SECONDS)

    async def _ask(self, asking: Connection, document: str, variables: dict[str, Any]) -> Any:
        _, data = await timed(asking, graphql_request(document, variables, self._token))
        for payload in data.values():
            if isinstance(payload, dict) and payload.get("errors"):
                raise RuntimeError(str(payload["errors"]))
        return data
