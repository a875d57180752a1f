"""h. How a list of 100,000 contacts with 40 custom fields is shown, sorted, filtered and paged."""

from __future__ import annotations

import shutil
import sqlite3
import tempfile
import time
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path
from random import Random
from statistics import median
from typing import Any

from backend.core.clock import now_micros
from backend.core.ids import encode_id
from backend.custom_fields.kinds import CustomFieldKind
from backend.custom_fields.values import FieldValue, Given, clean_value
from tests.bench.books import Book, book_of
from tests.bench.load import Connection, graphql_request, timed
from tests.bench.report import Section
from tests.bench.server import carnet

CONTACTS = 100_000
FIELDS = 40
SHARES = (0.99, 0.5, 0.2, 0.02)
"""Of the contacts, how many have a value: every fourth of the fields the first, and so on."""
DIFFERENT = 2_000
"""Values of a field."""
REPEATS = 40
WARM_UPS = 5
LARGEST_RATIO = 1.5
"""How many times as long as the standard list its likes by custom fields may take."""
WORDS = ("client", "prospect", "premium", "lapsed", "élan", "über", "torino", "fair", "référé")

LIST = """
query List($filter: ContactFilter, $sort: ContactSort, $after: String, $last: Int, $offset: Int,
  $first: Int, $fields: [ID!]) {
  contacts(
    first: $first, last: $last, filter: $filter, sort: $sort, after: $after, offset: $offset
  ) {
    edges { node {
      id displayName company primaryEmail { address } primaryPhone { display } labels { name color }
      customValues(fieldIds: $fields) {
        fieldId ... on CustomTextValue { text } ... on CustomNumberValue { number }
        ... on CustomDateValue { date } ... on CustomUrlValue { url } }
    } }
    pageInfo { endCursor }
  }
}
"""
Variables = dict[str, Any]


async def measure() -> Section:
    """Measure a copy of the book with fields and values in it."""
    plain = await book_of(CONTACTS)
    with tempfile.TemporaryDirectory() as folder:
        shutil.copytree(plain.data_dir, folder, dirs_exist_ok=True)
        book = replace(plain, data_dir=Path(folder))
        started, before = time.perf_counter(), book.file.stat().st_size
        fields, values = _fill(book)
        seconds, grown = time.perf_counter() - started, book.file.stat().st_size - before
        token = await book.token()
        async with carnet(book.data_dir, CARNET_API_POINTS_PER_MINUTE="0") as server:
            connection = await Connection.open(server.address)
            questions = await _questions(connection, token, fields)
            figures = {
                name: await _p50(connection, token, asked) for name, asked in questions.items()
            }
            await connection.close()
    return _section(figures, values, seconds, grown)


