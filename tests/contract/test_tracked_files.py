"""The repository names no machine and no registry, and keeps its files readable."""

from __future__ import annotations

import re

import pytest

from tests.contract.repository import tracked_text

# In pieces, so that this file does not hold what it looks for.
MACHINE_PATHS = ("/" + "work/", "/" + "tmp/bash_jobs", "/" + "home/", "/" + "root/")
REGISTRY_ADDRESSES = (
    "files." + "pythonhosted",
    "pypi." + "org",
    "registry." + "npmjs",
    "registry." + "yarnpkg",
    "--index" + "-url",
    "--extra-index" + "-url",
    "--find" + "-links",
    "deb." + "debian.org",
)
LONGEST_SOURCE_LINES = 400
SOURCE = re.compile(r"\.(py|js|mjs|css)$")


@pytest.mark.parametrize("forbidden", MACHINE_PATHS)
def test_no_file_names_a_path_of_a_machine(forbidden):
    # A path segment may end so inside a word ("/network/"): only whole ones count.
    pattern = re.compile(r"(?<![\w.}])" + re.escape(forbidden))
    assert [name for name, text in tracked_text().items() if pattern.search(text)] == []


@pytest.mark.parametrize("forbidden", REGISTRY_ADDRESSES)
def test_no_file_names_a_package_registry(forbidden):
    assert [name for name, text in tracked_text().items() if forbidden in text] == []


def test_source_files_stay_short_enough_to_read():
    lengths = {
        name: text.count("\n")
        for name, text in tracked_text().items()
        if SOURCE.search(name) and "/migrations/" not in name
    }
    assert len(lengths) > 100
    too_long = {name: count for name, count in lengths.items() if count > LONGEST_SOURCE_LINES}
    assert too_long == {}
