"""What happened to custom fields, as the log keeps it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from backend.core.change_log import Fact


@dataclass(frozen=True, slots=True)
class CustomFieldCreated(Fact):
    kind: ClassVar[str] = "custom_field.created"
    subject_type: ClassVar[str] = "CustomField"

    name: str
    type: str


@dataclass(frozen=True, slots=True)
class CustomFieldUpdated(Fact):
    """A field was renamed; the name after."""

    kind: ClassVar[str] = "custom_field.updated"
    subject_type: ClassVar[str] = "CustomField"

    version: int
    name: str


@dataclass(frozen=True, slots=True)
class CustomFieldMoved(Fact):
    """A field has another place among the others, counted from 0."""

    kind: ClassVar[str] = "custom_field.moved"
    subject_type: ClassVar[str] = "CustomField"

    position: int


@dataclass(frozen=True, slots=True)
class CustomFieldDeleted(Fact):
    """A field was put into the trash, and its values with it."""

    kind: ClassVar[str] = "custom_field.deleted"
    subject_type: ClassVar[str] = "CustomField"

    name: str
    contact_count: int


@dataclass(frozen=True, slots=True)
class CustomFieldRestored(Fact):
    """A field came out of the trash, with all its values."""

    kind: ClassVar[str] = "custom_field.restored"
    subject_type: ClassVar[str] = "CustomField"

    name: str
    contact_count: int


@dataclass(frozen=True, slots=True)
class CustomFieldPurged(Fact):
    """A field and its values were erased for good, their time in the trash over."""

    kind: ClassVar[str] = "custom_field.purged"
    subject_type: ClassVar[str] = "CustomField"
