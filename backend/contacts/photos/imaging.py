"""Bytes that claim to be a picture → square WebP pictures, stripped of everything else."""

from __future__ import annotations

import asyncio
from io import BytesIO

import puremagic
from PIL import Image, ImageOps, UnidentifiedImageError

from backend.contacts.photos.errors import ImageTooLarge, NotAnImage
from backend.contacts.photos.links import SIZES

MAX_MEGAPIXELS = 60
_FORMATS = {"image/jpeg": "JPEG", "image/png": "PNG", "image/webp": "WEBP", "image/gif": "GIF"}
_QUALITY = 84
_decoding = asyncio.Semaphore(2)
"""A decoded photo takes a few hundred megabytes at worst; two at a time are enough."""


async def square_photos(content: bytes) -> dict[int, bytes]:
    """Return the picture as WebP squares by side, upright, without its metadata.

    Raises:
        NotAnImage: it is something else, or broken.
        ImageTooLarge: it has more than sixty million pixels.
    """
    async with _decoding:
        return await asyncio.to_thread(_square_photos, content)


def _square_photos(content: bytes) -> dict[int, bytes]:
    try:
        with Image.open(BytesIO(content), formats=[_format(content)]) as source:
            if source.width * source.height > MAX_MEGAPIXELS * 1_000_000:
                raise ImageTooLarge(("file",), maximum_megapixels=MAX_MEGAPIXELS)
            # JPEG can be decoded at a fraction of its size, which is all a small square needs.
            source.draft("RGB", (2 * SIZES[-1], 2 * SIZES[-1]))
            upright = ImageOps.exif_transpose(source)
            mode = "RGBA" if upright.has_transparency_data else "RGB"
            picture = upright.convert(mode)
    except (UnidentifiedImageError, OSError, ValueError, SyntaxError, EOFError) as error:
        raise NotAnImage(("file",)) from error
    except Image.DecompressionBombError:
        raise ImageTooLarge(("file",), maximum_megapixels=MAX_MEGAPIXELS) from None
    return {side: _square(picture, side) for side in SIZES}


def _format(content: bytes) -> str:
    try:
        found = {match.mime_type for match in puremagic.magic_string(content[:4096])}
    except (puremagic.PureError, ValueError):
        found = set()
    for mime, name in _FORMATS.items():
        if mime in found:
            return name
    raise NotAnImage(("file",))


def _square(picture: Image.Image, side: int) -> bytes:
    target = BytesIO()
    square = ImageOps.fit(picture, (side, side), Image.Resampling.LANCZOS)
    square.save(target, "WEBP", quality=_QUALITY, method=4)
    return target.getvalue()
