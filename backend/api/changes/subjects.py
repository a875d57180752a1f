"""What a change can be about, gathered from the facts of every domain."""

from __future__ import annotations

from collections.abc import Iterator
from enum import Enum

import strawberry

from backend.core.change_log import Fact
from backend.core.graphql.enums import fill_enum


@strawberry.enum(description="What a change can be about.")
class SubjectType(Enum):
    """Filled by :func:`complete_subject_types`; its members are type names of the schema."""

    NOTHING = "Nothing"


def complete_subject_types() -> None:
    """Give the enum the subject types of every loaded fact; called before the schema is built."""
    names = sorted(set(_subject_types(Fact)))
    fill_enum(SubjectType, {name: f"Changes of a `{name}`." for name in names})


def _subject_types(fact: type[Fact]) -> Iterator[str]:
    for known in fact.__subclasses__():
        if "subject_type" in vars(known) and known.__module__.startswith("backend."):
            yield known.subject_type
        yield from _subject_types(known)
