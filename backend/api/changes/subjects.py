"""What a change can be about, gathered from the facts of every domain."""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import Enum

import strawberry
from strawberry.types.enum import EnumValue, StrawberryEnumDefinition

from backend.core.change_log import Fact


@strawberry.enum(description="What a change can be about.")
class SubjectType(Enum):
    """Filled by :func:`complete_subject_types`; its members are type names of the schema."""

    NOTHING = "Nothing"


def complete_subject_types() -> None:
    """Give the enum the subject types of every loaded fact; called before the schema is built."""
    members = {constant_name(name): name for name in sorted(set(_subject_types(Fact)))}
    definition: StrawberryEnumDefinition = SubjectType.__strawberry_definition__  # type: ignore[attr-defined]
    definition.values = [
        EnumValue(name=constant, value=name, description=f"Changes of a `{name}`.")
        for constant, name in members.items()
    ]
    # What arguments are turned into; it must know the same members.
    definition.wrapped_cls = Enum("SubjectType", list(members.items()))  # type: ignore[misc]


def constant_name(type_name: str) -> str:
    """Return ``ApiToken`` as ``API_TOKEN``."""
    return re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "_", type_name).upper()


def _subject_types(fact: type[Fact]) -> Iterator[str]:
    for known in fact.__subclasses__():
        if "subject_type" in vars(known) and known.__module__.startswith("backend."):
            yield known.subject_type
        yield from _subject_types(known)
