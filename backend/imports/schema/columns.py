"""What a column becomes: from the schema's inputs, and to its types."""

from __future__ import annotations

from collections.abc import Mapping
from typing import cast

from backend.core.errors import Required
from backend.core.graphql.optional import given
from backend.core.ids import decode_id
from backend.custom_fields.kinds import CustomFieldKind
from backend.custom_fields.rows import FieldRow
from backend.custom_fields.schema import CustomField
from backend.imports.errors import TargetInvalid
from backend.imports.parts import Column
from backend.imports.schema.enums import ContactImportField, ImportValueKind
from backend.imports.schema.inputs import ImportFieldInput, ImportTarget
from backend.imports.schema.types import ImportColumn, ImportColumnTarget
from backend.imports.targets import (
    SKIP,
    CustomTarget,
    NewFieldTarget,
    Skip,
    StandardTarget,
    Target,
    kinds_of,
    parse_target,
)
from backend.imports.vocabulary import Field

_LARGEST_NUMBER = 999
_NOTHING = ImportColumnTarget(
    is_skipped=False,
    field=None,
    kind=None,
    number=1,
    custom_field=None,
    new_name=None,
    new_kind=None,
)


def target_of(chosen: ImportTarget | None, path: tuple[str, ...]) -> Target | None:
    """Return what was chosen for a column; None is the guess.

    Raises:
        TargetInvalid, InvalidId, Required
    """
    if chosen is None:
        return None
    if field := given(chosen.field):
        return _standard(field, path)
    if custom := given(chosen.custom_field_id):
        return CustomTarget(decode_id(custom, "CustomField", (*path, "customFieldId")))
    if new := given(chosen.new_custom_field):
        if not new.name.strip():
            raise Required((*path, "newCustomField", "name"))
        return NewFieldTarget(CustomFieldKind(new.kind), new.name.strip())
    if not given(chosen.skip):
        raise TargetInvalid((*path, "skip"), target="skip")
    return SKIP


def _standard(chosen: ImportFieldInput, path: tuple[str, ...]) -> StandardTarget:
    field, kind = Field(str(chosen.field)), given(chosen.kind)
    if kind is not None and str(kind) not in kinds_of(field):
        raise TargetInvalid((*path, "field", "kind"), target=f"{field.value}:{kind}")
    if not 1 <= chosen.number <= _LARGEST_NUMBER:
        raise TargetInvalid((*path, "field", "number"), target=f"{field.value}::{chosen.number}")
    return StandardTarget(field, None if kind is None else str(kind), chosen.number)


def shown_column(
    column: Column, chosen: Mapping[int, str], fields: Mapping[int, FieldRow]
) -> ImportColumn:
    """Return a column with what it becomes."""
    key = chosen.get(column.index, column.guess)
    return ImportColumn(
        index=column.index,
        header=column.header,
        samples=column.samples,
        is_empty=column.is_empty,
        target=_shown_target(parse_target(key), fields),
        is_guess=column.index not in chosen,
        guessed_kind=CustomFieldKind(column.guessed_kind),
    )


def _shown_target(target: Target, fields: Mapping[int, FieldRow]) -> ImportColumnTarget:
    match target:
        case Skip():
            return _shown(is_skipped=True)
        case StandardTarget(field, kind, ordinal):
            return _shown(
                field=ContactImportField(field.value),
                kind=ImportValueKind(kind) if kind else None,
                number=ordinal,
            )
        case CustomTarget(field_id):
            found = fields.get(field_id)
            # The field was deleted meanwhile: the column is left alone.
            return _shown(is_skipped=found is None, custom_field=cast(CustomField | None, found))
        case NewFieldTarget(new_kind, name):
            return _shown(new_name=name, new_kind=new_kind)


def _shown(**values: object) -> ImportColumnTarget:
    return ImportColumnTarget(**{**vars(_NOTHING), **values})
