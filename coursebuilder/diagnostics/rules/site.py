"""Rules CB94x: what a website cannot carry, or shows in another way."""

from coursebuilder.diagnostics.rule import Rule, Severity

NO_ADDRESS = Rule(
    code="CB940",
    name="site-no-address",
    severity=Severity.INFO,
    message="the address of the website is not given, so search engines get no site map",
    hint="set site: url: in course.yml to where the site will stand",
    what="A course built as a website without `site.url`.",
    why=(
        "Full addresses are needed for the site map, for the canonical link of each page and for the "
        "picture of a shared link. The site itself works without."
    ),
    example="title: De ICT-coördinator",
    instead="title: De ICT-coördinator\nsite:\n  url: https://www.example.org/ict-team/",
)

QUIZ_IN_BROWSER = Rule(
    code="CB941",
    name="site-quiz-in-browser",
    severity=Severity.INFO,
    message="quizzes are practice on a website: results stay in the learner's browser (here: {count})",
    hint="use a SCORM or Moodle package where a trainer has to see results",
    what="Quizzes in a course that becomes a website.",
    why="A website has no gradebook; answers and solutions are in the pages themselves.",
    example="type: quiz",
    instead="the Moodle package of the same course",
)

PREREQUISITES_SHOWN = Rule(
    code="CB942",
    name="site-prerequisites-shown",
    severity=Severity.INFO,
    message="prerequisites are shown, not enforced, on a website (modules with prerequisites: {count})",
    hint="use the Moodle or the SCORM 2004 package where a module has to stay closed",
    what="Prerequisites between modules of a course that becomes a website.",
    why="Whoever has the address of a page can open it.",
    example="prerequisites: [kader]",
    instead="the SCORM 2004 package of the same course",
)

MEDIA_ONLINE = Rule(
    code="CB943",
    name="site-media-online",
    severity=Severity.INFO,
    message="sound and video need a network; all the rest of the website works without (here: {count})",
    hint="give each a transcript, which is kept",
    what="Sound and video files in a course that becomes a website.",
    why="They are too large to fetch unasked onto the device of every visitor.",
    example="::: video De taken {src=media/taken.mp4}\n:::",
    instead="::: video De taken {src=media/taken.mp4}\nDe tekst van de film.\n:::",
)
