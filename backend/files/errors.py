"""Refusals about files."""

from __future__ import annotations

from backend.core.errors import Refusal


class FileTooLarge(Refusal):
    """Parameters: ``maximum_mb``."""

    code = "FILE_TOO_LARGE"


class FileWithoutContent(Refusal):
    """There is not one byte in it."""

    code = "FILE_WITHOUT_CONTENT"


class TooManyUploads(Refusal):
    """Too much is on its way already. Parameters: ``maximum`` files."""

    code = "TOO_MANY_UPLOADS"


class UploadUnfinished(Refusal):
    """Not all of the file has arrived."""

    code = "UPLOAD_UNFINISHED"


class FileLinkExpired(Refusal):
    """The address is not ours, or over: ask for another."""

    code = "FILE_LINK_EXPIRED"
