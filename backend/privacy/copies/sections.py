"""What was gathered, set aside on disk until all of it is known: columns, counts, missing files."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from tempfile import TemporaryFile
from types import TracebackType
from typing import Any, Self

import orjson


class Section:
    """Rows of one kind, in the order in which they came. The file has no name: a crash leaves
    nothing of it.
    """

    def __init__(self, name: str, folder: Path) -> None:
        self.name = name
        self.count = 0
        self.columns: dict[str, None] = {}
        self._file = TemporaryFile(dir=folder)  # noqa: SIM115 - closed by Sections

    def add(self, fields: Mapping[str, Any]) -> None:
        """Set a row aside."""
        self._file.write(orjson.dumps(fields, default=str) + b"\n")
        self.count += 1
        self.columns.update(dict.fromkeys(fields))

    def rows(self) -> Iterator[dict[str, Any]]:
        """Yield the rows again."""
        self._file.seek(0)
        for line in self._file:
            yield orjson.loads(line)

    def close(self) -> None:
        """Let the rows go."""
        self._file.close()


class Sections:
    """All sections by name, in the order in which they were first heard of."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._found: dict[str, Section] = {}

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, _: type[BaseException] | None, __: BaseException | None, ___: TracebackType | None
    ) -> None:
        for each in self._found.values():
            each.close()

    def __iter__(self) -> Iterator[Section]:
        return iter(self._found.values())

    def of(self, name: str) -> Section:
        """Return a section, begun where it is new."""
        if name not in self._found:
            self._found[name] = Section(name, self._folder)
        return self._found[name]
