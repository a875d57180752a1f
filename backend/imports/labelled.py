"""Values that a file writes beside their names: Google's custom fields, which stand in pairs of
columns, "Custom Field 1 - Label" and "Custom Field 1 - Value".

What a pair holds is another field in each row, so that no column is one field. They are read as
columns of their own, one for each label, behind the others.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from backend.core.cells import restored
from backend.core.folding import fold
from backend.imports.reader import RefusedRow, Row
from backend.imports.values import one_line

MOST_LABELS = 100
"""Beyond, they are no names of fields: the pairs stay as they are, and are left out."""
_PAIR = re.compile(r"custom field (\d{1,3}) - (label|type|value)", re.IGNORECASE)
_UNNAMED = "Custom field"
_BETWEEN = ", "


@dataclass(frozen=True, slots=True)
class Labelled:
    """The pairs of a file, as places of labels and of values, and the ``labels`` in its rows."""

    pairs: tuple[tuple[int, int], ...]
    labels: tuple[str, ...]

    def header(self, header: Sequence[str]) -> list[str]:
        """Return the names of the columns: what is in no pair, then a column for each label."""
        return [*self._others(header), *self.labels]

    def rows(self, rows: Iterable[Row | RefusedRow]) -> Iterator[Row | RefusedRow]:
        """Yield rows with their values under their labels."""
        places = {fold(label): place for place, label in enumerate(self.labels)}
        for row in rows:
            if isinstance(row, RefusedRow):
                yield row
                continue
            cells = [""] * len(self.labels)
            for label, value in _values(row.cells, self.pairs):
                place = places[fold(label)]
                cells[place] = f"{cells[place]}{_BETWEEN}{value}" if cells[place] else value
            yield replace(row, cells=[*self._others(row.cells), *cells])

    def _others(self, cells: Sequence[str]) -> list[str]:
        paired = {place for pair in self.pairs for place in pair}
        return [cell for place, cell in enumerate(cells) if place not in paired]


def pairs_of(header: Sequence[str]) -> tuple[tuple[int, int], ...]:
    """Return the places of the labels and the values in a header, in the order of their numbers."""
    found: dict[int, dict[str, int]] = {}
    for place, name in enumerate(header):
        if match := _PAIR.fullmatch(name.strip()):
            part = "value" if match[2].lower() == "value" else "label"
            found.setdefault(int(match[1]), {}).setdefault(part, place)
    return tuple(
        (parts["label"], parts["value"]) for _, parts in sorted(found.items()) if len(parts) == 2
    )


def labelled(
    pairs: tuple[tuple[int, int], ...], rows: Iterable[Row | RefusedRow]
) -> Labelled | None:
    """Return what the pairs of a file hold, its rows being read to the end; None when they hold
    nothing, or too much to be fields.
    """
    labels: dict[str, str] = {}
    for row in rows:
        if isinstance(row, Row):
            for label, _ in _values(row.cells, pairs):
                labels.setdefault(fold(label), label)
            if len(labels) > MOST_LABELS:
                return None
    return Labelled(pairs, tuple(labels.values())) if labels else None


def _values(cells: Sequence[str], pairs: tuple[tuple[int, int], ...]) -> Iterator[tuple[str, str]]:
    for label, value in pairs:
        if cells[value].strip():
            name = one_line(restored(cells[label]))
            yield (name if fold(name) else _UNNAMED), cells[value]
