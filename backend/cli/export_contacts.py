"""``carnet export``: the contacts of an account into a file."""

from __future__ import annotations

import asyncio
import sys
from contextlib import suppress
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console

from backend.cli.actors import actor_of
from backend.cli.import_words import explain
from backend.cli.long_run import long_run, progress_bar
from backend.cli.session import command_session
from backend.contacts.filters import And, ContactFilter, LabelsAny, Search
from backend.contacts.selections import SelectedFilter
from backend.contacts.sorting import ContactSort, ContactSortField
from backend.core.errors import Refusal
from backend.core.folding import fold
from backend.core.permissions import Actor
from backend.exports.options import CsvSeparator, ExportFormat, options_for
from backend.exports.requests import ExportRequest
from backend.exports.service import record_export, write_export
from backend.labels.service import labels_by_name


class Format(StrEnum):
    """Formats by the names that people type."""

    CARNET = "carnet"
    GOOGLE = "google"
    OUTLOOK = "outlook"
    VCARD = "vcard"


_FORMATS = {
    Format.CARNET: ExportFormat.CARNET_CSV,
    Format.GOOGLE: ExportFormat.GOOGLE_CSV,
    Format.OUTLOOK: ExportFormat.OUTLOOK_CSV,
    Format.VCARD: ExportFormat.VCARD,
}


class _Stopped(Exception):
    """The command cannot go on; the message says why."""


def export_contacts(
    file: Annotated[Path, typer.Argument(help="Where to write, such as contacts.csv.")],
    account: Annotated[str, typer.Option(help="Its number or name, or a member's e-mail.")],
    format: Annotated[Format, typer.Option(help="What will open the file.")] = Format.CARNET,
    separator: Annotated[
        CsvSeparator | None, typer.Option(help="Between the cells of a CSV file.")
    ] = None,
    bom: Annotated[
        bool | None, typer.Option("--bom/--no-bom", help="Begin with the mark that Excel wants.")
    ] = None,
    label: Annotated[str, typer.Option(help="Only who carries it.")] = "",
    search: Annotated[str, typer.Option(help="Only who is found by it.")] = "",
    overwrite: Annotated[
        bool, typer.Option("--overwrite", help="Replace a file that is there.")
    ] = False,
) -> None:
    """Write the contacts of an account into a file.

    Ends with 1, and no file, when something is refused or goes wrong.
    """
    try:
        asyncio.run(
            _run(
                file,
                account,
                _FORMATS[format],
                separator,
                bom,
                label=label.strip(),
                search=search.strip(),
                overwrite=overwrite,
            )
        )
    except Refusal as refusal:
        print(f"carnet: {refusal.code}: {explain(refusal)}", file=sys.stderr)
        raise typer.Exit(1) from None
    except _Stopped as stopped:
        print(f"carnet: {stopped}", file=sys.stderr)
        raise typer.Exit(1) from None


async def _run(
    file: Path,
    account: str,
    chosen: ExportFormat,
    separator: CsvSeparator | None,
    bom: bool | None,
    *,
    label: str,
    search: str,
    overwrite: bool,
) -> None:
    if not overwrite and await asyncio.to_thread(file.exists):
        raise _Stopped(f"{file} is there already; --overwrite replaces it.")
    async with command_session():
        actor = await actor_of(account)
        request = ExportRequest(
            SelectedFilter(await _filter(actor, label, search)),
            ContactSort(ContactSortField.CREATED),
            options_for(chosen, actor.locale, separator=separator, byte_order_mark=bom),
        )
        count = await _write(actor, request, file)
        await record_export(actor, request, count)
    Console(markup=False, highlight=False, soft_wrap=True).print(f"{count:,} contacts in {file}.")


async def _filter(actor: Actor, label: str, search: str) -> ContactFilter:
    parts: list[ContactFilter] = []
    if label:
        found = (await labels_by_name(actor, (fold(label),))).get(fold(label))
        if found is None:
            raise _Stopped(f"there is no label “{label}”.")
        parts.append(LabelsAny(frozenset((found.pk,))))
    if search:
        parts.append(Search(search))
    return And(tuple(parts))


async def _write(actor: Actor, request: ExportRequest, file: Path) -> int:
    """Write beside the file, and put it in its place when it is whole."""
    part = file.with_name(f".{file.name}.part")
    try:
        with long_run(), progress_bar(Console(stderr=True)) as bar, part.open("wb") as output:
            task = bar.add_task(file.name, total=None)

            def show(done: int, total: int) -> None:
                bar.update(task, completed=done, total=total)
                bar.update(task, description=f"{file.name}: {done:,} contacts")

            count = await write_export(actor, request, output.write, show)
        part.replace(file)
    except OSError as error:
        raise _Stopped(f"{file} cannot be written: {error.strerror}.") from error
    finally:
        with suppress(OSError):
            part.unlink(missing_ok=True)
    return count
