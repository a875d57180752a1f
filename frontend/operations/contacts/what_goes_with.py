"""What what_goes_with.graphql takes and answers.

Written by `python -m frontend.operations.generate`.
"""

from __future__ import annotations

from typing import TypedDict

from frontend.operations import Operation, load


class WhatGoesWithVariables(TypedDict):
    id: str


class WhatGoesWithContactAttachments(TypedDict):
    totalCount: int


class WhatGoesWithContactNotes(TypedDict):
    totalCount: int


class WhatGoesWithContactCards(TypedDict):
    totalCount: int


class WhatGoesWithContactProjects(TypedDict):
    totalCount: int


class WhatGoesWithContact(TypedDict):
    attachments: WhatGoesWithContactAttachments
    openTaskCount: int
    messageCount: int
    notes: WhatGoesWithContactNotes
    cards: WhatGoesWithContactCards
    projects: WhatGoesWithContactProjects


class WhatGoesWith(TypedDict):
    contact: WhatGoesWithContact | None


what_goes_with: Operation[WhatGoesWith] = load("contacts/what_goes_with")
