"""A keep-alive HTTP client that costs a fraction of what it measures, and percentiles."""

from __future__ import annotations

import asyncio
import re
import time
from collections.abc import Mapping, Sequence
from urllib.parse import urlsplit

import orjson

_LENGTH = re.compile(rb"\r\ncontent-length: *(\d+)", re.IGNORECASE)


class Connection:
    """One connection; one request at a time."""

    def __init__(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self._reader = reader
        self._writer = writer

    @classmethod
    async def open(cls, address: str) -> Connection:
        """Connect to ``http://host:port``."""
        parts = urlsplit(address)
        return cls(*await asyncio.open_connection(parts.hostname, parts.port))

    async def send(self, request: bytes) -> bytes:
        """Send a whole request and return the body of its answer.

        Raises:
            RuntimeError: the answer is not 200.
        """
        self._writer.write(request)
        head = await self._reader.readuntil(b"\r\n\r\n")
        length = _LENGTH.search(head)
        body = await self._reader.readexactly(int(length[1]) if length else 0)
        if not head.startswith(b"HTTP/1.1 200"):
            raise RuntimeError(f"{head[:60]!r} {body[:500]!r}")
        return body

    async def close(self) -> None:
        """Close the connection."""
        self._writer.close()
        await self._writer.wait_closed()


def get_request(path: str) -> bytes:
    """Return the bytes of a GET."""
    return f"GET {path} HTTP/1.1\r\nhost: localhost\r\n\r\n".encode()


def graphql_request(document: str, variables: Mapping[str, object], token: str) -> bytes:
    """Return the bytes of ``POST /graphql`` by an API token."""
    body = orjson.dumps({"query": document, "variables": variables})
    head = (
        "POST /graphql HTTP/1.1\r\nhost: localhost\r\ncontent-type: application/json\r\n"
        f"accept: application/graphql-response+json\r\nauthorization: Bearer {token}\r\n"
        f"content-length: {len(body)}\r\n\r\n"
    )
    return head.encode() + body


async def requests_per_second(
    address: str, requests: Sequence[bytes], *, seconds: float, connections: int
) -> float:
    """Send the requests round and round over several connections; return the rate of answers."""
    opened = [await Connection.open(address) for _ in range(connections)]
    until = time.perf_counter() + seconds
    counts = [0] * connections

    async def work(place: int) -> None:
        turn = place
        while time.perf_counter() < until:
            await opened[place].send(requests[turn % len(requests)])
            counts[place] += 1
            turn += connections

    started = time.perf_counter()
    await asyncio.gather(*(work(place) for place in range(connections)))
    elapsed = time.perf_counter() - started
    for connection in opened:
        await connection.close()
    return sum(counts) / elapsed


async def timed(connection: Connection, request: bytes) -> tuple[float, dict[str, object]]:
    """Send a GraphQL request; return its milliseconds and its data.

    Raises:
        RuntimeError: the answer has errors.
    """
    started = time.perf_counter()
    body = await connection.send(request)
    elapsed = (time.perf_counter() - started) * 1000
    answer = orjson.loads(body)
    if answer.get("errors"):
        raise RuntimeError(str(answer["errors"])[:500])
    data: dict[str, object] = answer["data"]
    return elapsed, data


def percentile(values: Sequence[float], percent: float) -> float:
    """Return the value below which ``percent`` of the values lie (nearest rank)."""
    ordered = sorted(values)
    rank = max(1, -(-len(ordered) * percent // 100))
    return ordered[int(rank) - 1]
