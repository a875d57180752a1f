"""A file as reads return it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from backend.core.clock import from_micros
from backend.core.columns import Columns
from backend.core.ids import GlobalId, encode_id
from backend.core.light_rows import light_row
from backend.files.kinds import FileKind
from backend.files.limits import WAITING
from backend.files.links import file_link, upload_link
from backend.files.shown import ShownFile

FILE_COLUMNS = (
    "id, account_id, user_id, token, key, name, media_type, kind, charset, size_bytes, "
    "uploaded_bytes, created_by, created_at, ready_at, touched_at"
)


@dataclass(frozen=True, slots=True)
class FileRow:
    """A file, in the order of :data:`FILE_COLUMNS`."""

    pk: int
    account_id: int
    user_id: int | None
    token: str | None
    key: str
    name: str
    media_type: str
    kind_name: str
    charset: str | None
    size_bytes: int
    uploaded_bytes: int
    created_by: str
    created_micros: int
    ready_micros: int | None
    touched_micros: int

    @property
    def upload_id(self) -> str:
        """The global id of its upload."""
        return encode_id("FileUpload", self.pk)

    @property
    def filename(self) -> str:
        """What it is called."""
        return self.name

    @property
    def kind(self) -> FileKind:
        """How it can be looked at."""
        return FileKind(self.kind_name)

    @property
    def is_ready(self) -> bool:
        """Whether all of it is here."""
        return self.ready_micros is not None

    @property
    def storage_key(self) -> str:
        """Where its bytes are in the storage."""
        return storage_key(self.account_id, self.key)

    @property
    def upload_url(self) -> str:
        """The path that takes its bytes."""
        return upload_link(self.token or "")

    @property
    def download_url(self) -> str:
        """The path that answers with it as a file to be saved; over after an hour."""
        return file_link(self.account_id, self.pk, name=self.name)

    @property
    def view_url(self) -> str | None:
        """The path that shows it in place, if that is safe; over after an hour."""
        if self.kind is FileKind.OTHER:
            return None
        return file_link(self.account_id, self.pk, inline=True, name=self.name)

    @property
    def expires_at(self) -> datetime:
        """When it is forgotten if nobody has it by then."""
        return from_micros(self.touched_micros) + WAITING


def storage_key(account_id: int, key: str) -> str:
    """Return where the bytes of a file are in the storage."""
    return f"stored/{account_id}/{key}"


ATTACHMENT_COLUMNS = (
    "attachment.id, attachment.contact_id, attachment.account_id, attachment.file_id, "
    "attachment.name, stored_file.media_type, stored_file.kind, stored_file.size_bytes, "
    "attachment.created_at, attachment.created_by"
)


@light_row
class AttachmentRow(ShownFile):
    """A file of a contact, in the order of :data:`ATTACHMENT_COLUMNS`."""

    pk: int
    contact_key: int
    account_id: int
    file_key: int
    name: str
    media_type: str
    kind_name: str
    size_bytes: int
    created_micros: int
    created_by: str

    id = GlobalId("Attachment", "pk")
    """The global id."""

    @property
    def contact_id(self) -> str:
        """The contact's global id."""
        return encode_id("Contact", self.contact_key)


ATTACHMENT = Columns(AttachmentRow, ATTACHMENT_COLUMNS)
