"""Rules CB5: what keeps learners with a disability, or in a hurry, from using the course."""

from coursebuilder.diagnostics.rule import Rule, Severity

HEADING_JUMP = Rule(
    code="CB501",
    name="heading-jump",
    severity=Severity.ERROR,
    message="a heading of level {level} follows one of level {previous}",
    hint="make it level {expected}; choose levels by structure, not by size",
    what="A heading that skips a level.",
    why="Screen readers move through a page by heading levels; a gap looks like a missing part.",
    example="## Doel\n\nTekst.\n\n#### Aanpak\n\nTekst.",
    instead="## Doel\n\nTekst.\n\n### Aanpak\n\nTekst.",
)

SECOND_TITLE = Rule(
    code="CB502",
    name="second-title",
    severity=Severity.ERROR,
    message="the page has more than one heading of level 1",
    hint="start the headings in the text with ##",
    what="A second # heading in a page.",
    why="A page has one title; assistive technology and platforms build their contents on it.",
    example="# Van Digisprong naar nu\n\nTekst.\n\n# Het project\n\nTekst.",
    instead="# Van Digisprong naar nu\n\nTekst.\n\n## Het project\n\nTekst.",
)

EMPTY_HEADING = Rule(
    code="CB503",
    name="empty-heading",
    severity=Severity.ERROR,
    message="the heading has no text",
    hint="write the heading or remove the # signs",
    what="A heading without text.",
    why="It stands as an empty line in a screen reader's list of headings.",
    example="## Doel\n\nTekst.\n\n## {#leeg}\n\nTekst.",
    instead="## Doel\n\nTekst.\n\n## Aanpak {#leeg}\n\nTekst.",
)

VAGUE_LINK = Rule(
    code="CB505",
    name="vague-link-text",
    severity=Severity.WARNING,
    message='the link text "{text}" does not say where it leads',
    hint="name the page or file: Lees [het projectverslag](…)",
    what="Link texts such as 'here', 'read more', 'klik hier', 'en savoir plus' or 'hier'.",
    why="Screen reader users go through a list of links, without the sentence around them.",
    example="Het verslag lees je [hier](02-het-project.md).",
    instead="Lees [het verslag van het project](02-het-project.md).",
)

BARE_URL = Rule(
    code="CB506",
    name="bare-url",
    severity=Severity.WARNING,
    message="the link text is a web address",
    hint="describe where the link leads, and put the address between the parentheses",
    what="A link that shows its address instead of a description.",
    why="A screen reader spells it out; in print and on a phone it is unreadable.",
    example="Zie [https://example.org/ict](https://example.org/ict).",
    instead="Zie [de ICT-pagina](https://example.org/ict).",
)

NO_LINK_TEXT = Rule(
    code="CB507",
    name="link-without-text",
    severity=Severity.ERROR,
    message="the link has no text",
    hint="write between the brackets where it leads",
    what="A link without text or a picture with alternative text in it.",
    why="A screen reader can only say 'link'.",
    example="Zie [](02-het-project.md).",
    instead="Zie [het project](02-het-project.md).",
)

TABLE_WITHOUT_HEADER = Rule(
    code="CB508",
    name="table-without-header",
    severity=Severity.WARNING,
    message="the table has no header row",
    hint="name the columns in the first row (or use <th> in an HTML table)",
    what="A table whose first row is empty, or an HTML table without th cells.",
    why="Screen readers repeat the header with each cell; without it a table is a heap of words.",
    example="|  |  |\n| --- | --- |\n| technisch | 12 uur |",
    instead="| taak | tijd |\n| --- | --- |\n| technisch | 12 uur |",
)

MISSING_ALT = Rule(
    code="CB510",
    name="missing-alt",
    severity=Severity.ERROR,
    message="the picture {target} has no alternative text",
    hint="say what it shows: ![what it shows](…); a picture for show only gets {{.decorative}}",
    what="A picture without alternative text that is not marked as decorative.",
    why="Who cannot see the picture misses what it tells.",
    example="![](images/taken.svg)",
    instead="![](images/taken.svg){.decorative}",
)

ALT_IS_FILE_NAME = Rule(
    code="CB511",
    name="alt-is-file-name",
    severity=Severity.WARNING,
    message='the alternative text "{alt}" is a file name',
    hint="say what the picture shows",
    what="Alternative text that names the file.",
    why="'IMG underscore 4031 dot jpg' tells a blind learner nothing.",
    example="![taken.svg](images/taken.svg)",
    instead="![Vier groepen van taken rond de school](images/taken.svg)",
)

NO_CREDIT = Rule(
    code="CB512",
    name="figure-without-credit",
    severity=Severity.WARNING,
    message="the figure {target} does not say who made it",
    hint='add credit="maker, licence" to the figure',
    what="A figure without a credit.",
    why="Most licences ask for it, and who reuses the course must know what is allowed.",
    example="::: figure\n![Vier groepen van taken](images/taken.svg)\n:::",
    instead=(
        '::: figure {credit="Eigen werk, CC BY-SA 4.0"}\n'
        "![Vier groepen van taken](images/taken.svg)\n:::"
    ),
)

