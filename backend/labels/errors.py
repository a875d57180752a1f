"""What this domain refuses, by code."""

from __future__ import annotations

from backend.core.errors import Refusal


class LabelNameTaken(Refusal):
    """The account has a label of this name, accents and case aside. Parameters: ``id``."""

    code = "LABEL_NAME_TAKEN"


class TooManyLabels(Refusal):
    """The account has all the labels it may have. Parameters: ``maximum``."""

    code = "TOO_MANY_LABELS"
