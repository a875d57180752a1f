"""What is told apart among files: how they can be looked at."""

from __future__ import annotations

from enum import StrEnum


class FileKind(StrEnum):
    """How a file can be looked at."""

    IMAGE = "image"
    PDF = "pdf"
    TEXT = "text"
    AUDIO = "audio"
    OTHER = "other"
