"""Refusals about photos."""

from __future__ import annotations

from backend.core.errors import Refusal


class UploadExpired(Refusal):
    """The ticket or the upload is not ours, too old, or used already: ask for another."""

    code = "UPLOAD_EXPIRED"


class UploadTooLarge(Refusal):
    """Parameters: ``maximum_mb``."""

    code = "UPLOAD_TOO_LARGE"


class UploadMissing(Refusal):
    """The request carries no file."""

    code = "UPLOAD_MISSING"


class NotAnImage(Refusal):
    """The content is not a JPEG, PNG, WebP or GIF picture, whatever its name says."""

    code = "NOT_AN_IMAGE"


class ImageTooLarge(Refusal):
    """Too many pixels to be a photo. Parameters: ``maximum_megapixels``."""

    code = "IMAGE_TOO_LARGE"
