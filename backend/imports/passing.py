"""Batches on their way from one process to another.

The pickle module asks a frozen dataclass for its state and sets it field by field, which takes as
long as reading a row: the few kinds that rows are made of go as their constructor's arguments.
"""

from __future__ import annotations

import copyreg
import io
import pickle
from collections.abc import Callable
from dataclasses import fields
from operator import attrgetter
from typing import Any

from backend.contacts.cleaning import CleanAddress, CleanEmail, CleanPhone
from backend.contacts.drafts import AddressDraft, ContactDraft, EmailDraft, PhoneDraft, ValueDraft
from backend.contacts.judging import Judged
from backend.contacts.state import ContactState
from backend.custom_fields.values import FieldValue
from backend.imports.batches import Entry
from backend.imports.contact import LeftOut
from backend.imports.people import Identity
from backend.imports.reader import RefusedRow, Row
from backend.imports.refused import Refused

_KINDS = (
    AddressDraft, CleanAddress, CleanEmail, CleanPhone, ContactDraft, ContactState, EmailDraft,
    Entry, FieldValue, Identity, Judged, LeftOut, PhoneDraft, Refused, RefusedRow, Row, ValueDraft,
)  # fmt: skip

Reduced = tuple[type[Any], tuple[Any, ...]]


def packed(value: object) -> bytes:
    """Return anything of an import as bytes for another process of ours."""
    output = io.BytesIO()
    pickler = pickle.Pickler(output, pickle.HIGHEST_PROTOCOL)
    pickler.dispatch_table = _REDUCERS
    pickler.dump(value)
    return output.getvalue()


def unpacked(data: bytes) -> Any:
    """Return what another process of ours packed."""
    return pickle.loads(data)  # noqa: S301


def _reducer(kind: type[Any]) -> Callable[[Any], Reduced]:
    values_of = attrgetter(*(field.name for field in fields(kind)))

    def reduced(value: Any) -> Reduced:
        return kind, values_of(value)

    return reduced


_REDUCERS: dict[type[Any], Callable[[Any], Any]] = {
    **copyreg.dispatch_table,
    **{kind: _reducer(kind) for kind in _KINDS},
}