ALT_SAYS_PICTURE = Rule(
    code="CB513",
    name="alt-says-picture",
    severity=Severity.WARNING,
    message='the alternative text begins with "{words}"',
    hint="leave those words out: a screen reader says already that it is a picture",
    what="Alternative text that starts with 'image of', 'afbeelding van' or 'foto van'.",
    why="A blind learner hears 'image, image of…' for every picture.",
    example="![Afbeelding van vier groepen van taken](images/taken.svg)",
    instead="![Vier groepen van taken](images/taken.svg)",
)

LONG_ALT = Rule(
    code="CB514",
    name="long-alt",
    severity=Severity.INFO,
    message="the alternative text has {length} characters",
    hint="say it in one sentence, and put the rest into ::: description in a figure",
    what="Alternative text of more than 250 characters.",
    why="A screen reader reads it in one go: no pause, no going back.",
    example="![" + "Vier groepen van taken rond de school. " * 7 + "](images/taken.svg)",
    instead="![Vier groepen van taken rond de school](images/taken.svg)",
)

DECORATIVE_WITH_ALT = Rule(
    code="CB515",
    name="decorative-with-alt",
    severity=Severity.WARNING,
    message="the picture {target} is marked decorative, but has alternative text",
    hint="remove {{.decorative}}, or leave the alternative text out",
    what="A picture that is marked as decorative and described at the same time.",
    why="Decorative pictures are hidden from screen readers: the description would be lost.",
    example="![Vier groepen](images/taken.svg){.decorative}",
    instead="![Vier groepen](images/taken.svg)",
)

VIDEO_WITHOUT_CAPTIONS = Rule(
    code="CB520",
    name="video-without-captions",
    severity=Severity.ERROR,
    message="the video {target} has no captions",
    hint="add a WebVTT file: captions=media/x.vtt lang=nl",
    what="A video without a caption file.",
    why="Deaf learners, and everybody in a noisy staff room, miss what is said.",
    example="::: video Taken {src=media/taken.mp4}\nWe zien vier groepen.\n:::",
    instead=(
        "::: video Taken {src=media/taken.mp4 captions=media/taken.vtt lang=nl}\n"
        "We zien vier groepen.\n:::"
    ),
)

NO_TRANSCRIPT = Rule(
    code="CB521",
    name="media-without-transcript",
    severity=Severity.WARNING,
    message="{target} has no transcript",
    hint="write what is said and shown between ::: and :::",
    what="A video or sound without its text.",
    why="Who cannot hear or see it, or has no sound at hand, reads the transcript.",
    example="::: audio Interview {src=media/gesprek.mp3}\n:::",
    instead="::: audio Interview {src=media/gesprek.mp3}\nHet team vertelt.\n:::",
)

CAPTIONS_WITHOUT_LANGUAGE = Rule(
    code="CB522",
    name="captions-without-language",
    severity=Severity.ERROR,
    message="the captions {target} do not say their language",
    hint="add lang=nl (or the language of the captions)",
    what="Captions without a language.",
    why="A browser offers captions by language, and screen readers need it to pronounce them.",
    example=(
        "::: video Taken {src=media/taken.mp4 captions=media/taken.vtt}\nWe zien vier groepen.\n:::"
    ),
    instead=(
        "::: video Taken {src=media/taken.mp4 captions=media/taken.vtt lang=nl}\n"
        "We zien vier groepen.\n:::"
    ),
)

ACCENT_TOO_LIGHT = Rule(
    code="CB530",
    name="accent-too-light",
    severity=Severity.ERROR,
    message="the accent {colour} comes to a contrast of {ratio}:1 in the light scheme; text needs 4.5:1",
    hint="write accent: '{suggestion}', the nearest that can be read, or a darker one",
    what="A `theme: accent:` in which links and buttons cannot be read on a light background.",
    why=(
        "Links stand in this colour on the page and in coloured notes, and the words of a button on it. "
        "WCAG 2.2 (1.4.3, level AA) asks 4.5:1 of text; the weakest of these places counts."
    ),
    example="theme:\n  accent: '#4da3d4'",
    instead="theme:\n  accent: '#0b5c8a'",
)

ACCENT_TOO_DARK = Rule(
    code="CB531",
    name="accent-too-dark",
    severity=Severity.ERROR,
    message="the accent {colour} comes to a contrast of {ratio}:1 in the dark scheme; text needs 4.5:1",
    hint="write accent_dark: '{suggestion}', the nearest that can be read, or leave accent_dark out",
    what="A `theme: accent_dark:` in which links and buttons cannot be read on a dark background.",
    why=(
        "Who reads in the dark scheme sees links in this colour on nearly black. WCAG 2.2 (1.4.3, level "
        "AA) asks 4.5:1 of text. Left out, a colour that can be read is made from `accent`."
    ),
    example="theme:\n  accent: '#0b5c8a'\n  accent_dark: '#0b5c8a'",
    instead="theme:\n  accent: '#0b5c8a'\n  accent_dark: '#7cc4ee'",
)
