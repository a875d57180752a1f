"""i. What each kind of condition takes: the first page of a filtered list, and its count."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from statistics import median
from typing import Any

from backend.core.ids import encode_id
from tests.bench.books import book_of
from tests.bench.load import Connection, graphql_request, timed
from tests.bench.report import Section
from tests.bench.server import carnet

SIZES = (1_000, 100_000)
PAGES, COUNTS = 20, 5
WARM_UPS = 3
SLOWEST_PAGE = 30
Plain = Mapping[str, Any]

PAGE = """
query Page($filter: ContactFilter) {
  contacts(first: 50, filter: $filter) { edges { node { id displayName company } } }
}
"""
COUNT = "query Count($filter: ContactFilter) { contacts(first: 1, filter: $filter) { totalCount } }"
MOVE_ON = """
mutation MoveOn($name: String!) { createLabel(input: {name: $name}) { errors { code } } }
"""
_LABEL = encode_id("Label", 1)
_CITY: Plain = {"city": {"is": "Paris"}}
QUESTIONS: dict[str, Plain] = {
    "everybody": {"and": []},
    "given name is": {"givenName": {"is": "Marie"}},
    "family name begins with": {"familyName": {"startsWith": "du"}},
    "company contains": {"company": {"contains": "studio"}},
    "company is, nobody's": {"company": {"is": "nobody at all"}},
    "position contains": {"position": {"contains": "dir"}},
    "position contains, nobody's": {"position": {"contains": "qqqq"}},
    "e-mail is, nobody's": {"email": {"is": "nobody@example.org"}},
    "e-mail contains a name": {"email": {"contains": "dupont"}},
    "e-mail contains a domain": {"email": {"contains": "@example.org"}},
    "phone begins with": {"phone": {"startsWith": "06 1"}},
    "phone contains": {"phone": {"contains": "1234"}},
    "city is": _CITY,
    "city contains": {"city": {"contains": "bour"}},
    "city is not": {"not": _CITY},
    "postal code begins with": {"postalCode": {"startsWith": "75"}},
    "country is": {"country": {"anyOf": ["IT"]}},
    "country is empty": {"country": {"isEmpty": True}},
    "made in the last 30 days": {"created": {"inLastDays": 30}},
    "no activity in the last 30 days": {"lastActivity": {"notInLastDays": 30}},
    "has an e-mail": {"has": "EMAIL"},
    "has no e-mail": {"lacks": "EMAIL"},
    "has no phone": {"lacks": "PHONE"},
    "has a photo, nobody": {"has": "PHOTO"},
    "bounced or inactive, nobody": {"deliverability": ["BOUNCED", "INACTIVE"]},
    "subscribed": {"subscription": ["SUBSCRIBED"]},
    "carries a label": {"labels": {"anyOf": [_LABEL]}},
    "carries none of a label": {"labels": {"noneOf": [_LABEL]}},
    "not (has an e-mail of any status), 3 %": {
        "not": {"subscription": ["SUBSCRIBED", "UNSUBSCRIBED", "NEVER_SUBSCRIBED"]}
    },
    "a city and subscribed and active": {
        "and": [_CITY, {"subscription": ["SUBSCRIBED"]}, {"lastActivity": {"inLastDays": 30}}]
    },
    "a country and no phone": {"and": [{"country": {"anyOf": ["IT"]}}, {"lacks": "PHONE"}]},
    "a city or a label": {"or": [_CITY, {"labels": {"anyOf": [_LABEL]}}]},
}
Figures = dict[str, tuple[float, float]]


async def measure() -> Section:
    """Measure copies of a small book and a large one."""
    return _section({size: await _figures(size) for size in SIZES})


async def _figures(size: int) -> Figures:
    plain = await book_of(size)
    with tempfile.TemporaryDirectory() as folder:
        shutil.copytree(plain.data_dir, folder, dirs_exist_ok=True)
        book = replace(plain, data_dir=Path(folder))
        token = await book.token()
        async with carnet(book.data_dir, CARNET_API_POINTS_PER_MINUTE="0") as server:
            connection = await Connection.open(server.address)
            found = {
                name: (
                    await _page(connection, token, chosen),
                    await _count(connection, token, chosen, name),
                )
                for name, chosen in QUESTIONS.items()
            }
            await connection.close()
    return found


async def _page(connection: Connection, token: str, chosen: Plain) -> float:
    request = graphql_request(PAGE, {"filter": chosen}, token)
    for _ in range(WARM_UPS):
        await timed(connection, request)
    return median([(await timed(connection, request))[0] for _ in range(PAGES)])


async def _count(connection: Connection, token: str, chosen: Plain, name: str) -> float:
    """Count anew each time: a count is remembered until the account's history moves on."""
    request, taken = graphql_request(COUNT, {"filter": chosen}, token), []
    for number in range(COUNTS):
        label = f"{name} {number}"[-60:]
        await connection.send(graphql_request(MOVE_ON, {"name": label}, token))
        taken.append((await timed(connection, request))[0])
    return median(taken)


def _section(figures: dict[int, Figures]) -> Section:
    section = Section("i", "Filters: the first page, and the count, p50 in milliseconds")
    header = [f"{what}, {size:,}" for size in SIZES for what in ("page", "count")]
    section.table(
        ("POST /graphql, 50 contacts", *header),
        [
            (name, *(f"{value:.1f}" for size in SIZES for value in figures[size][name]))
            for name in QUESTIONS
        ],
    )
    section.say(
        f"One connection; {PAGES} pages each, and {COUNTS} counts, each after a change of the "
        "account: else they are remembered. A count of very many reads them all, and so does one "
        "of who has not what very many have."
    )
    slowest = max(QUESTIONS, key=lambda name: figures[SIZES[-1]][name][0])
    taken = figures[SIZES[-1]][slowest][0]
    section.target(
        f"a first page under {SLOWEST_PAGE} ms for every condition at {SIZES[-1]:,} contacts",
        f"{taken:.0f} ms at most, of `{slowest}`",
        met=taken < SLOWEST_PAGE,
    )
    return section
