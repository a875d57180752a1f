"""An erasure: what goes and stays, its confirmation, the time to think again, its certificate."""
