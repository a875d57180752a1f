"""Signing in: e-mail and password, then a code when the person has a second factor."""
