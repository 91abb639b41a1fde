"""Rules CB436-CB449: situations, their scenes and where their choices lead."""

from coursebuilder.diagnostics.rule import Rule, Severity

NO_ENDING = Rule(
    code="CB436",
    name="no-ending",
    severity=Severity.ERROR,
    message="no scene is an ending",
    hint="mark the scenes where it ends: ## It is solved {{#solved ending=good}}",
    what="A situation in which no scene has `ending=`.",
    why="It would be complete for nobody: reaching an ending is what completes it.",
    example=(
        "---\ntype: situation\n---\n# Een telefoontje\n\n## De vraag {#vraag}\n\n"
        "Een ouder belt.\n\n- [Je luistert](#antwoord)\n\n## Het antwoord {#antwoord}\n\n"
        "Je legt het uit.\n\n- [Je begint opnieuw](#vraag)"
    ),
    instead=(
        "---\ntype: situation\n---\n# Een telefoontje\n\n## De vraag {#vraag}\n\n"
        "Een ouder belt.\n\n- [Je luistert](#antwoord)\n\n"
        "## Het antwoord {#antwoord ending=good}\n\nJe legt het uit."
    ),
)

SAME_CHOICE = Rule(
    code="CB437",
    name="same-choice-twice",
    severity=Severity.ERROR,
    message='the choice "{label}" stands twice in this scene',
    hint="take one away, or say what makes them differ",
    what="Two choices of one scene with the same words.",
    why="A learner cannot tell which of the two leads where.",
    example=(
        "---\ntype: situation\n---\n# Een telefoontje\n\n## De vraag {#vraag}\n\n"
        "Een ouder belt.\n\n- [Je luistert](#goed)\n- [Je luistert](#slecht)\n\n"
        "## Goed {#goed ending=good}\n\nOpgelost.\n\n## Slecht {#slecht ending=poor}\n\n"
        "De ouder is boos."
    ),
    instead=(
        "---\ntype: situation\n---\n# Een telefoontje\n\n## De vraag {#vraag}\n\n"
        "Een ouder belt.\n\n- [Je luistert](#goed)\n- [Je legt af](#slecht)\n\n"
        "## Goed {#goed ending=good}\n\nOpgelost.\n\n## Slecht {#slecht ending=poor}\n\n"
        "De ouder is boos."
    ),
)

SCENE_WITHOUT_ID = Rule(
    code="CB440",
    name="scene-without-id",
    severity=Severity.ERROR,
    message="this scene has no id",
    hint=(
        "write {{#{suggestion}}} at the end of the line, or another id of small letters, digits "
        "and hyphens"
    ),
    what="A scene of a situation without `{#id}`.",
    why="Choices name the scene they lead to by it, also after its title changes.",
    example=(
        "---\ntype: situation\n---\n# Een telefoontje\n\n## De vraag\n\nEen ouder belt.\n\n"
        "- [Je luistert](#einde)\n\n## Einde {#einde ending=good}\n\nHet is opgelost."
    ),
    instead=(
        "---\ntype: situation\n---\n# Een telefoontje\n\n## De vraag {#vraag}\n\n"
        "Een ouder belt.\n\n- [Je luistert](#einde)\n\n## Einde {#einde ending=good}\n\n"
        "Het is opgelost."
    ),
)

SCENE_WITHOUT_TITLE = Rule(
    code="CB441",
    name="scene-without-title",
    severity=Severity.ERROR,
    message="this scene has no title",
    hint="write a few words behind ##",
    what="A scene whose heading has no words.",
    why="The title is the heading a learner reads, and what a screen reader says first.",
    example=(
        "---\ntype: situation\n---\n# Een telefoontje\n\n## {#vraag}\n\nEen ouder belt.\n\n"
        "- [Je luistert](#einde)\n\n## Einde {#einde ending=good}\n\nHet is opgelost."
    ),
    instead=(
        "---\ntype: situation\n---\n# Een telefoontje\n\n## De vraag {#vraag}\n\n"
        "Een ouder belt.\n\n- [Je luistert](#einde)\n\n## Einde {#einde ending=good}\n\n"
        "Het is opgelost."
    ),
)

