"""A forgotten password: asking for the letter with the link."""
