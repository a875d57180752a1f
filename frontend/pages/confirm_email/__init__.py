"""Confirming another e-mail address, by the link of a letter."""
