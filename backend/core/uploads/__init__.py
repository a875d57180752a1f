"""Files that arrive piece by piece, whatever they are for.

disk       a file on disk that one request at a time adds to
appending  pieces of a body → the end of a file, on the disk before it is said to be
tus        the route: the core of the tus protocol
multipart  one small file of a form
errors     coded refusals
"""
