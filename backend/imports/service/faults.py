"""The rows of a batch that were refused: when they were read, or when they were written."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from backend.core.errors import Refusal
from backend.imports.batches import Batch
from backend.imports.errors import PersonErased
from backend.imports.reader import Row
from backend.imports.refused import Refused, left_out, refused_text
from backend.imports.service.writing import Written


def faults(batch: Batch, written: Written) -> Sequence[Refused]:
    """Return the rows of a batch that stay out, or came in without a cell, in their order."""
    rejected = {entry.row.number for entry, _ in written.rejected}
    found = [
        *batch.refused,
        *(
            Refused(_shown(entry.row, refusal), refusal, refused_text(entry.draft, refusal.path))
            for entry, refusal in written.rejected
        ),
        *(
            left_out(entry.row, cell)
            for entry in batch.entries
            if entry.left_out and entry.row.number not in rejected
            for cell in entry.left_out
        ),
    ]
    return sorted(found, key=lambda fault: fault.row.number)


def _shown(row: Row, refusal: Refusal) -> Row:
    """Who asked to be erased is not written down again among the rows that stay out."""
    return replace(row, cells=[""] * len(row.cells)) if type(refusal) is PersonErased else row
