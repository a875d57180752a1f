"""The process that reads a file for another: `python -m backend.imports.reading_process FD`.

It answers what it is asked over a connection, and ends with it: when the file is closed, and when
whoever asks dies, however that is.
"""

from __future__ import annotations

import gc
import sys
from multiprocessing.connection import Connection

from backend.imports.passing import packed, unpacked
from backend.imports.reading import FileReading

_VERBS = frozenset({"open", "begin", "read"})


def answer_all(connection: Connection) -> None:
    """Read a file as it is asked for, until nobody asks any more."""
    reading = FileReading()
    try:
        while True:
            verb, arguments = unpacked(connection.recv_bytes())
            connection.send_bytes(_answer(reading, verb, arguments))
    except (EOFError, OSError):
        return
    finally:
        reading.close()


def _answer(reading: FileReading, verb: str, arguments: tuple[object, ...]) -> bytes:
    if verb not in _VERBS:
        raise ValueError(verb)
    try:
        return packed((getattr(reading, verb)(*arguments), None))
    except Exception as failure:  # whoever asked is who knows what to do about it
        return packed((None, failure))


def main() -> None:
    """Answer on the connection that the first argument is the number of."""
    gc.freeze()
    # Rows and drafts hold no cycles: they go as soon as nobody needs them.
    gc.set_threshold(50_000, 20, 100)
    with Connection(int(sys.argv[1])) as connection:
        answer_all(connection)


if __name__ == "__main__":
    main()
