"""What read_copy_letter.graphql takes and answers.

Written by `python -m frontend.operations.generate`.
"""

from __future__ import annotations

from typing import TypedDict

from frontend.operations import Operation, load


class ReadCopyLetterVariables(TypedDict):
    id: str


class ReadCopyLetterPrivacyCopyLetter(TypedDict):
    to: str | None
    subject: str | None
    message: str | None


class ReadCopyLetter(TypedDict):
    privacyCopyLetter: ReadCopyLetterPrivacyCopyLetter


read_copy_letter: Operation[ReadCopyLetter] = load("privacy/read_copy_letter")
