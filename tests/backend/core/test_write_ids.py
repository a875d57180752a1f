"""Global ids that plans write out are those that rows answer, whatever their column holds."""

from __future__ import annotations

from binascii import b2a_base64
from types import SimpleNamespace
from typing import Any

import pytest

from backend.core.ids import GlobalId, encode_id

ID = GlobalId("Member", "key")


@pytest.mark.parametrize("key", [1, 2**63 - 1, 0, -1, 1.5, True, None, "text", b"x", [1]])
def test_an_id_is_written_as_it_is_answered(key: Any):
    names = {"b2a_base64": b2a_base64, "encode_id": encode_id, "v": key}
    assert eval(ID.written("v"), names) == ID.__get__(SimpleNamespace(key=key), object)
