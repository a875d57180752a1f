"""Every letter has its words in every language."""

from __future__ import annotations

import re
from pathlib import Path
from string import Formatter

import pytest
from babel.messages.extract import extract_from_file

from backend import campaigns
from backend.accounts import letters
from backend.campaigns import reader_http
from backend.core.locale import LOCALES, catalog, translate
from tests.backend.billing.rendering.words import words
from tests.backend.privacy.words import privacy_words, spoken

OTHERS = [locale for locale in LOCALES if locale != "en"]


def messages() -> list[str]:
    """Return all English texts that letters and public pages are made of."""
    backend = Path(letters.__file__).parent.parent
    return [
        str(message)
        for source in sorted(backend.glob("*/*/*.py")) + sorted(backend.glob("*/*.py"))
        if "translate(" in source.read_text(encoding="utf-8")
        for _, message, _, _ in extract_from_file(
            "python", str(source), keywords={"translate": (2,)}
        )
    ]


def fields(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name is not None}


def test_the_texts_are_found() -> None:
    assert len(messages()) >= 10


@pytest.mark.parametrize("locale", OTHERS)
def test_every_text_is_translated_with_its_parameters(locale: str) -> None:
    for message in messages():
        translated = catalog(locale).gettext(message)
        assert translated != message, f"{locale}: {message}"
        assert fields(translated) == fields(message), f"{locale}: {message}"


@pytest.mark.parametrize("locale", OTHERS)
def test_no_text_is_kept_that_nobody_writes(locale: str) -> None:
    file = Path(letters.__file__).parent.parent / "locale" / f"{locale}.po"
    kept = set(re.findall(r'^msgid "(.+)"$', file.read_text(), re.MULTILINE))
    said = set(messages()) | words() | privacy_words() | spoken(campaigns.__path__[0])
    said |= set(reader_http.PROBLEMS.values())
    assert {each.replace("\\n", "\n") for each in kept} == said


def test_values_are_not_formats() -> None:
    text = translate("fr", "Hello {name},", name="{inviter} {0}")
    assert text == "Bonjour {inviter} {0},"
