"""What read_file_usage.graphql takes and answers.

Written by `python -m frontend.operations.generate`.
"""

from __future__ import annotations

from typing import TypedDict

from frontend.operations import Operation, load


class ReadFileUsageVariables(TypedDict):
    pass


class ReadFileUsageFileUsage(TypedDict):
    usedMb: int
    maximumMb: int


class ReadFileUsage(TypedDict):
    fileUsage: ReadFileUsageFileUsage


read_file_usage: Operation[ReadFileUsage] = load("attachments/read_file_usage")
