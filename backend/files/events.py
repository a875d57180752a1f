"""What happened to attachments, as the log and a contact's story keep it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, ClassVar

from backend.contacts.events import AboutContact


@dataclass(frozen=True, slots=True)
class AboutAttachment(AboutContact):
    """``title`` is what the file is called since then."""

    subject_type: ClassVar[str] = "Attachment"

    title: str


@dataclass(frozen=True, slots=True)
class AttachmentAdded(AboutAttachment):
    kind: ClassVar[str] = "attachment.added"

    size_bytes: int


@dataclass(frozen=True, slots=True)
class AttachmentRenamed(AboutAttachment):
    """``changes`` is that of the field ``name``, from what to what, in lists of one."""

    kind: ClassVar[str] = "attachment.renamed"

    changes: list[dict[str, Any]]


@dataclass(frozen=True, slots=True)
class AttachmentDeleted(AboutAttachment):
    kind: ClassVar[str] = "attachment.deleted"


@dataclass(frozen=True, slots=True)
class AttachmentRestored(AboutAttachment):
    kind: ClassVar[str] = "attachment.restored"
