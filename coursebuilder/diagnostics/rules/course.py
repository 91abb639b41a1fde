"""Rules CB6: the course as a whole."""

from coursebuilder.diagnostics.rule import Rule, Severity

MISSING_LICENCE = Rule(
    code="CB601",
    name="missing-licence",
    severity=Severity.ERROR,
    message="the course has no licence",
    hint="add licence: CC-BY-SA-4.0 (or another SPDX identifier) to course.yml",
    what="A course.yml without a licence.",
    why="Without a licence nobody may reuse, adapt or share the course.",
    example="title: ICT-team",
    instead="title: ICT-team\nlicence: CC-BY-SA-4.0",
)

MISSING_AUTHOR = Rule(
    code="CB602",
    name="missing-author",
    severity=Severity.ERROR,
    message="the course names no author",
    hint="add authors: with at least one name to course.yml",
    what="A course.yml without authors.",
    why="Platforms show who made a course, and licences ask to name the maker.",
    example="title: ICT-team",
    instead="title: ICT-team\nauthors:\n  - name: Het cursusteam",
)

MISSING_LANGUAGE = Rule(
    code="CB603",
    name="missing-language",
    severity=Severity.ERROR,
    message="the course does not say its language",
    hint="add language: nl-BE to course.yml",
    what="A course.yml without a language.",
    why="Screen readers pronounce the text by it, and the player takes its own words from it.",
    example="title: ICT-team",
    instead="title: ICT-team\nlanguage: nl-BE",
)

MALFORMED_LANGUAGE = Rule(
    code="CB604",
    name="malformed-language",
    severity=Severity.ERROR,
    message='"{language}" is not a language tag',
    hint="write a BCP 47 tag: nl, nl-BE, fr-BE, en",
    what="A language that does not have the form of a BCP 47 tag (RFC 5646).",
    why="Browsers and platforms ignore a tag they cannot read.",
    example="language: nl-BE-VL",
    instead="language: nl-BE",
)

UNKNOWN_LICENCE = Rule(
    code="CB605",
    name="unknown-licence",
    severity=Severity.INFO,
    message='the licence "{licence}" is not one that educational platforms know',
    hint="write an SPDX identifier; the nearest is {closest}",
    what="A licence that is not among the SPDX identifiers usual for learning materials.",
    why="Repositories can only filter on, and link to, licences they recognise.",
    example="licence: CC-BY-SA",
    instead="licence: CC-BY-SA-4.0",
)

MISSING_THUMBNAIL = Rule(
    code="CB606",
    name="missing-thumbnail",
    severity=Severity.INFO,
    message="the course has no picture",
    hint="put a picture in the course folder and name it in course.yml: thumbnail: images/course.png",
    what="A course.yml without a thumbnail.",
    why="Platforms and KlasCement show it in their lists; without it the course looks empty.",
    example="title: ICT-team",
    instead="title: ICT-team\nthumbnail: 01-kader/images/taken.svg",
)

VERSION_FORM = Rule(
    code="CB607",
    name="version-form",
    severity=Severity.WARNING,
    message='the version "{version}" is not of the form 1.2.3',
    hint="write three numbers: 1.0.0; raise the last for corrections, the first for another course",
    what="A version that is not a semantic version.",
    why="Trainers must see which of two packages is the newer one.",
    example="version: lente 2026",
    instead="version: 1.0.0",
)

EMPTY_MODULE = Rule(
    code="CB609",
    name="module-without-activities",
    severity=Severity.WARNING,
    message="the module {title} has no pages, quizzes or self-scans",
    hint="add a page, or let the folder's name start with _ to leave it out",
    what="A module with nothing but its module.md.",
    why="Learners open it and find nothing to do.",
    example="# 02-jobprofiel/ holds module.md only",
    instead="# 02-jobprofiel/ holds module.md and 01-taken.md",
)

DUPLICATE_TITLE = Rule(
    code="CB610",
    name="duplicate-title",
    severity=Severity.WARNING,
    message='the title "{title}" is used before in this module, in {first}',
    hint="give each activity its own title",
    what="Two activities of one module with the same title.",
    why="In a menu learners cannot tell them apart.",
    example="# Het project\n\nTekst.",
    instead="# De voorgeschiedenis van het project\n\nTekst.",
)

