"""Turn workbooks and vCards into a CSV of our own, in a process with limits.

A stranger's workbook may be a bomb, and a reader in another language keeps the whole process from
doing anything else meanwhile. So a child reads it, with so much memory and so much time and none
of our secrets, and what everybody else reads is text.
"""

from __future__ import annotations

import json
import os
import resource
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from uuid import uuid4

from backend.core.errors import Refusal
from backend.imports.card_table import convert_cards
from backend.imports.errors import FileBroken, FileRefused, FileTooComplex
from backend.imports.signatures import SourceKind
from backend.imports.workbooks import MAX_UNPACKED_MEGABYTES, convert_workbook

_MEMORY_BYTES = 2 * 1024**3
_OUTPUT_BYTES = 1024**3
_CPU_SECONDS = 240
_SECONDS = 300
"""On a machine where everything else runs too."""


@dataclass(frozen=True, slots=True)
class Converted:
    """A table made of a file. ``sheets`` are those of a workbook, ``sheet`` the one that was read;
    ``encoding`` that of cards."""

    path: Path
    sheets: tuple[str, ...] = ()
    sheet: str = ""
    encoding: str = "utf-8"


@contextmanager
def converted(
    path: Path,
    kind: SourceKind,
    *,
    sheet: str | None = None,
    encoding: str | None = None,
    spool: Path | None = None,
) -> Iterator[Converted]:
    """Give the table of a workbook or of cards. In the folder ``spool`` it is kept and found again;
    else it is gone at the end.

    Raises:
        FileNotText, FileTooComplex, FileBroken, FileEmpty, SheetUnknown, EncodingUnknown
    """
    if spool is not None:
        spool.mkdir(parents=True, exist_ok=True)
        yield _kept(path, kind, sheet, encoding, spool)
        return
    with TemporaryDirectory(prefix="carnet-") as folder:
        yield _kept(path, kind, sheet, encoding, Path(folder))


def _kept(
    path: Path, kind: SourceKind, sheet: str | None, encoding: str | None, folder: Path
) -> Converted:
    told = path.stat()
    what = [kind.value, sheet, encoding, told.st_size, told.st_mtime_ns]
    name = sha256(json.dumps(what).encode()).hexdigest()[:32]
    table, notes = folder / f"{name}.csv", folder / f"{name}.json"
    if not notes.exists():
        fresh = folder / f"{uuid4().hex}.part"
        try:
            answer = _run(path.absolute(), kind, sheet, encoding, fresh.absolute())
            fresh.replace(table)
        finally:
            fresh.unlink(missing_ok=True)
        notes.write_text(json.dumps(answer), "utf-8")
    answer = json.loads(notes.read_text("utf-8"))
    return Converted(
        table,
        tuple(answer.get("sheets", ())),
        answer.get("sheet", ""),
        answer.get("encoding", "utf-8"),
    )


def _run(
    path: Path, kind: SourceKind, sheet: str | None, encoding: str | None, output: Path
) -> dict[str, Any]:
    request = {
        "path": str(path),
        "kind": kind.value,
        "sheet": sheet,
        "encoding": encoding,
        "output": str(output),
    }
    try:
        done = subprocess.run(
            [sys.executable, "-m", "backend.imports.conversion"],
            input=json.dumps(request).encode(),
            capture_output=True,
            timeout=_SECONDS,
            check=False,
            env={"PYTHONPATH": os.pathsep.join(filter(None, sys.path)), "LANG": "C.UTF-8"},
        )
    except subprocess.TimeoutExpired:
        raise FileTooComplex(maximum=MAX_UNPACKED_MEGABYTES) from None
    if done.returncode < 0 or b"MemoryError" in done.stderr:  # a limit ended it
        raise FileTooComplex(maximum=MAX_UNPACKED_MEGABYTES)
    if done.returncode:
        raise FileBroken(kind=kind.value)
    answer: dict[str, Any] = json.loads(done.stdout)
    if "code" in answer:
        raise Refusal.registry[answer["code"]](**answer["parameters"])
    return answer


def _limit() -> None:
    for what, most in (
        (resource.RLIMIT_AS, _MEMORY_BYTES),
        (resource.RLIMIT_FSIZE, _OUTPUT_BYTES),
        (resource.RLIMIT_CPU, _CPU_SECONDS),
        (resource.RLIMIT_CORE, 0),
    ):
        resource.setrlimit(what, (most, most))


def convert(request: dict[str, Any]) -> dict[str, Any]:
    """Do what is asked of the child; a refusal is an answer too."""
    path, output = Path(request["path"]), Path(request["output"])
    try:
        if request["kind"] == SourceKind.XLSX:
            return convert_workbook(path, request["sheet"], output)
        return convert_cards(path, request["encoding"], output)
    except FileRefused as refusal:
        return {"code": refusal.code, "parameters": refusal.parameters}


def main(_: Sequence[str] = ()) -> None:
    """Read what is asked from the standard input, answer on the standard output."""
    _limit()
    json.dump(convert(json.load(sys.stdin)), sys.stdout)


if __name__ == "__main__":
    main()
