"""From what was typed to markup that is safe to show, and to the words that it begins with.

CommonMark, with tables and with line breaks where they were typed. Raw HTML stays text. Images are
none: reading a note must not tell a stranger's server about it.
"""

from __future__ import annotations

from functools import lru_cache
from html import escape

import nh3
from markdown_it import MarkdownIt

from backend.notes.limits import EXCERPT_LENGTH, HTML_LENGTH

_TAGS = {
    *("p", "br", "hr", "em", "strong", "s", "code", "pre", "blockquote", "ul", "ol", "li", "a"),
    *("h1", "h2", "h3", "h4", "h5", "h6", "table", "thead", "tbody", "tr", "th", "td"),
}
_SCHEMES = {"http", "https", "mailto", "tel"}
_INLINE = ("text", "code_inline", "image")


def _reader() -> MarkdownIt:
    options = {"html": False, "linkify": True, "breaks": True, "typographer": False}
    reader = MarkdownIt("commonmark", options)
    return reader.enable(["linkify", "table", "strikethrough"]).disable("image")


_READER = _reader()


@lru_cache(maxsize=512)
def to_html(text: str) -> str:
    """Return Markdown as markup of a few tags; links open elsewhere and tell nobody from where."""
    html = _READER.render(text)
    if len(html) > HTML_LENGTH:
        # An address that is named once and used a thousand times: a note becomes a thousand notes.
        html = f"<pre>{escape(text, quote=False)}</pre>"
    return nh3.clean(
        html,
        tags=_TAGS,
        attributes={"a": {"href"}, "ol": {"start"}, "*": set()},
        url_schemes=_SCHEMES,
        link_rel="noopener noreferrer nofollow",
        set_tag_attribute_values={"a": {"target": "_blank"}},
    ).strip()


def excerpt_of(text: str) -> str:
    """Return the words that a text begins with, on one line, without its marks."""
    words: list[str] = []
    length = 0
    for block in _READER.parse(text[: 20 * EXCERPT_LENGTH]):
        inline = block.children or ()
        said = "".join(
            token.content if token.type in _INLINE else " " if "break" in token.type else ""
            for token in inline
        ) or (block.content if block.type in ("fence", "code_block") else "")
        words += said.split()
        length = len(" ".join(words))
        if length > EXCERPT_LENGTH:
            break
    line = " ".join(words)
    return line if len(line) <= EXCERPT_LENGTH else f"{line[: EXCERPT_LENGTH - 1].rstrip()}…"