SCENE_WITHOUT_TEXT = Rule(
    code="CB442",
    name="scene-without-text",
    severity=Severity.ERROR,
    message="nothing happens in this scene",
    hint="write below the heading what happens, before the choices",
    what="A scene without text between its heading and its choices.",
    why="A learner would have to choose without knowing what the choice is about.",
    example=(
        "---\ntype: situation\n---\n# Een telefoontje\n\n## De vraag {#vraag}\n\n"
        "- [Je luistert](#einde)\n\n## Einde {#einde ending=good}\n\nHet is opgelost."
    ),
    instead=(
        "---\ntype: situation\n---\n# Een telefoontje\n\n## De vraag {#vraag}\n\n"
        "Een ouder belt.\n\n- [Je luistert](#einde)\n\n## Einde {#einde ending=good}\n\n"
        "Het is opgelost."
    ),
)

DEAD_END = Rule(
    code="CB443",
    name="dead-end",
    severity=Severity.ERROR,
    message="the scene has no choices and is no ending",
    hint="add lines - [What you do](#scene), or ending=good, fair or poor behind its id",
    what="A scene that goes nowhere and does not say that it ends there.",
    why=(
        "Either a choice was forgotten or mistyped, or nobody would know that the end is reached."
    ),
    example=(
        "---\ntype: situation\n---\n# Een telefoontje\n\n## De vraag {#vraag}\n\n"
        "Een ouder belt.\n\n- [Je luistert](#einde)\n- [Je wacht](#wacht)\n\n"
        "## Einde {#einde ending=good}\n\nHet is opgelost.\n\n## Wachten {#wacht}\n\n"
        "De ouder haakt af."
    ),
    instead=(
        "---\ntype: situation\n---\n# Een telefoontje\n\n## De vraag {#vraag}\n\n"
        "Een ouder belt.\n\n- [Je luistert](#einde)\n- [Je wacht](#wacht)\n\n"
        "## Einde {#einde ending=good}\n\nHet is opgelost.\n\n"
        "## Wachten {#wacht ending=poor}\n\nDe ouder haakt af."
    ),
)

CHOICE_AFTER_ENDING = Rule(
    code="CB444",
    name="choice-after-ending",
    severity=Severity.ERROR,
    message="the scene is an ending, yet has choices",
    hint="take ending= away, or the choices",
    what="A scene with `ending=` and with choices.",
    why=("Reaching an ending completes the situation; what comes after it would be read by few."),
    example=(
        "---\ntype: situation\n---\n# Een telefoontje\n\n## De vraag {#vraag}\n\n"
        "Een ouder belt.\n\n- [Je luistert](#einde)\n\n## Einde {#einde ending=good}\n\n"
        "Het is opgelost.\n\n- [Je belt terug](#vraag)"
    ),
    instead=(
        "---\ntype: situation\n---\n# Een telefoontje\n\n## De vraag {#vraag}\n\n"
        "Een ouder belt.\n\n- [Je luistert](#einde)\n\n## Einde {#einde ending=good}\n\n"
        "Het is opgelost."
    ),
)

STRAY_SCENE_TEXT = Rule(
    code="CB445",
    name="stray-scene-text",
    severity=Severity.ERROR,
    message="this text stands behind the choices",
    hint="put it above the choices; what comes of a choice is a quote > indented under it",
    what=("Text after the first choice of a scene that is neither a choice nor a quote under one."),
    why="The choices come last: text behind them would be lost.",
    example=(
        "---\ntype: situation\n---\n# Een telefoontje\n\n## De vraag {#vraag}\n\n"
        "Een ouder belt.\n\n- [Je luistert](#einde)\n\nDe ouder wacht.\n\n"
        "## Einde {#einde ending=good}\n\nHet is opgelost."
    ),
    instead=(
        "---\ntype: situation\n---\n# Een telefoontje\n\n## De vraag {#vraag}\n\n"
        "Een ouder belt.\n\n- [Je luistert](#einde)\n  > De ouder wordt rustig.\n\n"
        "## Einde {#einde ending=good}\n\nHet is opgelost."
    ),
)

