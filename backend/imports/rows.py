"""An import as reads return it: a light object with its parts unpacked when they are asked for."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property

import orjson

from backend.contacts.acts import ACTIVE, ActRow, ActState
from backend.core.clock import from_micros
from backend.core.ids import GlobalId
from backend.imports import parts
from backend.imports.choices import Choices, load_choices
from backend.imports.states import ENDED, WAITING, WORKING, ImportState

IMPORT_COLUMNS = (
    "id, account_id, user_id, token_id, created_by, filename, size_bytes, uploaded_bytes, token, "
    "state, version, task, options, choices, problem, report, made, undone, place, rejects_bytes, "
    'own_from, failures, act_id, created_at, started_at, finished_at, expires_at, "fetch"'
)
"""All but what is large; that follows where it is asked for. FETCH is a word of SQL: in quotes."""
LARGE_COLUMNS = "understood, trial"


@dataclass(frozen=True)
class ImportRow:
    """An import, in the order of :data:`IMPORT_COLUMNS` and :data:`LARGE_COLUMNS`."""

    pk: int
    account_id: int
    user_id: int
    token_id: int | None
    created_by: str
    filename: str
    size_bytes: int
    uploaded_bytes: int
    token: str
    state_name: str
    version: int
    task: int
    options_text: str
    choices_text: str
    problem_text: str | None
    report_text: str | None
    made_text: str
    undone_text: str | None
    place: int
    rejects_bytes: int
    own_from: int | None
    failures: int
    act_id: int | None
    created_micros: int
    started_micros: int | None
    finished_micros: int | None
    expires_micros: int
    fetch_text: str | None
    understood_text: str | None = None
    trial_text: str | None = None
    act: ActRow | None = None
    """What it does to the contacts, where that was asked for and is not forgotten."""

    id = GlobalId("ContactImport", "pk")
    """The global id."""

    @property
    def state(self) -> ImportState:
        """Where it stands: what its act says, which can be stopped and undone like any other."""
        stored = ImportState(self.state_name)
        if self.act is None or stored in WAITING:
            return stored
        if self.act.state in ACTIVE:
            return ImportState.RUNNING
        if self.act.state == ActState.DONE and stored in ENDED:
            return stored  # an undo that stopped half way leaves it as it had ended
        return ImportState(self.act.state)

    @cached_property
    def chosen(self) -> Choices:
        """The options."""
        return load_choices(self.options_text)

    @cached_property
    def targets(self) -> Mapping[int, str]:
        """The keys of the targets that were chosen, by column."""
        return {int(index): key for index, key in orjson.loads(self.choices_text).items()}

    @property
    def is_at_work(self) -> bool:
        """Whether a job is at work, or will be, without anybody being asked."""
        if self.state is ImportState.FETCHING:
            return self.problem_text is None
        return self.state in WORKING

    @cached_property
    def fetch(self) -> parts.Fetch | None:
        """What its contacts are fetched from; None of a file that somebody sent."""
        return parts.load_fetch(self.fetch_text) if self.fetch_text else None

    @cached_property
    def problem(self) -> parts.Problem | None:
        """Why it cannot go on."""
        return parts.load_problem(self.problem_text) if self.problem_text else None

    @cached_property
    def understood(self) -> parts.Understood | None:
        """What its file is; None before it is read, and when it was not asked for."""
        return parts.load_understood(self.understood_text) if self.understood_text else None

    @cached_property
    def dry_run(self) -> parts.Trial | None:
        """What the last dry run of the present choices found."""
        return parts.load_trial(self.trial_text) if self.trial_text else None

    @cached_property
    def tally(self) -> parts.Tally | None:
        """The counts of the last check or import, growing while it runs."""
        return parts.load_tally(self.report_text) if self.report_text else None

    @cached_property
    def made(self) -> parts.Made:
        """What was made for it."""
        return parts.load_made(self.made_text)

    @cached_property
    def undone(self) -> parts.Undone | None:
        """How far its undo came."""
        return parts.load_undone(self.undone_text) if self.undone_text else None

    @property
    def has_begun(self) -> bool:
        """Whether rows of it were brought in, or are being."""
        return self.started_micros is not None

    @property
    def created_at(self) -> datetime:
        """When it was announced."""
        return from_micros(self.created_micros)

    @property
    def started_at(self) -> datetime | None:
        """When the import itself began."""
        return None if self.started_micros is None else from_micros(self.started_micros)

    @property
    def finished_at(self) -> datetime | None:
        """When it was over, or taken back."""
        return None if self.finished_micros is None else from_micros(self.finished_micros)

    @property
    def expires_at(self) -> datetime:
        """When its file is forgotten, and undoing is over."""
        return from_micros(self.expires_micros)
