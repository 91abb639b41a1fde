"""Files to take away that are made while building from a text file in the course."""

from coursebuilder.downloads.making import make_downloads

__all__ = ["make_downloads"]
