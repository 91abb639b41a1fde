"""Questions in the form of Moodle's question bank, one function per question type."""
