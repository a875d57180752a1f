"""The parts of an import that are kept as JSON: what its file is, and what came of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import orjson

from backend.core.errors import Refusal

PREVIEW_ROWS = 10
SAMPLES = 3
SHOWN_CHARACTERS = 200
"""Of a cell; the rest of it is imported all the same."""
SHOWN_CELLS = 30
"""Of a row with a fault."""
SHOWN_PROBLEMS = 50
SHOWN_NOTICES = 20


@dataclass(frozen=True, slots=True)
class Parameter:
    """A value that the words of a code need; see ``ErrorParameter`` in the schema."""

    name: str
    value: str


@dataclass(frozen=True, slots=True)
class Problem:
    """Why a file cannot be imported as it is configured. ``row`` and ``column`` say where."""

    code: str
    path: list[str] = field(default_factory=list)
    parameters: list[Parameter] = field(default_factory=list)
    row: int | None = None
    column: str | None = None


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table of a workbook; ``rows`` is None where counting them would take long."""

    name: str
    rows: int | None = None


@dataclass(frozen=True, slots=True)
class SourceNotice:
    """What there is to know of a file that can be read; see ``notices``."""

    code: str
    line: int | None = None
    column: str | None = None


@dataclass(frozen=True, slots=True)
class FileSource:
    """What was found out about a file, or chosen."""

    kind: str
    format: str
    encoding: str | None
    separator: str | None
    sheets: list[Sheet]
    sheet: str | None
    has_header: bool = True
    notices: list[SourceNotice] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Column:
    """A column: ``guess`` is the key of the target that its header and its cells speak for."""

    index: int
    header: str
    samples: list[str]
    guess: str
    guessed_kind: str
    is_empty: bool


@dataclass(frozen=True, slots=True)
class Understood:
    """A file as far as the page shows it before anything is imported."""

    source: FileSource
    columns: list[Column]
    preview: list[list[str]]


@dataclass(frozen=True, slots=True)
class RowProblem:
    """A row with a fault. ``is_imported``: only the cell at fault stays out."""

    row: int
    line: int
    column: str | None
    code: str
    parameters: list[Parameter]
    text: str
    cells: list[str]
    is_imported: bool


@dataclass(slots=True)
class Tally:
    """Counts of rows; see ``ImportReport``."""

    rows: int = 0
    created: int = 0
    updated: int = 0
    duplicates: int = 0
    rejected: int = 0
    left_out: int = 0
    done_bytes: int = 0
    total_bytes: int = 0
    reasons: dict[str, int] = field(default_factory=dict)
    ignored: list[str] = field(default_factory=list)


@dataclass(slots=True)
class Trial:
    """What a dry run found."""

    tally: Tally
    problems: list[RowProblem]
    has_more_problems: bool


@dataclass(slots=True)
class Made:
    """The labels and custom fields that were made for an import."""

    label_ids: list[int] = field(default_factory=list)
    field_ids: list[int] = field(default_factory=list)


@dataclass(slots=True)
class Undone:
    """How far an undo came, in contacts, and which of them stay as somebody changed them since."""

    done: int = 0
    total: int = 0
    kept_count: int = 0
    kept_ids: list[int] = field(default_factory=list)


@dataclass(slots=True)
class Fetch:
    """Another program's contacts on their way here; see ``ImportFetch`` in the schema.

    ``waiting_until`` is an instant in stored microseconds: until then the program wants no more
    requests. ``removed_ids`` are contacts of those who were deleted there, up to a bound.
    """

    source: str
    account: str
    selection: str
    only_changes: bool = False
    people: int = 0
    expected: int | None = None
    removed: int = 0
    left_out: int = 0
    is_restarted: bool = False
    waiting_until: int | None = None
    removed_ids: list[int] = field(default_factory=list)


def dump(part: object) -> str:
    """Return a part as JSON."""
    return orjson.dumps(part).decode()


def load_problem(text: str) -> Problem:
    """Return what :func:`dump` made of a problem."""
    values = orjson.loads(text)
    return Problem(**{**values, "parameters": _parameters(values["parameters"])})


def load_understood(text: str) -> Understood:
    """Return what :func:`dump` made of an understood file."""
    values = orjson.loads(text)
    source = values["source"]
    sheets = [Sheet(**each) for each in source["sheets"]]
    notices = [SourceNotice(**each) for each in source.get("notices", ())]
    return Understood(
        FileSource(**{**source, "sheets": sheets, "notices": notices}),
        [Column(**each) for each in values["columns"]],
        values["preview"],
    )


def load_tally(text: str) -> Tally:
    """Return what :func:`dump` made of counts."""
    return Tally(**orjson.loads(text))


def load_trial(text: str) -> Trial:
    """Return what :func:`dump` made of a dry run."""
    values = orjson.loads(text)
    problems = [
        RowProblem(**{**each, "parameters": _parameters(each["parameters"])})
        for each in values["problems"]
    ]
    return Trial(Tally(**values["tally"]), problems, values["has_more_problems"])


def load_fetch(text: str) -> Fetch:
    """Return what :func:`dump` made of a fetch."""
    return Fetch(**orjson.loads(text))


def load_made(text: str) -> Made:
    """Return what :func:`dump` made of made things."""
    return Made(**orjson.loads(text))


def load_undone(text: str) -> Undone:
    """Return what :func:`dump` made of an undo."""
    return Undone(**orjson.loads(text))


def problem_of(refusal: Refusal) -> Problem:
    """Return a refusal as it is kept."""
    row = refusal.parameters.get("row")
    column = refusal.parameters.get("column")
    return Problem(
        refusal.code,
        shown(refusal.path),
        parameters_of(refusal),
        row if isinstance(row, int) else None,
        None if column is None else _shown(str(column)),
    )


def parameters_of(refusal: Refusal) -> list[Parameter]:
    """Return a refusal's parameters as they are kept."""
    return [
        Parameter(name, _shown(str(value)[:SHOWN_CHARACTERS]))
        for name, value in refusal.parameters.items()
    ]


def shown(cells: Sequence[str]) -> list[str]:
    """Return the beginnings of cells, with marks in the place of what cannot be shown."""
    return [_shown(cell[:SHOWN_CHARACTERS]) for cell in cells]


def _shown(text: str) -> str:
    # Bytes that could not be decoded are no letters, and JSON takes none such.
    if not text.isascii():
        text = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return text.replace("\x00", "\N{REPLACEMENT CHARACTER}")


def _parameters(values: Sequence[Mapping[str, str]]) -> list[Parameter]:
    return [Parameter(each["name"], each["value"]) for each in values]