UNKNOWN_SCENE = Rule(
    code="CB446",
    name="unknown-scene",
    severity=Severity.ERROR,
    message='there is no scene "{target}" in this situation',
    hint="scenes with ids like it: {near}",
    what="A choice that leads to an id no scene of the file has.",
    why="The choice would lead nowhere.",
    example=(
        "---\ntype: situation\n---\n# Een telefoontje\n\n## De vraag {#vraag}\n\n"
        "Een ouder belt.\n\n- [Je luistert](#eind)\n\n## Einde {#einde ending=good}\n\n"
        "Het is opgelost."
    ),
    instead=(
        "---\ntype: situation\n---\n# Een telefoontje\n\n## De vraag {#vraag}\n\n"
        "Een ouder belt.\n\n- [Je luistert](#einde)\n\n## Einde {#einde ending=good}\n\n"
        "Het is opgelost."
    ),
)

UNREACHABLE_SCENE = Rule(
    code="CB447",
    name="unreachable-scene",
    severity=Severity.WARNING,
    message='no choice leads to the scene "{title}"',
    hint="let a choice lead to it, or take the scene away",
    what="A scene that cannot be reached from the first one.",
    why="No learner would ever read it.",
    example=(
        "---\ntype: situation\n---\n# Een telefoontje\n\n## De vraag {#vraag}\n\n"
        "Een ouder belt.\n\n- [Je luistert](#einde)\n\n## Einde {#einde ending=good}\n\n"
        "Het is opgelost.\n\n## Boos {#boos ending=poor}\n\nDe ouder is boos."
    ),
    instead=(
        "---\ntype: situation\n---\n# Een telefoontje\n\n## De vraag {#vraag}\n\n"
        "Een ouder belt.\n\n- [Je luistert](#einde)\n- [Je legt af](#boos)\n\n"
        "## Einde {#einde ending=good}\n\nHet is opgelost.\n\n"
        "## Boos {#boos ending=poor}\n\nDe ouder is boos."
    ),
)

ENDLESS_SCENE = Rule(
    code="CB448",
    name="endless-scene",
    severity=Severity.ERROR,
    message='from the scene "{title}" no ending can be reached',
    hint="let one of its choices lead on to an ending",
    what="A scene from which every way goes round in circles.",
    why="A learner who gets there can never complete the situation.",
    example=(
        "---\ntype: situation\n---\n# Een telefoontje\n\n## De vraag {#vraag}\n\n"
        "Een ouder belt.\n\n- [Je luistert](#einde)\n- [Je wacht](#wacht)\n\n"
        "## Einde {#einde ending=good}\n\nHet is opgelost.\n\n## Wachten {#wacht}\n\n"
        "Je wacht.\n\n- [Je wacht nog even](#wacht)"
    ),
    instead=(
        "---\ntype: situation\n---\n# Een telefoontje\n\n## De vraag {#vraag}\n\n"
        "Een ouder belt.\n\n- [Je luistert](#einde)\n- [Je wacht](#wacht)\n\n"
        "## Einde {#einde ending=good}\n\nHet is opgelost.\n\n## Wachten {#wacht}\n\n"
        "Je wacht.\n\n- [Je neemt toch op](#einde)"
    ),
)

TOO_FEW_SCENES = Rule(
    code="CB449",
    name="too-few-scenes",
    severity=Severity.ERROR,
    message="there is nothing to choose: the situation has {count} scenes",
    hint=(
        "write at least two scenes as ## headings, with a choice - [What you do](#scene) "
        "between them"
    ),
    what="A situation with fewer than two scenes.",
    why="Without a choice it is a page; write it as one.",
    example="---\ntype: situation\n---\n# Een telefoontje\n\nEen ouder belt.",
    instead=(
        "---\ntype: situation\n---\n# Een telefoontje\n\n## De vraag {#vraag}\n\n"
        "Een ouder belt.\n\n- [Je luistert](#einde)\n\n## Einde {#einde ending=good}\n\n"
        "Het is opgelost."
    ),
)
