"""Reading: Markdown files and YAML become the frozen model, with a place for every finding."""
