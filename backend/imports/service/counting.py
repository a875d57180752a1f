"""Adding up what became of rows."""

from __future__ import annotations

from collections.abc import Sequence

from backend.imports.batches import Batch
from backend.imports.parts import Tally
from backend.imports.refused import Refused
from backend.imports.service.writing import Written


def count_batch(tally: Tally, batch: Batch, written: Written, found: Sequence[Refused]) -> None:
    """Add a batch to counts that were kept with those before it."""
    tally.created += written.created
    tally.updated += written.updated
    tally.duplicates += written.duplicates
    for fault in found:
        if fault.imported:
            tally.left_out += 1
        else:
            tally.rejected += 1
            tally.reasons[fault.refusal.code] = tally.reasons.get(fault.refusal.code, 0) + 1
    tally.rows = tally.created + tally.updated + tally.duplicates + tally.rejected
    # After a crash the columns of the rest of the file are seen filled once more.
    tally.ignored += [name for name in batch.ignored if name not in tally.ignored]
    tally.done_bytes = batch.bytes_read
