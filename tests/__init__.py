"""Tests: backend, frontend, contract, browser, bench; fixtures and factories are shared."""
