"""What helps an author between an empty folder and a course: new parts, tidy sources, figures."""
