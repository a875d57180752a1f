"""Typst, kept warm: fonts read once, compilers lent to one caller at a time.

Compiling holds no lock of the interpreter, so threads of their own keep the loop free and use every
core; a compiler serves one of them at a time (decision 0165).
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from datetime import datetime
from enum import Enum
from functools import cache
from importlib.resources import files
from pathlib import Path
from queue import Empty, SimpleQueue
from typing import Any

import typst

TEMPLATES = Path(__file__).parent / "templates"
STANDARDS = ("a-3b", "ua-1")
MAX_THREADS = max(1, min(4, os.cpu_count() or 1))

threads = ThreadPoolExecutor(MAX_THREADS, "rendering")

Files = Mapping[str, bytes]


class CompilerPanicked(Exception):
    """Typst met a defect of its own: the document was not made, the process goes on."""


class Fonts(Enum):
    """Which fonts a text may be shown by: those that are shipped, or the machine's as well."""

    SHIPPED = "shipped"
    MACHINE = "machine"


_idle: dict[Fonts, SimpleQueue[typst.Compiler]] = {fonts: SimpleQueue() for fonts in Fonts}


def compile_pdf(template: str, data: Files, at: datetime, fonts: Fonts = Fonts.SHIPPED) -> bytes:
    """Return a template's PDF: archivable (PDF/A-3b) and accessible (PDF/UA-1).

    ``at`` is when it was made, so that the same document gives the same bytes.

    Raises:
        typst.TypstError: what the standards do not allow, such as a text that no font can show.
    """
    with _lent(fonts) as compiler:
        made = compiler.compile(
            _sources(template, data), format="pdf", pdf_standards=list(STANDARDS), timestamp=at
        )
    return bytes(made)


def compile_pages(
    template: str, data: Files, kind: str, pixels_per_inch: float, fonts: Fonts = Fonts.SHIPPED
) -> list[bytes]:
    """Return each page as a picture: ``png`` or ``svg``."""
    with _lent(fonts) as compiler:
        made = compiler.compile(_sources(template, data), format=kind, ppi=pixels_per_inch)
    return [bytes(page) for page in made] if isinstance(made, list) else [bytes(made)]


@cache
def _templates() -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in sorted(TEMPLATES.glob("*.typ"))}


@cache
def _fonts(fonts: Fonts) -> typst.Fonts:
    """Return fonts as they were read once: half a second where a machine has many."""
    folder = files("fontpkg_source_sans_3") / "files"
    return typst.Fonts(include_system_fonts=fonts is Fonts.MACHINE, font_paths=[str(folder)])


def _sources(template: str, data: Files) -> Any:
    """Return all files by name; the binding takes them though its types do not say so."""
    parts = _templates()
    return {**parts, **data, "main.typ": parts[f"{template}.typ"]}


@contextmanager
def _lent(fonts: Fonts) -> Iterator[Any]:
    """Lend a compiler: it refuses to be used by two at once."""
    try:
        compiler = _idle[fonts].get_nowait()
    except Empty:
        compiler = typst.Compiler(root=str(TEMPLATES), font_paths=_fonts(fonts))
    try:
        yield compiler
    except typst.TypstError:
        _idle[fonts].put(compiler)
        raise
    except BaseException as error:
        # A panic in Rust is no Exception here: it would end a worker that only lost a page.
        if type(error).__name__ == "PanicException":
            raise CompilerPanicked(str(error)) from error
        raise
    _idle[fonts].put(compiler)
