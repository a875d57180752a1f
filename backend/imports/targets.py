"""What a column can become: a value, and the text by which a choice is kept.

``skip``; a standard field, ``email``, ``email:work``, or of several ``street::2``; ``custom:7``, a
custom field of the account; ``new:date:Renewal``, one to be made.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from backend.custom_fields.kinds import CustomFieldKind
from backend.imports.errors import TargetInvalid
from backend.imports.vocabulary import ADDRESS_FIELDS, Field

KINDS = ("main", "home", "work", "mobile", "fax", "billing", "shipping", "other")
"""All that can be said of an e-mail, a phone or an address."""
_KINDS_OF: dict[Field, tuple[str, ...]] = {
    Field.EMAIL: ("main", "home", "work", "other"),
    Field.PHONE: ("main", "home", "work", "mobile", "fax", "other"),
    **dict.fromkeys(ADDRESS_FIELDS, ("home", "work", "billing", "shipping", "other")),
}
_AMBIGUOUS = frozenset({Field.NAME, Field.TITLE})
CHOICES = tuple(field for field in Field if field not in _AMBIGUOUS)
"""The standard fields that a column can be chosen for."""
_STANDARD = re.compile(r"([a-z_]+)(?::([a-z]*)(?::(\d{1,4}))?(?::(\d{1,4}))?)?", re.ASCII)
_TYPES = frozenset(kind.value for kind in CustomFieldKind)
_NUMBERED = re.compile(r"custom:(\d{1,18})", re.ASCII)


@dataclass(frozen=True, slots=True)
class Skip:
    """The column is not imported."""

    @property
    def key(self) -> str:
        """The text of this target."""
        return "skip"


@dataclass(frozen=True, slots=True)
class StandardTarget:
    """A field that every contact has. ``ordinal`` is which of several, such as the second address;
    ``line`` the line within an address."""

    field: Field
    kind: str | None = None
    ordinal: int = 1
    line: int = 1

    @property
    def key(self) -> str:
        """The text of this target, as short as it can be."""
        parts = [self.field.value, self.kind or "", str(self.ordinal), str(self.line)]
        for rest in ("1", "1", ""):
            if parts[-1] != rest:
                break
            parts.pop()
        return ":".join(parts)


@dataclass(frozen=True, slots=True)
class CustomTarget:
    """A custom field of the account."""

    field_id: int

    @property
    def key(self) -> str:
        """The text of this target."""
        return f"custom:{self.field_id}"


@dataclass(frozen=True, slots=True)
class NewFieldTarget:
    """A custom field that the import makes."""

    kind: CustomFieldKind
    name: str

    @property
    def key(self) -> str:
        """The text of this target."""
        return f"new:{self.kind.value}:{self.name}"


Target = Skip | StandardTarget | CustomTarget | NewFieldTarget
SKIP = Skip()


def field_of(target: Target) -> Field | None:
    """Return the standard field that a column becomes, if any."""
    return target.field if isinstance(target, StandardTarget) else None


def kinds_of(field: Field) -> tuple[str, ...]:
    """Return the kinds that values of a standard field have, in the order of a picker."""
    return _KINDS_OF.get(field, ())


def parse_target(key: str) -> Target:
    """Return the target that a text stands for.

    Raises:
        TargetInvalid
    """
    if key == "skip":
        return SKIP
    if found := _NUMBERED.fullmatch(key):
        return CustomTarget(int(found[1]))
    if key.startswith("new:"):
        _, kind, name = (*key.split(":", 2), "", "")[:3]
        if kind not in _TYPES or not name.strip():
            raise TargetInvalid(target=key)
        return NewFieldTarget(CustomFieldKind(kind), name)
    found = _STANDARD.fullmatch(key)
    if found is None or found[1] not in CHOICES or (found[2] and found[2] not in KINDS):
        raise TargetInvalid(target=key)
    ordinal, line = (int(text) if text else 1 for text in found.groups()[2:])
    return StandardTarget(Field(found[1]), found[2] or None, ordinal, line)
