"""Bytes that claim to be a picture → square WebP pictures, stripped of everything else; and how
any such bytes are opened without harm.
"""

from __future__ import annotations

import asyncio
import struct
from concurrent.futures import ThreadPoolExecutor
from io import BytesIO

import puremagic
from PIL import ExifTags, Image

from backend.contacts.photos.errors import ImageTooLarge, NotAnImage
from backend.contacts.photos.links import SIZES

MAX_MEGAPIXELS = {"JPEG": 60, "PNG": 60, "GIF": 60, "WEBP": 25}
"""By format. WebP is decoded with four whole pictures in memory, and no camera writes it."""
_FORMATS = {"image/jpeg": "JPEG", "image/png": "PNG", "image/webp": "WEBP", "image/gif": "GIF"}
_QUALITY = 84
_ENOUGH_PIXELS = 2 * SIZES[-1]
_STRIP_ROWS = 16
_LARGE_PIXELS = 12_000_000
# Threads of their own rather than a count of those who wait: decoding goes on, and takes its
# memory, when whoever sent the picture is gone.
few_threads = ThreadPoolExecutor(2, "photo")
one_thread = ThreadPoolExecutor(1, "large-photo")
"""A large picture takes some hundred megabytes while it is decoded."""

# What Pillow raises about bytes made to confuse it.
BROKEN = (
    OSError,
    EOFError,
    SyntaxError,
    ValueError,
    TypeError,
    LookupError,
    ArithmeticError,
    struct.error,
)
_UPRIGHT = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}
"""How a picture is turned upright, by its EXIF orientation."""


async def square_photos(content: bytes) -> dict[int, bytes]:
    """Return the picture as WebP squares by side, upright, without its metadata.

    Raises:
        NotAnImage: it is something else, or broken.
        ImageTooLarge: it has more pixels than ``MAX_MEGAPIXELS``.
    """
    loop = asyncio.get_running_loop()
    pixels = await loop.run_in_executor(few_threads, checked_pixels, content)
    threads = one_thread if pixels > _LARGE_PIXELS else few_threads
    return await loop.run_in_executor(threads, _square_photos, content)


def checked_pixels(content: bytes) -> int:
    """Return how many pixels the picture says that it has, without decoding them."""
    maximum = MAX_MEGAPIXELS[_format(content)]
    with opened(content) as source:
        pixels = source.width * source.height
    if pixels > maximum * 1_000_000:
        raise ImageTooLarge(("file",), maximum_megapixels=maximum)
    return pixels


def _square_photos(content: bytes) -> dict[int, bytes]:
    try:
        with opened(content) as source:
            # JPEG can be decoded at a fraction of its size, which is all a small square needs.
            source.draft("RGB", (_ENOUGH_PIXELS, _ENOUGH_PIXELS))
            source.load()
            square, turn = _middle_square(source), turn_upright(source)
    except BROKEN as error:
        raise NotAnImage(("file",)) from error
    if turn is not None:
        square = square.transpose(turn)
    return {side: _webp(square, side) for side in SIZES}


def opened(content: bytes) -> Image.Image:
    """Open a picture of one of the known formats, without decoding it.

    Raises:
        NotAnImage, ImageTooLarge
    """
    kind = _format(content)
    try:
        return Image.open(BytesIO(content), formats=[kind])
    except Image.DecompressionBombError:
        raise ImageTooLarge(("file",), maximum_megapixels=MAX_MEGAPIXELS[kind]) from None
    except BROKEN as error:
        raise NotAnImage(("file",)) from error


def _middle_square(source: Image.Image) -> Image.Image:
    """Return the middle of a picture, at the least fraction of its size that is enough.

    Converted strip by strip: only the decoded picture is ever there as a whole.
    """
    side = min(source.size)
    left, top = (source.width - side) // 2, (source.height - side) // 2
    factor = max(1, side // _ENOUGH_PIXELS)
    mode = "RGBA" if source.has_transparency_data else "RGB"
    reduced_side = -(-side // factor)
    square = Image.new(mode, (reduced_side, reduced_side))
    rows = _STRIP_ROWS * factor
    for start in range(0, side, rows):
        end = min(start + rows, side)
        strip = source.crop((left, top + start, left + side, top + end)).convert(mode)
        square.paste(strip.reduce(factor), (0, start // factor))
    return square


def turn_upright(source: Image.Image) -> Image.Transpose | None:
    """Return how the picture must be turned; as it lies, if its metadata cannot be read."""
    try:
        return _UPRIGHT.get(source.getexif().get(ExifTags.Base.Orientation, 1))
    except BROKEN:
        return None


def _format(content: bytes) -> str:
    try:
        found = {match.mime_type for match in puremagic.magic_string(content[:4096])}
    except (puremagic.PureError, ValueError):
        found = set()
    for mime, name in _FORMATS.items():
        if mime in found:
            return name
    raise NotAnImage(("file",))


def _webp(square: Image.Image, side: int) -> bytes:
    target = BytesIO()
    square.resize((side, side), Image.Resampling.LANCZOS).save(
        target, "WEBP", quality=_QUALITY, method=4
    )
    return target.getvalue()
