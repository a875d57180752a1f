"""Whether each of the interface's operations has a plan, and what making it costs; and what it
costs to refuse documents that are built to cost much.

`python -m tests.bench.peers.plans` prints both; no database is asked.
"""

from __future__ import annotations

import time
from typing import Any

import orjson
from graphql.execution.values import VariableValues

from backend.api.documents import Documents
from backend.api.errors import RequestRefused
from backend.api.plans.selected import Unplanned
from backend.api.schema import carnet_schema
from frontend.operations import FOLDER, load
from tests.backend.api.plans.test_refuse_before_planning import BOMBS

TIMES = 5


def planned(path: str) -> dict[str, Any] | None:
    """Return what is known of an operation's plan; None for a mutation, which has none.

    The time is of the best of some runs, each from a document that was just read and validated:
    what the machine does besides is not the plan's.
    """
    reason, taken = "", []
    for _ in range(TIMES):
        operation = Documents(carnet_schema()._schema).operation(load(path).document, None)
        plans = operation.plans or operation.event_plans
        if plans is None:
            return None
        started = time.process_time()
        try:
            plans.of(VariableValues({}, dict.fromkeys(plans.conditions, True)))
        except Unplanned as found:
            reason = str(found)
        taken.append((time.process_time() - started) * 1000)
    return {"operation": path, "reason": reason, "cold_ms": min(taken)}


def refused_ms(text: str) -> float:
    """Return what refusing a document takes, the best of some times."""
    taken = []
    for _ in range(TIMES):
        documents = Documents(carnet_schema()._schema)
        started = time.process_time()
        try:
            documents.operation(text, None)
        except RequestRefused:
            taken.append((time.process_time() - started) * 1000)
    return min(taken)


def main() -> None:
    """Print all of them."""
    files = FOLDER.glob("*/*.graphql")
    paths = sorted(str(file.relative_to(FOLDER).with_suffix("")) for file in files)
    found = [each for each in map(planned, paths) if each is not None]
    refused = {name: refused_ms(text) for name, text in BOMBS.items()}
    print(orjson.dumps({"plans": found, "refused": refused}).decode())


if __name__ == "__main__":
    main()
