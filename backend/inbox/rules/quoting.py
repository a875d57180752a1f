"""What a letter says anew, and what it repeats of those before it."""

from __future__ import annotations

import re

# No part of a pattern may look far: whoever writes a letter can make that as slow as they like.
# How the programs that people write with mark what they repeat: Gmail, Outlook (of the web and of
# the desk), Apple Mail and Thunderbird, Yahoo, Proton.
_QUOTE = re.compile(
    r"<div[^<>]{0,400}\bclass=[\"']?[^\"'<>]{0,200}\b"
    r"(?:gmail_quote|yahoo_quoted|protonmail_quote|moz-cite-prefix)"
    r"|<[a-z]{1,10}\b[^<>]{0,400}\bid=[\"']?(?:[a-z]_)?"
    r"(?:divRplyFwdMsg|appendonsend|isForwardContent)\b"
    r"|<blockquote[^<>]{0,400}\btype=[\"']?cite\b"
    r"|<div[^<>]{0,400}\bstyle=[\"'][^\"'<>]{0,200}border:\s{0,3}none;\s{0,3}"
    r"border-top:\s{0,3}solid\s{1,3}#(?:E1E1E1|B5C4DF)\s{1,3}1\.0pt",
    re.IGNORECASE,
)
_UNSAID = re.compile(r"<style\b.*?(?:</style>|\Z)|<[^<>]*>|&nbsp;|\s", re.DOTALL | re.IGNORECASE)
_LINE_OF_QUOTE = re.compile(r"^\s?>", re.MULTILINE)
_INTRODUCTION = re.compile(
    r"^(?:(?:On|Le|Il(?: giorno)?|Am|El)\b[^\n]{5,250}(?:\n[^\n]{0,200})?"
    r"(?:wrote|a écrit|ha scritto|schrieb|escribió)\s?:"
    r"|-{2,}\s*(?:Original Message|Message d['’]origine|Messaggio originale)\s*-{2,}"
    r"|_{10,}\s*\n(?:From|De|Da)\s?:)",
    re.MULTILINE | re.IGNORECASE,
)
_LONGEST_LOOKED_AT = 400_000


def split_html(html: str) -> tuple[str, str]:
    """Return what a letter's HTML says, and what it repeats; neither is clean yet."""
    found = _QUOTE.search(html, 0, _LONGEST_LOOKED_AT)
    if found is None or not _says_something(html[: found.start()]):
        return html, ""
    return html[: found.start()], html[found.start() :]


def split_text(text: str) -> tuple[str, str]:
    """Return what a letter's plain text says, and what it repeats below that."""
    found = _INTRODUCTION.search(text, 0, _LONGEST_LOOKED_AT)
    start = found.start() if found else _trailing_quote(text)
    fresh = text[:start].rstrip()
    return (fresh, text[start:].strip()) if fresh else (text, "")


def _trailing_quote(text: str) -> int:
    """Return where the lines that repeat something begin, when nothing is said below them."""
    lines = text.rstrip().split("\n")
    place = len(lines)
    while place and (not lines[place - 1].strip() or _LINE_OF_QUOTE.match(lines[place - 1])):
        place -= 1
    return len("\n".join(lines[:place])) if place < len(lines) else len(text)


def _says_something(html: str) -> bool:
    return bool(_UNSAID.sub("", html))
