"""Refusals about photos."""

from __future__ import annotations

from backend.core.errors import Refusal


class NotAnImage(Refusal):
    """The content is not a JPEG, PNG, WebP or GIF picture, whatever its name says."""

    code = "NOT_AN_IMAGE"


class ImageTooLarge(Refusal):
    """Too many pixels to be a photo. Parameters: ``maximum_megapixels``."""

    code = "IMAGE_TOO_LARGE"
