"""How fast the tool is, against a bare Markdown script in the same run."""
