"""`make bench`: what the product costs, measured on a running server on loopback.

__main__     which parts to run, and RESULTS.md
books        databases of 1,000 to 1,000,000 contacts, made once and kept in .bench/
server       the product and the bare route as processes of their own
load         an HTTP client that costs little, and percentiles
throughput   a. requests per second against a bare route
reads        b. lists, searches and sorts as the book grows
pixel        c. from a change in one session to the pixel in another
window       d. bytes and milliseconds of what a person does
intake       e. importing 100,000 rows
outtake      f. exporting 100,000 contacts
billing      m. billing; builder_keys: typing in Chromium; killed_issuers: processes that are killed
"""
