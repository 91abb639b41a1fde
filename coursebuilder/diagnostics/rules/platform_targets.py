"""Rules CB95x: activities of the platform's own and modules for trainers, where a target has no such thing."""

from coursebuilder.diagnostics.rule import Rule, Severity

PLATFORM_AS_PAGE = Rule(
    code="CB950",
    name="activity-as-page",
    severity=Severity.INFO,
    message=(
        "assignments, forums, forms, polls, links and files are pages of the package "
        "(here: {count}); the trainer gets nothing handed in"
    ),
    hint="use the Moodle package to have learners hand in, write to each other and choose",
    what="Activities such as `type: assignment` or `type: forum` in a package that has a player.",
    why="A package in a player has no trainer's side: it shows what to do and keeps what is typed.",
    example="---\ntype: forum\n---\n# Kennismaking",
    instead="the Moodle package of the same course",
)

TRAINER_LEFT_OUT = Rule(
    code="CB951",
    name="trainer-module-left-out",
    severity=Severity.INFO,
    message='the module "{title}" is for trainers; it is not in the package for learners',
    hint="the Moodle package holds it in a section that learners do not see",
    what="A module with `audience: trainer` in a package for learners.",
    why="Who opens the package is a learner; the guide would be in the way.",
    example="---\ntitle: Voor begeleiders\naudience: trainer\n---",
    instead="the Moodle package of the same course",
)

GLOSSARY_AS_PAGE = Rule(
    code="CB952",
    name="moodle-glossary-as-page",
    severity=Severity.INFO,
    message="in Moodle the glossary is a page with its terms in order",
    hint="moodle: glossary makes it Moodle's own glossary, for who may restore user data",
    what="A `type: glossary` in a course that goes to Moodle.",
    why=(
        "Entries of Moodle's glossary are user data: a restore by an ordinary teacher leaves "
        "them out. A page arrives whole, and links to its terms work."
    ),
    example="---\ntype: glossary\n---\n# Woordenlijst\n\nTaak {#taak}\n: Werk.",
    instead="---\ntype: glossary\nmoodle: glossary\n---\n# Woordenlijst\n\nTaak {#taak}\n: Werk.",
)

GLOSSARY_USER_DATA = Rule(
    code="CB953",
    name="moodle-glossary-user-data",
    severity=Severity.INFO,
    message="Moodle drops the entries of the glossary when who restores may not restore user data",
    hint="let an administrator restore the backup, or take moodle: glossary away",
    what="A `type: glossary` with `moodle: glossary`.",
    why="Entries are user data in Moodle; a plain teacher would find the glossary empty.",
    example="---\ntype: glossary\nmoodle: glossary\n---\n# Woordenlijst\n\nTaak {#taak}\n: Werk.",
    instead="---\ntype: glossary\n---\n# Woordenlijst\n\nTaak {#taak}\n: Werk.",
)

LINK_TO_TRAINERS = Rule(
    code="CB954",
    name="link-to-trainer-module",
    severity=Severity.WARNING,
    message='"{target}" is in a module for trainers, which learners do not have',
    hint="link to it from modules for trainers only",
    what="A link from a module for learners to one with `audience: trainer`.",
    why="In a package for learners the link would lead nowhere; in Moodle students may not follow it.",
    example="Lees [de gids](../09-begeleiding/01-gids.md).",
    instead="Vraag het aan je begeleider.",
)

QUESTION_TO_ASK = Rule(
    code="CB955",
    name="moodle-question-to-ask",
    severity=Severity.INFO,
    message="in Moodle the trainer still has to ask the question of this forum: it arrives empty",
    hint="tell trainers to copy the question from the forum's introduction into a first message",
    what="A forum of `kind: qa` in a course that goes to Moodle.",
    why=(
        "Messages are user data, which a backup of a course without people does not hold, and only "
        "teachers may ask questions in Moodle's question-and-answer forum."
    ),
    example="---\ntype: forum\nkind: qa\n---\n# Vraag van de week",
    instead="---\ntype: forum\nkind: single\n---\n# Vraag van de week",
)
