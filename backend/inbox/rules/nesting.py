"""Whether HTML can be read as a tree in a sensible time, told before anybody does so.

Each element costs a reader about as much as there are open around it, and an element of style that
is never closed is opened again in each block after it: a letter of a megabyte can so ask for
hours, and for more memory than there is. What is counted here no letter can hide.
"""

from __future__ import annotations

import re
from html import escape, unescape

from backend.inbox.rules.limits import SHOWN_LENGTH

MOST_MARKS = 15_000
"""Three times a long newsletter; all of them one within the other take a second."""
MOST_REFERENCES = 50_000
"""To characters: a text of which each is one is put together a character at a time."""
MOST_REOPENED = 2_000_000
_ALIKE = 3
"""Of one style that stays open, by the HTML standard, section 13.2.4.3."""
# Where quotes hold a ">" this goes on as readers do, or further: what differs is seen to differ.
_STYLE = re.compile(
    r"<(?:b|big|code|em|font|i|nobr|s|small|strike|strong|tt|u)(?=[\s/>])"
    r"(?:[^>=]|=\s*+(?:\"[^\"]*\"|'[^']*')?)*+",
    re.IGNORECASE,
)
_UNSEEN = re.compile(
    r"<(script|style|title|head)\b.*?(?:</\1\b[^<>]*>?|\Z)|<!--.*?(?:-->|\Z)",
    re.IGNORECASE | re.DOTALL,
)
_MARK = re.compile(r"<[a-z/!?][^<>]*>?", re.IGNORECASE)


_TAG = re.compile(r"<(/?)(?!br\b|hr\b|img\b)[a-z]", re.IGNORECASE)


def depth_of(html: str) -> int:
    """Return how many elements of clean HTML are open at most, one within the other."""
    depth = deepest = 0
    for found in _TAG.finditer(html):
        depth += -1 if found.group(1) else 1
        deepest = max(deepest, depth)
    return deepest


def is_readable(html: str) -> bool:
    """Whether HTML is read as a tree in a sensible time."""
    marks = html.count("<")
    if marks > MOST_MARKS or html.count("&") > MOST_REFERENCES:
        return False
    styles = len({each.group() for each in _STYLE.finditer(html)})
    return marks * styles * _ALIKE <= MOST_REOPENED


def words_of(html: str) -> str:
    """Return the words of HTML that is not, as clean HTML."""
    words = " ".join(unescape(_MARK.sub(" ", _UNSEEN.sub(" ", html))).split())[:SHOWN_LENGTH]
    return f"<p>{escape(words, quote=False)}</p>" if words else ""
