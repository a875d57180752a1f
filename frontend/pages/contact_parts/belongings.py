"""What belongs to contacts and goes with them, in words."""

from __future__ import annotations

from collections.abc import Mapping

from frontend.locale import t, tn


def counted(counts: Mapping[str, int]) -> str:
    """Say how many things of each kind there are, nothing of those of which there are none."""
    messages, notes, files = (counts.get(kind, 0) for kind in ("MESSAGE", "NOTE", "FILE"))
    projects, open_tasks = counts.get("PROJECT", 0), counts.get("OPEN_TASK", 0)
    tasks, cards = counts.get("TASK", 0), counts.get("CARD", 0)
    return ", ".join(
        words
        for count, words in (
            (messages, tn("{count} message", "{count} messages", messages)),
            (notes, tn("{count} note", "{count} notes", notes)),
            (files, tn("{count} file", "{count} files", files)),
            (projects, tn("{count} project", "{count} projects", projects)),
            (cards, tn("{count} workflow card", "{count} workflow cards", cards)),
            (open_tasks, tn("{count} open task", "{count} open tasks", open_tasks)),
            (tasks, tn("{count} task", "{count} tasks", tasks)),
        )
        if count
    )


def erased_words(counts: Mapping[str, int] | None) -> str:
    """Say what goes for good with contacts; before it is counted, all that may."""
    if counts is None:
        return t(
            "Their messages, notes, tasks, files, projects and history are erased with them. "
            "Nobody can undo this."
        )
    things = counted(counts)
    if not things:
        return t("Their history is erased with them. Nobody can undo this.")
    return t(
        "This goes with them: {things}, and their history. Nobody can undo this.", things=things
    )
