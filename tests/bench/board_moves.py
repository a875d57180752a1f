"""Cards moved at a steady pace, and what of it the windows that watch saw."""

from __future__ import annotations

import asyncio
import time
from dataclasses import dataclass, field
from itertools import pairwise
from math import inf
from random import Random
from typing import Any, Self

from tests.bench.board_watchers import Sight
from tests.bench.load import Connection, graphql_request, percentile, timed

READ = """
query Read($id: ID!) {
  workflow(id: $id) { steps { id cards(first: 100) { edges { node { id version } } } } }
}
"""
MOVE = """
mutation Move($input: MoveCardInput!) {
  moveCard(input: $input) { card { version } errors { code } }
}
"""
SETTLE_SECONDS = 3
MOST_TIMES_LONGER = 1.5


@dataclass
class Moves:
    """What was moved: by board, in order, the card's new version and when it was asked for."""

    by_board: dict[str, list[tuple[str, int, float]]] = field(default_factory=dict)
    seconds: float = 0

    @property
    def count(self) -> int:
        """How many there were."""
        return sum(map(len, self.by_board.values()))


@dataclass
class Standing:
    """How the cards of a board stand: by step, top to bottom, and their versions."""

    steps: dict[str, list[str]]
    versions: dict[str, int]

    @classmethod
    def of(cls, workflow: Any) -> Self:
        """Read it from the API's answer."""
        nodes = {
            step["id"]: [edge["node"] for edge in step["cards"]["edges"]]
            for step in workflow["steps"]
        }
        return cls(
            {step: [node["id"] for node in cards] for step, cards in nodes.items()},
            {node["id"]: node["version"] for cards in nodes.values() for node in cards},
        )

    def next_move(self, random: Random) -> dict[str, Any]:
        """Choose a card and another step for it, put it there, and return what is to be asked."""
        source = random.choice([step for step, cards in self.steps.items() if cards])
        target = random.choice([step for step in self.steps if step != source])
        card = self.steps[source].pop(random.randrange(len(self.steps[source])))
        asked = {"id": card, "version": self.versions[card], "stepId": target}
        if self.steps[target]:
            asked["beforeId"] = self.steps[target][0]
        self.steps[target].insert(0, card)
        return asked


async def move_cards(
    address: str, token: str, boards: list[str], *, per_second: float, seconds: float
) -> Moves:
    """Take cards to the top of other steps at random, where every window sees them, evenly over the
    time, one after the other; fewer where the server does not keep up.
    """
    connection, random, moves = await Connection.open(address), Random(7), Moves()
    standing: dict[str, Standing] = {}
    for board in boards:
        _, data = await timed(connection, graphql_request(READ, {"id": board}, token))
        standing[board] = Standing.of(data["workflow"])
    begun = time.perf_counter()
    for number in range(int(per_second * seconds)):
        await asyncio.sleep(max(0, begun + number / per_second - time.perf_counter()))
        if time.perf_counter() - begun > MOST_TIMES_LONGER * seconds:
            break
        board = random.choice(boards)
        cards = standing[board]
        asked = cards.next_move(random)
        card_id = asked["id"]
        started = time.time() * 1000
        request = graphql_request(MOVE, {"input": asked}, token)
        _, data = await timed(connection, request)
        payload: Any = data["moveCard"]
        if payload["errors"]:
            raise RuntimeError(str(payload["errors"]))
        version = cards.versions[card_id] = payload["card"]["version"]
        moves.by_board.setdefault(board, []).append((card_id, version, started))
    moves.seconds = time.perf_counter() - begun
    await connection.close()
    await asyncio.sleep(SETTLE_SECONDS)
    return moves


@dataclass(frozen=True, slots=True)
class Seen:
    """How the moves reached the windows: milliseconds, and what was missed or out of order."""

    expected: int
    delays: list[float]
    lost: int
    twice: int
    out_of_order: int

    @property
    def p50(self) -> float:
        return percentile(self.delays, 50) if self.delays else inf

    @property
    def p99(self) -> float:
        return percentile(self.delays, 99) if self.delays else inf


def compare(moves: Moves, windows: list[tuple[str, list[Sight]]]) -> Seen:
    """Hold what every window saw against what was moved on its board.

    A busy window is sent several moves in one message: within it there is no order, and of a card
    that moved twice only the later place.
    """
    delays: list[float] = []
    expected = lost = twice = out_of_order = 0
    for board, sights in windows:
        made = moves.by_board.get(board, [])
        place = {(card, version): at for at, (card, version, _) in enumerate(made)}
        seen: dict[int, float] = {}
        for moment, card, version in sights:
            at = place.get((card, version))
            if at is not None and at in seen:
                twice += 1
            elif at is not None:
                seen[at] = moment
        arrivals = [seen[at] for at in sorted(seen)]
        newest: dict[str, float] = {}
        for at in reversed(range(len(made))):
            card = made[at][0]
            if at in seen:
                newest[card] = seen[at]
            elif card in newest:
                seen[at] = newest[card]
        expected += len(made)
        lost += len(made) - len(seen)
        out_of_order += sum(1 for one, other in pairwise(arrivals) if other < one)
        delays += [moment - made[at][2] for at, moment in seen.items()]
    return Seen(expected, delays, lost, twice, out_of_order)
