"""Files, one function per verb. What other domains use:

- ``claim_upload`` gives a file that somebody uploaded to whoever keeps it, in the same unit;
- ``attach_uploads`` gives uploads to a contact, in the same unit;
- ``keep_bytes`` keeps what the server has in memory, such as an attachment of a letter; it writes
  for itself, before the unit that refers to the file;
- ``read_bytes`` and ``open_range`` read a file; ``FileRow.download_url`` and ``view_url`` show it;
- ``forget_files`` lets go of files whose rows were deleted, unless somebody else has them.

A table that keeps files has a foreign key to ``files.StoredFile`` with ``on_delete=NO_ACTION``.

announce    leave to upload a file
upload      its pieces, and the whole of it
keeping     files for whoever keeps them
reading     bytes out of the storage
forgetting  files that nobody has
attaching   files given to contacts, and called otherwise
trash       deleting those, bringing them back, erasing them for good
privacy     what is held about a contact, and its end
"""

from backend.files.service.announce import create_upload
from backend.files.service.attaching import (
    AttachmentsWritten,
    add_attachments,
    attach_uploads,
    rename_attachment,
)
from backend.files.service.forgetting import forget_files, forget_unused_files
from backend.files.service.keeping import (
    claim_upload,
    find_attachments,
    find_files,
    keep_bytes,
)
from backend.files.service.reading import open_range, read_bytes
from backend.files.service.trash import (
    delete_attachments,
    purge_deleted_attachments,
    restore_attachments,
)
from backend.files.service.upload import discard_upload

__all__ = [
    "AttachmentsWritten",
    "add_attachments",
    "attach_uploads",
    "claim_upload",
    "create_upload",
    "delete_attachments",
    "discard_upload",
    "find_attachments",
    "find_files",
    "forget_files",
    "forget_unused_files",
    "keep_bytes",
    "open_range",
    "purge_deleted_attachments",
    "read_bytes",
    "rename_attachment",
    "restore_attachments",
]
