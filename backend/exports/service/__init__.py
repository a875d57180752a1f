"""Exports, one function per verb.

prepare   asking for a file, and getting leave to download it
open      from a link to the export that it is for
write     every contact of a request into a file, as of one moment
tidy      forgetting what is over
"""

from backend.exports.service.open import open_export
from backend.exports.service.prepare import PreparedExport, prepare_export
from backend.exports.service.tidy import forget_old_exports
from backend.exports.service.write import record_export, write_export

__all__ = [
    "PreparedExport",
    "forget_old_exports",
    "open_export",
    "prepare_export",
    "record_export",
    "write_export",
]
