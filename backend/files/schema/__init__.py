"""GraphQL of files: parse → service or queries → wrap, nothing else.

uploads       files on their way
types         files of contacts, and ``Contact.attachments``
inputs        what mutations of them take, and answer
attachments   queries, mutations, and following them
"""

import backend.files.registrations  # noqa: F401 - files follow contacts wherever they are written
from backend.files.schema.attachments import (
    AttachmentsMutation,
    AttachmentsQuery,
    AttachmentsSubscription,
)
from backend.files.schema.uploads import FilesMutation, FilesQuery

__all__ = [
    "AttachmentsMutation",
    "AttachmentsQuery",
    "AttachmentsSubscription",
    "FilesMutation",
    "FilesQuery",
]
