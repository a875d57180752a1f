"""What is drawn at random: one tape of bytes, read from its beginning on.

One draw of a tape costs hypothesis a hundredth of a draw for each choice. It shrinks as well: where
the tape ends every choice is the first.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

from hypothesis import strategies as st
from hypothesis.vendor.pretty import RepresentationPrinter

LENGTH = 1_500
T = TypeVar("T")


class Tape:
    """Choices, one after the other."""

    def __init__(self, content: bytes) -> None:
        self._content = content
        self._place = 0

    def _repr_pretty_(self, printer: RepresentationPrinter, _: bool) -> None:
        printer.text(f"{len(self._content)} bytes")

    def below(self, limit: int) -> int:
        """Return a number from 0 up to ``limit``, 256 at most, without it."""
        if self._place >= len(self._content):
            return 0
        self._place += 1
        return self._content[self._place - 1] % limit

    def cut(self, length: int) -> Tape:
        """Return a tape of the next bytes, and go on behind them: what is drawn later is then the
        same, however much is read of it."""
        start, self._place = self._place, self._place + length
        return Tape(self._content[start : self._place])

    def one_in(self, number: int) -> bool:
        """Whether something happens that does once in so many times."""
        return self.below(number) == number - 1

    def pick(self, choices: Sequence[T]) -> T:
        """Return one of at most 65,536 things."""
        place = self.below(256) * 256 + self.below(256) if len(choices) > 256 else self.below(256)
        return choices[place % len(choices)]


def tapes() -> st.SearchStrategy[Tape]:
    """Draw a tape."""
    return st.binary(min_size=LENGTH // 2, max_size=LENGTH).map(Tape)
