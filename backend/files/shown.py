"""What every row says of a file that something holds under a name: a contact, a card."""

from __future__ import annotations

from datetime import datetime

from backend.core.clock import from_micros
from backend.files.kinds import FileKind
from backend.files.links import file_link


class ShownFile:
    """How a held file is looked at and saved, out of its columns."""

    __slots__ = ()

    account_id: int
    file_key: int
    name: str
    kind_name: str
    created_micros: int

    @property
    def kind(self) -> FileKind:
        """How it can be looked at."""
        return FileKind(self.kind_name)

    @property
    def created_at(self) -> datetime:
        """When it was added."""
        return from_micros(self.created_micros)

    @property
    def download_url(self) -> str:
        """The path that answers with it as a file to be saved; over after an hour."""
        return file_link(self.account_id, self.file_key, name=self.name)

    @property
    def view_url(self) -> str | None:
        """The path that shows it in place, if that is safe; over after an hour."""
        if self.kind is FileKind.OTHER:
            return None
        return file_link(self.account_id, self.file_key, inline=True, name=self.name)
