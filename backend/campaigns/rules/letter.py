"""The parts of a campaign → one letter, as HTML that mail programs show alike and as plain text.

Tables, because Outlook lays out nothing else; every rule inlined, because many programs drop style
sheets; at most 600 pixels; the colours of a dark screen where a program asks for them.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from html import escape
from textwrap import wrap

import css_inline

from backend.campaigns.rules.blocks import Alignment, Block, Picture
from backend.campaigns.rules.kinds import BlockKind
from backend.campaigns.rules.template import UNSUBSCRIBE, Template, cut
from backend.core.locale import colon
from backend.inbox.rules.plain_text import text_of

WIDTH = 600
PADDING = 32
_ACCENT = "#1f5c4d"
_STYLES = """
body { margin: 0; padding: 0; background-color: #f4f2ee; }
table { border-collapse: collapse; }
.page { background-color: #f4f2ee; }
.card { background-color: #ffffff; }
.cell { padding: 0 32px 20px 32px; }
.words, .words p, .words li, .words blockquote {
  font-family: -apple-system, 'Segoe UI', Roboto, Helvetica, Arial, sans-serif; font-size: 16px;
  line-height: 1.55; color: #22201c; }
.words p { margin: 0 0 12px 0; }
.words ul, .words ol { margin: 0 0 12px 0; padding-left: 24px; }
.words blockquote { margin: 0 0 12px 0; padding-left: 12px; border-left: 3px solid #d8d3ca; }
.words a { color: #1f5c4d; text-decoration: underline; }
.title { margin: 0; font-family: Georgia, 'Times New Roman', serif; font-size: 26px;
  line-height: 1.25; font-weight: bold; color: #22201c; }
.button { display: inline-block; padding: 12px 24px; font-size: 16px; font-weight: bold;
  font-family: -apple-system, 'Segoe UI', Roboto, Helvetica, Arial, sans-serif;
  line-height: 1.25; color: #ffffff; text-decoration: none; }
.rule { border-top: 1px solid #d8d3ca; font-size: 1px; line-height: 1px; }
.picture { display: block; max-width: 100%; height: auto; border: 0; }
.small, .small a { font-family: -apple-system, 'Segoe UI', Roboto, Helvetica, Arial, sans-serif;
  font-size: 13px; line-height: 1.5; color: #6b665c; }
"""
_SCREENS = """
:root { color-scheme: light dark; supported-color-schemes: light dark; }
@media (prefers-color-scheme: dark) {
  body, .page { background-color: #171613 !important; }
  .card { background-color: #22201c !important; }
  .words, .words p, .words li, .words blockquote, .title { color: #f1ede6 !important; }
  .words a { color: #8fd0bd !important; }
  .rule { border-top-color: #4a463e !important; }
  .small, .small a { color: #a9a397 !important; }
}
@media (max-width: 480px) {
  .cell { padding-left: 20px !important; padding-right: 20px !important; }
}
"""


@dataclass(frozen=True, slots=True)
class Words:
    """What Carnet adds to every letter, in the account's language."""

    locale: str
    why: str
    unsubscribe: str


@dataclass(frozen=True, slots=True)
class Sheet:
    """All that a letter is made of. ``base_url`` is where pictures are."""

    subject: str
    preheader: str
    blocks: tuple[Block, ...]
    footer: str
    words: Words
    base_url: str


@lru_cache(maxsize=64)
def template_of(sheet: Sheet) -> Template:
    """Return a letter with its places still in it. Takes some milliseconds: made once."""
    return cut(sheet.subject, _inlined(sheet), _text(sheet))


def _inlined(sheet: Sheet) -> str:
    inliner = css_inline.CSSInliner(
        inline_style_tags=False, extra_css=_STYLES, load_remote_stylesheets=False
    )
    html = inliner.inline(_page(sheet))
    return html.replace("</head>", f"<style>{_SCREENS}</style></head>", 1)


def _page(sheet: Sheet) -> str:
    rows = "".join(map(_row, sheet.blocks, [sheet.base_url] * len(sheet.blocks)))
    hidden = (
        '<div style="display:none;max-height:0;overflow:hidden;mso-hide:all">'
        f"{escape(sheet.preheader)}{'&#8199;&#65279;' * 60}</div>"
        if sheet.preheader
        else ""
    )
    return (
        f'<!DOCTYPE html><html lang="{escape(sheet.words.locale)}"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        '<meta name="color-scheme" content="light dark">'
        '<meta name="supported-color-schemes" content="light dark">'
        '<meta name="x-apple-disable-message-reformatting">'
        f"<title>{escape(sheet.subject)}</title></head><body>{hidden}"
        '<table role="presentation" class="page" width="100%" cellpadding="0" cellspacing="0" '
        'border="0"><tr><td align="center" style="padding:24px 8px">'
        '<table role="presentation" class="card" width="100%" cellpadding="0" cellspacing="0" '
        f'border="0" style="max-width:{WIDTH}px"><tr><td style="height:{PADDING}px;font-size:1px;'
        f'line-height:1px">&nbsp;</td></tr>{rows}<tr><td style="height:12px;font-size:1px;'
        'line-height:1px">&nbsp;</td></tr></table>'
        '<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" '
        f'style="max-width:{WIDTH}px"><tr><td class="cell small" align="center" '
        f'style="padding-top:20px">{_footer(sheet)}</td></tr></table></td></tr></table>'
        "</body></html>"
    )


def _footer(sheet: Sheet) -> str:
    lines = [escape(line) for line in sheet.footer.split("\n")] if sheet.footer else []
    leave = f'<a href="{UNSUBSCRIBE}">{escape(sheet.words.unsubscribe)}</a>'
    return "<br>".join([*lines, escape(sheet.words.why), leave])


def _row(block: Block, base_url: str) -> str:
    align, inner = "center" if block.align is Alignment.CENTER else "left", ""
    match block.kind:
        case BlockKind.HEADING:
            inner = f'<h1 class="title" dir="auto" align="{align}">{escape(block.text)}</h1>'
        case BlockKind.TEXT:
            inner = f'<div class="words" dir="auto" align="{align}">{block.text}</div>'
        case BlockKind.BUTTON:
            inner = _button(block, align)
        case BlockKind.IMAGE:
            inner = _image(block, base_url)
        case BlockKind.DIVIDER:
            inner = (
                '<table role="presentation" width="100%" cellpadding="0" cellspacing="0" '
                'border="0"><tr><td class="rule" style="padding:0">&nbsp;</td></tr></table>'
            )
    return f'<tr><td class="cell" align="{align}">{inner}</td></tr>' if inner else ""


def _button(block: Block, align: str) -> str:
    if not block.text:
        return ""
    # A table that stands left floats, and what follows stands beside it.
    side = ' align="center"' if align == "center" else ""
    return (
        f'<table role="presentation" cellpadding="0" cellspacing="0" border="0"{side}>'
        f'<tr><td bgcolor="{_ACCENT}" style="border-radius:6px;background-color:{_ACCENT}">'
        f'<a class="button" href="{escape(block.url)}" target="_blank">{escape(block.text)}</a>'
        "</td></tr></table>"
    )


def _image(block: Block, base_url: str) -> str:
    picture = block.picture
    if picture is None:
        return ""
    width, height = shown_size(picture)
    drawn = (
        f'<img class="picture" src="{escape(base_url + picture.path)}" width="{width}" '
        f'height="{height}" alt="{escape(block.alt)}">'
    )
    return f'<a href="{escape(block.url)}" target="_blank">{drawn}</a>' if block.url else drawn


def shown_size(picture: Picture) -> tuple[int, int]:
    """Return the sides of a picture in the letter, in its pixels: it is kept twice as large."""
    width = min(picture.width, WIDTH - 2 * PADDING)
    return width, max(1, round(picture.height * width / picture.width))


def _text(sheet: Sheet) -> str:
    mark = colon(sheet.words.locale)
    parts = [part for block in sheet.blocks if (part := _text_of(block, mark))]
    lines = [*filter(None, [sheet.footer]), sheet.words.why]
    leave = f"{sheet.words.unsubscribe}{mark} {UNSUBSCRIBE}"
    return "\n\n".join([*parts, "-- \n" + "\n".join([*lines, leave])])


def _text_of(block: Block, mark: str) -> str:
    match block.kind:
        case BlockKind.HEADING:
            return "\n".join([*wrap(block.text, 72), "=" * min(72, len(block.text))])
        case BlockKind.TEXT:
            return text_of(block.text)
        case BlockKind.BUTTON:
            return f"{block.text}{mark} {block.url}" if block.text else ""
        case BlockKind.IMAGE:
            return " ".join(filter(None, [f"[{block.alt}]" if block.alt else "", block.url]))
        case BlockKind.DIVIDER:
            return "-" * 24
