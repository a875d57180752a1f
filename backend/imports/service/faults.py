"""The rows of a batch that were refused: when they were read, or when they were written."""

from __future__ import annotations

from collections.abc import Sequence

from backend.imports.batches import Batch
from backend.imports.refused import Refused, left_out, refused_text
from backend.imports.service.writing import Written


def faults(batch: Batch, written: Written) -> Sequence[Refused]:
    """Return the rows of a batch that stay out, or came in without a cell, in their order."""
    rejected = {entry.row.number for entry, _ in written.rejected}
    found = [
        *batch.refused,
        *(
            Refused(entry.row, refusal, refused_text(entry.draft, refusal.path))
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
