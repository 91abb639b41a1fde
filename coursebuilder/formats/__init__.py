"""Vocabularies of standards: element builders that know a standard and nothing of courses."""
