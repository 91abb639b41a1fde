"""coursebuilder: Markdown learning modules in, packages for learning platforms out."""

__version__ = "0.1.0"
