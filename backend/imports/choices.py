"""What whoever imports a file through the wizard has chosen, as it is kept."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from datetime import date
from enum import StrEnum

import orjson


class Existing(StrEnum):
    """What happens to people who are in the book already."""

    SKIP = "skip"
    """Nothing; their rows are counted as duplicates."""
    FILL = "fill"
    """Empty fields are filled, new e-mails, phones, addresses and labels added."""
    OVERWRITE = "overwrite"
    """As FILL, and names, company, position and custom values are replaced by what the file has."""


@dataclass(frozen=True, slots=True)
class Choices:
    """The options of one import. None means: find out.

    ``subscribed`` is the promise that everybody in the file agreed to receive campaigns,
    ``consent_source`` where and how, ``consent_date`` on which day. ``label_ids`` are labels of the
    account, ``new_labels`` names of those to be made: all are put on every contact.
    """

    encoding: str | None = None
    separator: str | None = None
    sheet: str | None = None
    has_header: bool | None = None
    existing: Existing = Existing.SKIP
    subscribed: bool = False
    consent_source: str = ""
    consent_date: date | None = None
    label_ids: tuple[int, ...] = ()
    new_labels: tuple[str, ...] = ()

    @property
    def reading(self) -> tuple[str | bool | None, ...]:
        """What decides how the file is read: another choice makes other columns of it."""
        return self.encoding, self.separator, self.sheet, self.has_header


def dump_choices(choices: Choices) -> str:
    """Return choices as JSON."""
    return orjson.dumps(asdict(choices)).decode()


def load_choices(text: str) -> Choices:
    """Return the choices of :func:`dump_choices`."""
    values = orjson.loads(text)
    day = values.pop("consent_date")
    return Choices(
        **{
            **values,
            "existing": Existing(values["existing"]),
            "consent_date": date.fromisoformat(day) if day else None,
            "label_ids": tuple(values["label_ids"]),
            "new_labels": tuple(values["new_labels"]),
        }
    )
