"""What what_is_erased_with.graphql takes and answers.

Written by `python -m frontend.operations.generate`.
"""

from __future__ import annotations

from typing import Literal, TypedDict

from frontend.operations import Operation, load
from frontend.operations.inputs import ContactSelection


class WhatIsErasedWithVariables(TypedDict):
    selection: ContactSelection


class WhatIsErasedWithErasedWith(TypedDict):
    kind: Literal["MESSAGE", "NOTE", "FILE", "PROJECT", "TASK"]
    count: int


class WhatIsErasedWith(TypedDict):
    erasedWith: list[WhatIsErasedWithErasedWith]


what_is_erased_with: Operation[WhatIsErasedWith] = load("contacts/what_is_erased_with")
