"""The zip of a copy: files go in as they come, the sections at the end, the index last.

Writing is done by threads, a piece at a time: whoever uses the interface meanwhile waits for none.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Iterable
from datetime import datetime
from pathlib import Path
from typing import IO
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

from backend.core.errors import NotFound
from backend.core.registry import Held, HeldFile
from backend.privacy.copies.csv_file import write_csv
from backend.privacy.copies.html_page import UNREAD, section_page
from backend.privacy.copies.index_page import MAIN, Cover, index_page
from backend.privacy.copies.json_file import write_json
from backend.privacy.copies.names import Names
from backend.privacy.copies.sections import Section, Sections
from backend.privacy.copies.values import Reader
from backend.privacy.copies.words import SECTIONS

_MOST_MISSING = 100
"""Names of lost files that the index lists."""
_STILL = frozenset({".pdf", ".jpg", ".jpeg", ".png", ".webp", ".gif", ".zip", ".mp4", ".docx"})
"""Files that are packed already."""


class Archive:
    """A copy that is being written to a file on disk."""

    def __init__(self, path: Path, sections: Sections, at: datetime) -> None:
        self._zip = ZipFile(path, "w", ZIP_DEFLATED, compresslevel=6)
        self._sections = sections
        self._names = Names()
        self._at = at.timetuple()[:6]
        self.missing: list[str] = []
        self.file_count = 0

    def close(self) -> None:
        """Let go of the file; it is whole only after :meth:`finish`."""
        self._zip.close()

    async def add(self, held: Held, of_contact: str | None) -> None:
        """Add one thing with its files; ``of_contact`` where the person is several contacts."""
        fields = dict(held.fields)
        if of_contact is not None:
            fields = {"of_contact": of_contact, **fields}
        if held.files:
            fields["enclosed"] = [await self._file(held.section, file) for file in held.files]
        self._sections.of(held.section).add(fields)

    async def _file(self, section: str, file: HeldFile) -> dict[str, str | None]:
        try:
            pieces = await file.open()
        except NotFound:
            if len(self.missing) < _MOST_MISSING:
                self.missing.append(file.name)
            return {"name": file.name, "path": None}
        path = self._names.path(f"files/{section}", file.name)
        await self._write(path, pieces)
        self.file_count += 1
        return {"name": file.name, "path": path}

    async def _write(self, path: str, pieces: AsyncIterator[bytes]) -> None:
        with self._open(path) as target:
            async for piece in pieces:
                await asyncio.to_thread(target.write, piece)

    def _open(self, path: str) -> IO[bytes]:
        info = ZipInfo(path, self._at)
        info.compress_type = ZIP_STORED if Path(path).suffix.lower() in _STILL else ZIP_DEFLATED
        info.external_attr = 0o600 << 16
        return self._zip.open(info, "w", force_zip64=True)

    async def finish(self, reader: Reader, cover: Cover) -> None:
        """Write the sections and the index, and close the file."""
        await asyncio.to_thread(self._finish, reader, cover)

    def _finish(self, reader: Reader, cover: Cover) -> None:
        ranks = list(SECTIONS)
        found = sorted(
            self._sections,
            key=lambda each: ranks.index(each.name) if each.name in ranks else len(ranks),
        )
        for section in found:
            self._section(reader, section)
        self._pages("index.html", index_page(reader, cover, found))
        self._zip.close()

    def _section(self, reader: Reader, section: Section) -> None:
        with self._open(f"data/{section.name}.json") as target:
            write_json(section, target)
        with self._open(f"data/{section.name}.csv") as target:
            write_csv(section, target, reader.locale)
        if section.name != MAIN and section.name not in UNREAD:
            pages = section_page(reader, section, reader.word("Contents"))
            self._pages(f"pages/{section.name}.html", pages)

    def _pages(self, path: str, parts: Iterable[str]) -> None:
        with self._open(path) as target:
            for part in parts:
                target.write(part.encode())
