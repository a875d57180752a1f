"""Refusals about files that are being sent."""

from __future__ import annotations

from backend.core.errors import Refusal


class UploadBusy(Refusal):
    """Another request is writing this file."""

    code = "UPLOAD_BUSY"


class UploadOver(Refusal):
    """The upload is complete, discarded or expired."""

    code = "UPLOAD_OVER"


class UploadMisplaced(Refusal):
    """The piece does not begin where the last one ended. Parameters: ``offset`` it should have."""

    code = "UPLOAD_MISPLACED"


class UploadOverflow(Refusal):
    """More bytes came than were announced, or than fit in one piece. Parameters: ``maximum``."""

    code = "UPLOAD_OVERFLOW"


class DiskFull(Refusal):
    """The server has no room left to write."""

    code = "DISK_FULL"


class UploadExpired(Refusal):
    """The ticket or the upload is not ours, too old, or used already: ask for another."""

    code = "UPLOAD_EXPIRED"


class UploadTooLarge(Refusal):
    """Parameters: ``maximum_mb``."""

    code = "UPLOAD_TOO_LARGE"


class UploadMissing(Refusal):
    """The request carries no file."""

    code = "UPLOAD_MISSING"
