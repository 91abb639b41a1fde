"""Garbage in, a clear answer out."""