def _fill(book: Book) -> tuple[list[str], int]:
    """Give a book its fields and their values; return the fields' global ids and how many values.

    Straight into the tables, as an import writes them.
    """
    random, account_id, made = Random(4), book.account_id(), now_micros()
    with closing(sqlite3.connect(book.file)) as database:
        kinds = [list(CustomFieldKind)[number % 4] for number in range(FIELDS)]
        keys = list(range(1, FIELDS + 1))
        pools = [
            (SHARES[place // 4 % 4], _pool(random, key, kind))
            for place, (key, kind) in enumerate(zip(keys, kinds, strict=True))
        ]
        database.executemany(
            "INSERT INTO custom_field (id, account_id, name, folded_name, kind, position, version, "
            "contact_count, created_at) VALUES (?, ?, ?, ?, ?, ?, 1, 0, ?)",
            [
                (key, account_id, f"Field {key}", f"field {key}", kind.value, key, made)
                for key, kind in zip(keys, kinds, strict=True)
            ],
        )
        ids = [
            row[0] for row in database.execute("SELECT id FROM contact WHERE deleted_at IS NULL")
        ]
        database.executemany(
            "INSERT INTO contact_value (account_id, contact_id, field_id, key, value) "
            "VALUES (?, ?, ?, ?, ?)",
            (
                (account_id, contact, value.field_id, value.key, value.value)
                for contact in ids
                for value in _values(random, pools)
            ),
        )
        database.execute(
            "UPDATE custom_field SET contact_count = "
            "(SELECT COUNT(*) FROM contact_value WHERE field_id = custom_field.id)"
        )
        database.commit()
        count = database.execute("SELECT COUNT(*) FROM contact_value").fetchone()[0]
    return [encode_id("CustomField", key) for key in keys], int(count)


def _values(random: Random, pools: list[tuple[float, list[FieldValue]]]) -> Iterator[FieldValue]:
    for share, pool in pools:
        if random.random() < share:
            yield random.choice(pool)


def _pool(random: Random, key: int, kind: CustomFieldKind) -> list[FieldValue]:
    """Return the values that contacts have in a field: understood once, had by some fifty each."""
    cleaned = (clean_value(key, kind, _given(random, kind), (), "") for _ in range(DIFFERENT))
    return [value for value in cleaned if value is not None]


def _given(random: Random, kind: CustomFieldKind) -> Given:
    match kind:
        case CustomFieldKind.TEXT:
            return " ".join(random.choice(WORDS) for _ in range(random.randint(1, 4)))
        case CustomFieldKind.NUMBER:
            return Decimal(random.randint(-(10**6), 10**8)) / 100
        case CustomFieldKind.DATE:
            return date(1960, 1, 1) + timedelta(days=random.randint(0, 25_000))
        case CustomFieldKind.URL:
            return f"https://example.org/{random.randint(0, 10**6)}"


async def _questions(connection: Connection, token: str, fields: list[str]) -> dict[str, Variables]:
    """Return what is asked, by its name."""

    def by(place: int, direction: str = "ASC", **more: Any) -> Variables:
        sort = {"customFieldId": fields[place], "direction": direction}
        return {"first": 50, "sort": sort, "fields": [], **more}

    def kept(place: int, **condition: Any) -> Variables:
        asked = {"custom": {"fieldId": fields[place], "is": condition}}
        return {"first": 50, "fields": [], "filter": asked}

    far = graphql_request(LIST, by(0, offset=20_000), token)
    _, data = await timed(connection, far)
    after = data["contacts"]["pageInfo"]["endCursor"]  # type: ignore[index]
    plain = {"first": 50, "fields": []}
    number = {"from": "1000", "to": "1500"}
    return {
        STANDARD: plain,
        "… with the values of 6 fields": {**plain, "fields": fields[:6]},
        "… with the values of all 40 fields": {"first": 50, "fields": fields},
        "sort: a text that 99 % have": by(0),
        "sort: a text that 99 % have, descending": by(0, "DESC"),
        "sort: a number that 50 % have": by(5),
        "sort: a day that 20 % have": by(10),
        "sort: an address that 2 % have": by(15),
        "sort: a text, page 400 by its cursor": by(0, after=after),
        "sort: a text, the last page, all without a value": by(0, first=None, last=50),
        "sort: a day that 20 % have, the last page": by(10, first=None, last=50),
        "sort: a text, 20,000 rows down by offset": by(0, offset=20_000),
        "filter: a day in a year": kept(2, date={"from": "1990-01-01", "to": "1990-12-31"}),
        "filter: a number in a range": kept(1, number=number),
        "filter: a text": kept(0, text="client premium"),
        "filter: has an address (2 %)": kept(15, has=True),
        "filter: has no text (1 %)": kept(0, has=False),
        "filter: a year, sorted by a number": {**kept(2, date={"from": "1990-01-01"}), **by(1)},
    }


STANDARD = "the standard list, by given name"


async def _p50(connection: Connection, token: str, asked: Variables) -> float:
    request = graphql_request(LIST, asked, token)
    for _ in range(WARM_UPS):
        await timed(connection, request)
    return median([(await timed(connection, request))[0] for _ in range(REPEATS)])


def _section(figures: dict[str, float], values: int, seconds: float, grown: int) -> Section:
    section = Section("h", f"Custom fields: {FIELDS} on {CONTACTS:,} contacts, p50 in milliseconds")
    section.table(
        ("POST /graphql, 50 contacts", "ms"),
        [(name, f"{value:.1f}") for name, value in figures.items()],
    )
    section.say(
        f"{values:,} values, written in {seconds:.0f} s, are {grown / 2**20:.0f} MiB with their "
        f"index. One connection, {REPEATS} requests each after {WARM_UPS} to warm up."
    )
    ratio = figures["sort: a text that 99 % have"] / figures[STANDARD]
    section.target(
        f"a sort by a custom field at most {LARGEST_RATIO}× the standard list",
        f"{ratio:.2f}×",
        met=ratio <= LARGEST_RATIO,
    )
    return section