LARGE_MEDIA = Rule(
    code="CB620",
    name="large-file",
    severity=Severity.WARNING,
    message="the file is {size} MB large",
    hint="compress it to less than {limit} MB, or link to where it is streamed",
    what="A file of more than 10 MB.",
    why="Platforms limit uploads, and learners on a phone pay for each megabyte.",
    example="# media/les.mp4 is 80 MB large",
    instead="# media/les.mp4 in 720p is 8 MB large",
)

LARGE_IMAGE = Rule(
    code="CB621",
    name="large-picture",
    severity=Severity.WARNING,
    message="the picture is {size} MB large",
    hint="scale it to at most 1600 pixels wide, or save it as JPEG, WebP or SVG",
    what="A picture of more than 1 MB.",
    why="A page with such pictures opens slowly on a school network.",
    example="# images/foto.png is 6 MB large",
    instead="# images/foto.jpg, 1600 pixels wide, is 0.3 MB large",
)

LARGE_COURSE = Rule(
    code="CB622",
    name="large-course",
    severity=Severity.WARNING,
    message="the files of the course are {size} MB large together",
    hint="compress the largest: {largest}",
    what="A course whose files take more than 100 MB.",
    why="Many platforms refuse uploads above 50 or 100 MB.",
    example="# twelve videos of 10 MB",
    instead="# twelve videos of 5 MB",
)

UNSUPPORTED_MEDIA = Rule(
    code="CB623",
    name="unsupported-media",
    severity=Severity.ERROR,
    message="browsers do not show {target}",
    hint="save pictures as SVG, PNG, JPEG or WebP, video as MP4, sound as MP3, captions as WebVTT",
    what="A picture, video, sound or caption file of a kind that browsers do not show.",
    why="It may open on your computer, yet learners see an empty frame.",
    example="::: audio Interview {src=media/gesprek.wma}\nHet team vertelt.\n:::",
    instead="::: audio Interview {src=media/gesprek.mp3}\nHet team vertelt.\n:::",
)

PLACEHOLDER = Rule(
    code="CB630",
    name="placeholder-text",
    severity=Severity.WARNING,
    message='the text still says "{words}"',
    hint="finish the text or take the mark away",
    what="TODO, FIXME, TBD, XXX or lorem ipsum in a text that learners see.",
    why="Learners lose trust in a course that is visibly unfinished.",
    example="Het project liep drie jaar. TODO bron zoeken.",
    instead="Het project liep drie jaar.",
)

LONG_PAGE = Rule(
    code="CB631",
    name="very-long-page",
    severity=Severity.INFO,
    message="the page has {words} words",
    hint="divide it into pages of at most {limit} words",
    what="A page of more than 2,500 words.",
    why="Between two lessons there is time for ten minutes: progress counts by page.",
    example="# a page of 4,000 words",
    instead="# three pages of 1,300 words",
)

UNUSED_SUPPRESSION = Rule(
    code="CB640",
    name="unused-suppression",
    severity=Severity.WARNING,
    message="nothing is left to suppress here: {code} is not found any more",
    hint="remove the entry from suppress: in course.yml",
    what="An entry of suppress: that no finding answers to.",
    why="It could hide the next finding, which nobody has looked at.",
    example="suppress:\n  - code: CB630\n    reason: Er staat nog een TODO.",
    instead="suppress: []",
)

SUPPRESSED_ERROR = Rule(
    code="CB641",
    name="suppressed-error",
    severity=Severity.WARNING,
    message="{code} is an error and cannot be suppressed",
    hint="mend what it reports; only warnings and information can be accepted",
    what="An entry of suppress: for a rule whose findings are errors.",
    why="With an error left a package would be broken.",
    example="suppress:\n  - code: CB304\n    reason: De foto komt later.",
    instead="suppress: []",
)

UNKNOWN_SUPPRESSION = Rule(
    code="CB642",
    name="unknown-suppressed-code",
    severity=Severity.WARNING,
    message="there is no rule {code}",
    hint="write the code as the finding shows it, such as {closest}",
    what="An entry of suppress: for a rule that does not exist.",
    why="It hides nothing: the finding you meant is still reported.",
    example="suppress:\n  - code: CB599\n    reason: De maker is onbekend.",
    instead="suppress: []",
)
