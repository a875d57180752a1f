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


class FilesTakeTooMuch(Refusal):
    """The account's files would take more than they may together, CARNET_MAX_ACCOUNT_FILES_MB.

    Parameters: ``maximum_mb``, ``free_mb`` that are left, rounded down.
    """

    code = "FILES_TAKE_TOO_MUCH"


class UploadUnfinished(Refusal):
    """Not all of the file has arrived."""

    code = "UPLOAD_UNFINISHED"


class FileLinkExpired(Refusal):
    """The address is not ours, or over: ask for another."""

    code = "FILE_LINK_EXPIRED"
