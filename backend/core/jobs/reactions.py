"""Which jobs follow from what happened: of the account whose history has news of some kind.

Such a job is queued by the unit of work that records the fact, and runs a moment later for all that
was recorded until then: a writer pays for one row that is not there yet, and for nothing more.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import timedelta

from backend.core.clock import now
from backend.core.jobs.queue import JobRequest


@dataclass(frozen=True, slots=True)
class Reaction:
    """A job, and how long after the fact it runs."""

    name: str
    delay: timedelta


reactions: dict[str, list[Reaction]] = {}
"""By subject type; filled by ``react``."""


def unique_key(name: str, account_id: int) -> str:
    """Return the key under which one run waits for an account, whatever is recorded meanwhile."""
    return f"{name}:{account_id}"


def jobs_following(account_id: int, subject_types: Iterable[str]) -> list[JobRequest]:
    """Return the jobs that follow from news of subjects of some types."""
    return [
        JobRequest(
            reaction.name,
            {"account_id": account_id},
            now() + reaction.delay,
            unique_key(reaction.name, account_id),
        )
        for subject_type in subject_types
        for reaction in reactions.get(subject_type, ())
    ]
