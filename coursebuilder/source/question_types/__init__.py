"""One reader per type of question: each turns a ``Draft`` into a question of the model."""
