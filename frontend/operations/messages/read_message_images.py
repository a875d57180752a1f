"""What read_message_images.graphql takes and answers.

Written by `python -m frontend.operations.generate`.
"""

from __future__ import annotations

from typing import TypedDict

from frontend.operations import Operation, load


class ReadMessageImagesVariables(TypedDict):
    id: str


class ReadMessageImages(TypedDict):
    messageWithImages: str | None


read_message_images: Operation[ReadMessageImages] = load("messages/read_message_images")
