"""``coursebuilder preview``: the course in a browser, rebuilt when a file is saved, with an LMS to try it in."""
