"""How letters name those that they answer.

Source: RFC 5322, section 3.6.4.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from backend.inbox.rules.limits import MAX_REFERENCES, MESSAGE_ID_LENGTH, SUBJECT_LENGTH

_ID = re.compile(rf"<([^<>\s]{{1,{MESSAGE_ID_LENGTH}}})>")
# As programs for letters write "Re:" and "Fwd:" in the languages of the people around us.
_ANSWER = re.compile(r"^(?:\s*(?:re|aw|sv|antw|rif|r|réf)\s*(?:\[\d+\])?\s*:)+\s*", re.IGNORECASE)


def following(reference_ids: Sequence[str], rfc_id: str) -> list[str]:
    """Return what an answer to a letter refers to: all before it, and it itself last."""
    chain = [*reference_ids, rfc_id]
    return chain if len(chain) <= MAX_REFERENCES else [chain[0], *chain[1 - MAX_REFERENCES :]]


def ids_in(header: str) -> list[str]:
    """Return the ids that a header names, without their brackets, the oldest first."""
    found = [each for each in dict.fromkeys(_ID.findall(header)) if each.isprintable()]
    return found if len(found) <= MAX_REFERENCES else [found[0], *found[1 - MAX_REFERENCES :]]


def subject_of_answer(subject: str) -> str:
    """Return the subject of an answer: one "Re:", however many there were."""
    return f"Re: {_ANSWER.sub('', subject)}"[:SUBJECT_LENGTH]
