"""The first page of a copy: whose it is, when it was made, and the way to everything in it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from html import escape

from backend.privacy.copies.html_page import UNREAD, count_words, details, page
from backend.privacy.copies.sections import Section
from backend.privacy.copies.values import Reader
from backend.privacy.copies.words import section_words

MAIN = "contact"
"""The section that the index shows itself."""


@dataclass(frozen=True, slots=True)
class Cover:
    """What the first page says: the person, who holds the data, when it was gathered."""

    person: str
    holder: str
    at: datetime
    file_count: int
    missing: Sequence[str]


def title_of(reader: Reader, cover: Cover) -> str:
    """Return what a copy is called."""
    return reader.word("Copy of the data of {name}", name=cover.person)


def index_page(reader: Reader, cover: Cover, sections: Sequence[Section]) -> Iterator[str]:
    """Yield the first page."""
    title = title_of(reader, cover)

    def body() -> Iterator[str]:
        when = reader.text("at", cover.at.isoformat(), {})
        yield f'<h1>{escape(title)}</h1>\n<p class="soft">'
        yield escape(
            reader.word("Held by {holder}, gathered on {day}.", holder=cover.holder, day=when)
        )
        yield "</p>\n<p>"
        yield escape(
            reader.word(
                "Everything that is held about you is in this folder: to read on these pages, and "
                "for programs as JSON and CSV. The files are as they were kept."
            )
        )
        yield "</p>\n"
        for section in sections:
            if section.name == MAIN:
                for row in section.rows():
                    yield f'<section class="sheet">{details(reader, row)}</section>\n'
        yield f'<nav class="sheet" aria-label="{escape(reader.word("Contents"))}"><ul>\n'
        for section in sections:
            yield _entry(reader, section)
        yield "</ul></nav>\n"
        if cover.missing:
            words = reader.word("These files could not be found any more:")
            names = "".join(f"<li>{escape(name)}</li>" for name in cover.missing)
            yield f'<section class="sheet"><p>{escape(words)}</p><ul>{names}</ul></section>\n'

    return page(reader, title, body())


def _entry(reader: Reader, section: Section) -> str:
    name = section.name
    words = escape(section_words(reader.locale, name))
    is_page = name != MAIN and name not in UNREAD
    link = f'<a href="pages/{name}.html">{words}</a>' if is_page else words
    return (
        f'<li><span class="name">{link}</span>'
        f'<span class="count">{escape(count_words(reader, section.count))}</span>'
        f'<a href="data/{name}.json">JSON</a> <a href="data/{name}.csv">CSV</a></li>\n'
    )
