"""What a letter says anew, and what it repeats of those before it."""

from __future__ import annotations

import re

# How the programs that people write with mark what they repeat: Gmail, Outlook (of the web and of
# the desk), Apple Mail and Thunderbird, Yahoo, Proton.
_QUOTE = re.compile(
    r"<div[^>]*\bclass=[\"']?[^\"'>]*\b(?:gmail_quote|yahoo_quoted|protonmail_quote|moz-cite-prefix)"
    r"|<[a-z]+[^>]*\bid=[\"']?(?:[a-z]_)?(?:divRplyFwdMsg|appendonsend|isForwardContent)\b"
    r"|<blockquote[^>]*\btype=[\"']?cite\b"
    r"|<div[^>]*\bstyle=[\"'][^\"'>]*border:\s*none;\s*border-top:\s*solid\s+#(?:E1E1E1|B5C4DF)\s+1\.0pt",
    re.IGNORECASE,
)
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
    return bool(
        re.sub(r"<style.*?</style>|<[^>]*>|&nbsp;|\s", "", html, flags=re.DOTALL | re.IGNORECASE)
    )
