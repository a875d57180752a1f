"""Looking at a site from outside, politely and without being led astray.

outcome    what a check can find
addresses  names resolved, and addresses that must not be reached refused
requests   one request to one checked address: its certificate, its status, where it leads
checker    a whole check: redirects followed, each looked at as the first
"""
