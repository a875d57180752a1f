"""Rich text as plain text, and plain text as rich."""

from __future__ import annotations

import re
from html import escape
from html.parser import HTMLParser

from backend.inbox.rules.limits import EXCERPT_LENGTH

_BLOCKS = frozenset(
    ("p", "div", "h1", "h2", "h3", "h4", "ul", "ol", "blockquote", "pre", "table", "tr", "hr")
)
_SPACES = re.compile(r"[ \t\r\n\f\v]+")
_LINK = re.compile(r"https?://[^\s<>\"']+[^\s<>\"'.,;:!?)\]]")
_MANY_LINES = re.compile(r"\n{3,}")


class _Text(HTMLParser):
    """Gathers the text of clean HTML, line by line."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[str] = []
        self._href = ""
        self._link_text = ""
        self._lists: list[int | None] = []
        self._is_pre = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "br":
            self.parts.append("\n")
        elif tag == "li":
            self.parts.append("\n" + self._bullet())
        elif tag in _BLOCKS:
            self.parts.append("\n" if tag in {"div", "tr"} else "\n\n")
        elif tag in {"td", "th"}:
            self.parts.append("\t")
        elif tag == "a":
            self._href, self._link_text = dict(attrs).get("href") or "", ""
        if tag in {"ul", "ol"}:
            self._lists.append(0 if tag == "ol" else None)
        self._is_pre |= tag == "pre"

    def handle_endtag(self, tag: str) -> None:
        if tag == "a" and self._href:
            shown = self._link_text.strip()
            target = self._href.removeprefix("mailto:").removeprefix("tel:")
            if target.rstrip("/") not in {shown, shown.rstrip("/")}:
                self.parts.append(f" <{target}>")
            self._href = ""
        elif tag in {"ul", "ol"} and self._lists:
            self._lists.pop()
            self.parts.append("\n")
        elif tag in _BLOCKS and tag != "tr":
            self.parts.append("\n" if tag == "div" else "\n\n")
        if tag == "pre":
            self._is_pre = False

    def handle_data(self, data: str) -> None:
        if self._href:
            self._link_text += data
        self.parts.append(data if self._is_pre else _SPACES.sub(" ", data))

    def _bullet(self) -> str:
        if not self._lists or self._lists[-1] is None:
            return "- "
        self._lists[-1] += 1
        return f"{self._lists[-1]}. "


def text_of(html: str) -> str:
    """Return clean HTML as plain text: paragraphs apart, links after their words."""
    parser = _Text()
    parser.feed(html)
    parser.close()
    lines = (line.strip() for line in "".join(parser.parts).replace("\xa0", " ").split("\n"))
    return _MANY_LINES.sub("\n\n", "\n".join(lines)).strip()


def html_of(text: str) -> str:
    """Return plain text as clean HTML: its lines, and its links to click on."""
    paragraphs = re.split(r"\n{2,}", text.strip("\n"))
    return "".join(
        f"<p>{'<br>'.join(map(_linked, each.split(chr(10))))}</p>" for each in paragraphs if each
    )


def _linked(line: str) -> str:
    parts: list[str] = []
    place = 0
    for found in _LINK.finditer(line):
        url = escape(found.group())
        parts.append(escape(line[place : found.start()]))
        parts.append(
            f'<a href="{url}" target="_blank" rel="noopener noreferrer nofollow">{url}</a>'
        )
        place = found.end()
    return "".join((*parts, escape(line[place:])))


def excerpt_of(text: str) -> str:
    """Return the first words of a text, in one line."""
    line = " ".join(text.split())
    if len(line) <= EXCERPT_LENGTH:
        return line
    start = line[: EXCERPT_LENGTH - 1]
    return (start.rpartition(" ")[0] or start) + "…"
