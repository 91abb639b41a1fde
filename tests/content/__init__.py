"""Checks of what the course in ``modules/`` says and asks."""
