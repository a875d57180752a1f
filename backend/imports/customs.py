"""The custom fields of an account, as the columns of a file find them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from backend.core.folding import fold
from backend.custom_fields.kinds import CustomFieldKind
from backend.custom_fields.limits import MAX_FIELDS, NAME_LENGTH
from backend.custom_fields.names import is_reserved
from backend.custom_fields.rows import FieldRow
from backend.imports.columns import CustomColumns
from backend.imports.headers import understand
from backend.imports.targets import SKIP, CustomTarget, NewFieldTarget, Target

_EXPORTED = re.compile(rf"Custom field \(({'|'.join(CustomFieldKind)})\): (.+)", re.DOTALL)
"""The header that our own format gives a custom field."""


class AccountFields:
    """The custom fields of an account, found by id and by name."""

    def __init__(self, fields: Sequence[FieldRow]) -> None:
        self.by_id = {field.pk: field for field in fields}
        self._by_name = {fold(field.name): field for field in fields}
        self._new: set[str] = set()

    def has(self, target: Target) -> bool:
        """Whether a target that is a custom field of the account is there."""
        return not isinstance(target, CustomTarget) or target.field_id in self.by_id

    def settled(self, target: Target) -> Target:
        """Return the field of the account that a new one would be, if it has that one already."""
        if isinstance(target, NewFieldTarget):
            field = self._by_name.get(fold(target.name))
            if field is not None and field.kind == target.kind:
                return CustomTarget(field.pk)
        return target

    def exported(self, header: str) -> Target | None:
        """Return what a column of our own export becomes: the field of this name and type.

        Where the name is a field of another type, or none that a field may have, the type is added
        to it: "Renewal (date)".
        """
        found = _EXPORTED.fullmatch(header.strip())
        if found is None:
            return None
        kind, name = CustomFieldKind(found[1]), found[2].strip()
        suffix = f" ({kind})"
        for candidate in (name, f"{name[: NAME_LENGTH - len(suffix)]}{suffix}"):
            target = self.settled(NewFieldTarget(kind, candidate))
            if isinstance(target, CustomTarget) or self._is_free(candidate):
                return target
        return SKIP

    def named(self, header: str) -> Target | None:
        """Return the field that is called as a column is, whatever its type."""
        field = self._by_name.get(fold(header)) if len(header) <= NAME_LENGTH else None
        return CustomTarget(field.pk) if field else None

    def kept(self, label: str, kind: CustomFieldKind) -> Target:
        """Return what a column becomes that is a custom field where it comes from: the field of
        this name, else a new one, as long as there is room for it.
        """
        if found := self.named(label):
            return found
        name = label[:NAME_LENGTH].strip()
        if not self._is_free(name) or fold(name) in self._new:
            return understand(label) or SKIP
        if len(self._by_name) + len(self._new) >= MAX_FIELDS:
            return SKIP
        self._new.add(fold(name))
        return NewFieldTarget(kind, name)

    def _is_free(self, name: str) -> bool:
        return fold(name) not in self._by_name and bool(fold(name)) and not is_reserved(name)


def custom_columns(targets: Iterable[Target], own: AccountFields) -> tuple[CustomColumns, ...]:
    """Return the columns of each custom field, in the order of the first of them."""
    found: dict[object, CustomColumns] = {}
    for place, target in enumerate(targets):
        if isinstance(target, CustomTarget):
            field = own.by_id[target.field_id]
            new = CustomColumns(field.name, CustomFieldKind(field.kind), (), field.pk)
            key: object = field.pk
        elif isinstance(target, NewFieldTarget):
            new = CustomColumns(target.name, target.kind, ())
            key = (target.kind, fold(target.name))
        else:
            continue
        columns = found.get(key, new)
        found[key] = replace(columns, places=(*columns.places, place))
    return tuple(found.values())
