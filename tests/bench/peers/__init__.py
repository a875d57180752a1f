"""The servers that Carnet's reads are measured against, each answering the same four questions."""
