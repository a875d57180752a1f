"""Sealing and signing: what was changed, too old, or for another purpose is not ours."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from backend.core import clock
from backend.core.secrets import seal, sign, unseal, verify
from backend.core.settings import settings

START = datetime(2026, 3, 1, 12, tzinfo=UTC)


@pytest.fixture(autouse=True)
def own_key(monkeypatch, tmp_path):
    monkeypatch.setenv("CARNET_DATA_DIR", str(tmp_path))
    settings.cache_clear()
    yield
    settings.cache_clear()


def test_what_is_sealed_reads_back_and_does_not_show():
    sealed = seal(b"JBSWY3DPEHPK3PXP")
    assert "JBSWY3DPEHPK3PXP" not in sealed
    assert unseal(sealed) == b"JBSWY3DPEHPK3PXP"


def test_another_key_cannot_unseal(monkeypatch):
    sealed = seal(b"x")
    monkeypatch.setenv("CARNET_SECRET_KEY", "z" * 40)
    settings.cache_clear()
    with pytest.raises(ValueError, match="another key"):
        unseal(sealed)


def test_a_signature_ends_and_holds_for_one_purpose():
    with clock.frozen(START):
        signed = sign("upload", {"contact": 7}, ttl_seconds=60)
        assert verify("upload", signed) == {"contact": 7}
        assert verify("download", signed) is None
    with clock.frozen(START + timedelta(seconds=61)):
        assert verify("upload", signed) is None


@pytest.mark.parametrize("garbage", ["", ".", "a.b", "é.é", "AAAA.AAAA"])
def test_garbage_is_no_signature(garbage):
    assert verify("upload", garbage) is None


def test_a_changed_letter_is_noticed():
    signed = sign("upload", {"contact": 7}, ttl_seconds=60)
    body, _, mark = signed.partition(".")
    assert verify("upload", f"{body[:-2]}AA.{mark}") is None
