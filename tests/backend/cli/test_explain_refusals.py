"""Every code by which a file is refused has a sentence in the terminal."""

from __future__ import annotations

import re

from backend.cli.import_words import explain
from backend.core.errors import Forbidden
from backend.imports.errors import FileRefused


def test_every_refusal_of_a_file_is_explained() -> None:
    for refusal in FileRefused.__subclasses__():
        named = re.findall(r"``(\w+)``", refusal.__doc__ or "")
        sentence = explain(refusal(**dict.fromkeys(named, "SAMPLE")))
        assert sentence.endswith(".")
        assert sentence != explain(FileRefused()), refusal
        assert sentence.count("SAMPLE") == len(named), refusal


def test_a_code_without_a_sentence_is_still_readable() -> None:
    assert explain(FileRefused()) == "file refused."
    assert explain(Forbidden(permission="x")) == "this person may not write contacts."
