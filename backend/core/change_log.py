"""The account's history: every fact in one total order, written with the rows it is about."""

from __future__ import annotations

import binascii
from base64 import urlsafe_b64decode, urlsafe_b64encode
from collections.abc import Sequence
from dataclasses import dataclass, fields
from datetime import datetime
from typing import TYPE_CHECKING, Any, ClassVar

import orjson

from backend.core.clock import from_micros, now_micros
from backend.core.database.dialect import placeholders
from backend.core.database.reading import read
from backend.core.errors import InvalidCursor
from backend.core.permissions import Actor

if TYPE_CHECKING:
    from backend.core.unit_of_work import UnitOfWork

MAX_DIGITS = 18
_COLUMNS = (
    "account_id",
    "sequence",
    "at",
    "actor_kind",
    "actor_id",
    "actor_name",
    "kind",
    "subject_type",
    "subject_id",
    "payload",
    "request_id",
    "about_type",
    "about_id",
)
CHANGE_COLUMNS = (
    "sequence, at, actor_kind, actor_id, actor_name, kind, subject_type, subject_id, payload, "
    "request_id, about_type, about_id"
)
_SELECT = f"SELECT {CHANGE_COLUMNS} FROM change WHERE account_id = ?"  # noqa: S608 - our own columns


@dataclass(frozen=True, slots=True)
class Fact:
    """Something that happened, named in the past. Subclasses add frozen fields, all JSON-ready.

    ``subject_id`` is the primary key of the thing it is about; every other field is the payload.
    """

    kind: ClassVar[str]
    subject_type: ClassVar[str]

    subject_id: int

    def payload(self) -> dict[str, Any]:
        """Return all fields but the subject, as they are stored."""
        return {
            field.name: getattr(self, field.name)
            for field in fields(self)
            if field.name != "subject_id"
        }

    def about(self) -> tuple[str, int] | None:
        """Return the type and primary key of what else it tells of: whose story it belongs to."""
        return None


@dataclass(frozen=True, slots=True)
class Change:
    """A stored fact. ``sequence`` orders the account's history without gaps."""

    account_id: int
    sequence: int
    at: datetime
    actor_kind: str
    actor_id: int | None
    actor_name: str
    kind: str
    subject_type: str
    subject_id: int
    payload: dict[str, Any]
    request_id: str
    about_type: str | None = None
    about_id: int | None = None

    @property
    def cursor(self) -> str:
        """Where to resume after this change."""
        return encode_cursor(self.sequence)


def encode_cursor(sequence: int) -> str:
    """Return the opaque cursor of a place in an account's history."""
    return urlsafe_b64encode(b"s%d" % sequence).decode().rstrip("=")


def decode_cursor(cursor: str, path: Sequence[str] = ("after",)) -> int:
    """Return the sequence number of a cursor.

    Raises:
        InvalidCursor: it is not one of ours.
    """
    try:
        raw = urlsafe_b64decode(cursor.encode("ascii") + b"=" * (-len(cursor) % 4))
    except (binascii.Error, ValueError):
        raise InvalidCursor(path) from None
    digits = raw[1:]
    if raw[:1] != b"s" or not digits.isdigit() or len(digits) > MAX_DIGITS:
        raise InvalidCursor(path)
    sequence = int(digits)
    if encode_cursor(sequence) != cursor:  # the decoder skips what is not base64
        raise InvalidCursor(path)
    return sequence


async def append_changes(
    unit: UnitOfWork, account_id: int, actor: Actor, facts: Sequence[Fact]
) -> int:
    """Write facts at the end of the account's history; return the last sequence number.

    The head's row stays locked until the commit, so numbers appear in the order of commits.
    """
    rows = await unit.fetch(
        "INSERT INTO change_head (account_id, sequence) VALUES (?, ?) "
        "ON CONFLICT (account_id) DO UPDATE "
        "SET sequence = change_head.sequence + excluded.sequence RETURNING sequence",
        (account_id, len(facts)),
    )
    last = int(rows[0][0])
    first = last - len(facts) + 1
    at = now_micros()
    actor_id = actor.token_id if actor.token_id is not None else actor.user_id
    await unit.insert_rows(
        "change",
        _COLUMNS,
        [
            (
                account_id,
                first + place,
                at,
                actor.kind,
                actor_id,
                actor.name,
                fact.kind,
                fact.subject_type,
                fact.subject_id,
                orjson.dumps(fact.payload()).decode(),
                actor.request_id,
                *(fact.about() or (None, None)),
            )
            for place, fact in enumerate(facts)
        ],
    )
    return last


async def current_sequence(account_id: int) -> int:
    """Return the last sequence number of an account, 0 before its first change."""
    return int(
        await read.fetch_value(
            "SELECT sequence FROM change_head WHERE account_id = ?", (account_id,)
        )
        or 0
    )


async def current_cursor(account_id: int) -> str:
    """Return the cursor of the account's present: nothing after it has happened yet."""
    return encode_cursor(await current_sequence(account_id))


async def changes_after(
    account_id: int, sequence: int, *, limit: int, subject_types: Sequence[str] = ()
) -> list[Change]:
    """Return up to ``limit`` changes after a place, oldest first, of some subject types or all."""
    sql, params = f"{_SELECT} AND sequence > ?", [account_id, sequence]
    values: list[Any] = list(params)
    if subject_types:
        sql += f" AND subject_type IN ({placeholders(len(subject_types))})"
        values.extend(subject_types)
    rows = await read.fetch(f"{sql} ORDER BY sequence LIMIT ?", (*values, limit))
    return [change_of_row(account_id, row) for row in rows]


async def count_changes(account_id: int, *, subject_types: Sequence[str] = ()) -> int:
    """Return how many changes an account has, of some subject types or all."""
    if not subject_types:
        return await current_sequence(account_id)
    sql = "SELECT COUNT(*) FROM change WHERE account_id = ? AND subject_type IN "
    marks = placeholders(len(subject_types))
    return int(await read.fetch_value(f"{sql}({marks})", (account_id, *subject_types)))


async def changes_of(
    account_id: int, subject_type: str, subject_id: int, *, limit: int, before: int | None = None
) -> list[Change]:
    """Return the history of one subject, newest first."""
    sql = f"{_SELECT} AND subject_type = ? AND subject_id = ?"
    values: list[Any] = [account_id, subject_type, subject_id]
    if before is not None:
        sql += " AND sequence < ?"
        values.append(before)
    rows = await read.fetch(f"{sql} ORDER BY sequence DESC LIMIT ?", (*values, limit))
    return [change_of_row(account_id, row) for row in rows]


def change_of_row(account_id: int, row: Sequence[Any]) -> Change:
    """Return the change of a row of :data:`CHANGE_COLUMNS`."""
    return Change(
        account_id,
        sequence=row[0],
        at=from_micros(row[1]),
        actor_kind=row[2],
        actor_id=row[3],
        actor_name=row[4],
        kind=row[5],
        subject_type=row[6],
        subject_id=row[7],
        payload=orjson.loads(row[8]),
        request_id=row[9],
        about_type=row[10],
        about_id=row[11],
    )
