"""Rules CB3: what the files of a course say of each other."""

from coursebuilder.diagnostics.rule import Rule, Severity

BROKEN_PAGE_LINK = Rule(
    code="CB301",
    name="broken-page-link",
    severity=Severity.ERROR,
    message="there is no page {target}",
    hint="correct the name, seen from this file; the nearest page is {closest}",
    what="A link to a Markdown file that is not a page, quiz, self-scan or module of the course.",
    why="A learner who follows it lands on an error page, on every platform.",
    example="Lees verder in [het project](02-het-projekt.md).",
    instead="Lees verder in [het project](02-het-project.md).",
)

BROKEN_ANCHOR = Rule(
    code="CB302",
    name="broken-anchor",
    severity=Severity.ERROR,
    message="{page} has no place #{anchor}",
    hint="put {{#{anchor}}} behind the heading that is meant, or link to a place that is there: {anchors}",
    what="A link to a place in a page that no heading, question or block of that page names.",
    why="The page opens at its top, and the learner has to search for what the link promised.",
    example="Zie [het doel](02-het-project.md#doelen).",
    instead="Zie [het doel](02-het-project.md#doel).",
)

MISSING_FILE = Rule(
    code="CB303",
    name="missing-file",
    severity=Severity.ERROR,
    message="the file {target} does not exist",
    hint="put the file there or correct the name, seen from the file that links; names like it: {near}",
    what="A download, video, sound, caption file or other linked file that is not in the course.",
    why="The package would offer a download that ends in an error.",
    example="Vul de [agenda](files/agend.txt) in.",
    instead="Vul de [agenda](files/agenda.txt) in.",
)

MISSING_IMAGE = Rule(
    code="CB304",
    name="missing-image",
    severity=Severity.ERROR,
    message="the picture {target} does not exist",
    hint="put the picture there or correct the name, seen from the file that shows it; names like it: {near}",
    what="A picture that is not in the course folder.",
    why="Learners see a broken picture, and a platform may refuse the package.",
    example="![Vier groepen van taken](images/taak.svg)",
    instead="![Vier groepen van taken](images/taken.svg)",
)

LINK_LEAVES_COURSE = Rule(
    code="CB305",
    name="link-leaves-course",
    severity=Severity.ERROR,
    message="{target} lies outside the course folder",
    hint="copy the file into the course folder and link to the copy",
    what="A path with so many ../ that it leaves the course folder.",
    why="Only the course folder goes into the package: the file would exist on your computer only.",
    example="Zie [het beleidsplan](../../beleidsplan.pdf).",
    instead="Zie [de agenda](files/agenda.txt).",
)

ABSOLUTE_PATH = Rule(
    code="CB306",
    name="absolute-path",
    severity=Severity.ERROR,
    message="{target} is an absolute path",
    hint="write the path from the file that links: images/x.svg or ../02-module/01-page.md",
    what="A link that starts with / or with a drive letter, or that begins with file:.",
    why="It points at the root of the platform's server or at your own disk, not into the course.",
    example="![Vier groepen van taken](/images/taken.svg)",
    instead="![Vier groepen van taken](images/taken.svg)",
)

PATH_CASE = Rule(
    code="CB307",
    name="path-case-mismatch",
    severity=Severity.ERROR,
    message="{target} is called {actual}: capitals count",
    hint="write {actual}, exactly as the file is called",
    what="A path that is right but for upper and lower case.",
    why="Windows and macOS forgive it; the servers of learning platforms do not.",
    example="![Vier groepen van taken](images/Taken.svg)",
    instead="![Vier groepen van taken](images/taken.svg)",
)

UNUSED_FILE = Rule(
    code="CB308",
    name="unused-file",
    severity=Severity.WARNING,
    message="nothing refers to this file",
    hint="link to it, delete it, or let its name start with _ to keep it out",
    what="A file in the course folder that no page, quiz or setting refers to.",
    why="It is left out of the packages: often a link was forgotten or a picture replaced.",
    example="# 01-kader/images/ holds oud.svg, and no page shows it",
    instead="# 01-kader/images/_oud.svg: the name says that it stays out",
)

EXTERNAL_IMAGE = Rule(
    code="CB309",
    name="external-picture",
    severity=Severity.ERROR,
    message="{target} is shown from the internet",
    hint="put a copy into the course folder (mind its licence) and show that, or link to it instead",
    what="A picture, video or sound that is fetched from another site while the learner reads.",
    why="A package works offline and for years; other sites change, track visitors and disappear.",
    example="![Logo](https://example.org/logo.svg)",
    instead="![Vier groepen van taken](images/taken.svg)",
)

INSECURE_LINK = Rule(
    code="CB310",
    name="insecure-link",
    severity=Severity.INFO,
    message="the link {target} is not encrypted",
    hint="use https:// if the site offers it",
    what="A link that starts with http:// instead of https://.",
    why="Browsers warn for such sites, and networks of schools often block them.",
    example="Zie [de site van het project](http://example.org/project).",
    instead="Zie [de site van het project](https://example.org/project).",
)

LINK_SCHEME = Rule(
    code="CB311",
    name="unsupported-link-scheme",
    severity=Severity.ERROR,
    message="links of the kind {scheme}: are not allowed",
    hint="use https:, mailto:, tel: or a path in the course",
    what="A link such as javascript: or data:.",
    why="Scripts in links are a danger to learners; packages leave them out.",
    example="[Toon het antwoord](javascript:toon())",
    instead="[Toon het antwoord](02-het-project.md)",
)

EMPTY_LINK = Rule(
    code="CB312",
    name="empty-link",
    severity=Severity.ERROR,
    message="the link leads nowhere",
    hint="write the address between the parentheses",
    what="A link or picture without an address.",
    why="The learner can click, and nothing happens.",
    example="Lees [het projectverslag]().",
    instead="Lees [het projectverslag](02-het-project.md).",
)

DUPLICATE_OBJECTIVE_ID = Rule(
    code="CB327",
    name="duplicate-objective-id",
    severity=Severity.ERROR,
    message="the objective {id} is defined before, in {first}",
    hint="give each objective of the course its own id",
    what="Two modules that define an objective with the same id.",
    why="Pages and questions refer to objectives by id; a report could not tell the two apart.",
    example="# 02-jobprofiel/module.md\nobjectives:\n  digisprong: Je kent de taken.",
    instead="# 02-jobprofiel/module.md\nobjectives:\n  taken: Je kent de taken.",
)

UNKNOWN_OBJECTIVE = Rule(
    code="CB331",
    name="unknown-objective",
    severity=Severity.ERROR,
    message="no module defines the objective {id}",
    hint="define it under objectives: in a module.md, or leave it out here",
    what="A page or question that refers to an objective no module defines.",
    why="The objective would be missing from reports on what learners have mastered.",
    example="---\nobjectives: [privacy]\n---\n# Van Digisprong naar nu\n\nTekst.",
    instead="---\nobjectives: [digisprong]\n---\n# Van Digisprong naar nu\n\nTekst.",
)

MISSPELLED_OBJECTIVE = Rule(
    code="CB335",
    name="misspelled-objective",
    severity=Severity.ERROR,
    message="no module defines the objective {id}",
    hint="did you mean {closest}?",
    what="A page or question that refers to an objective whose id is nearly that of another.",
    why="The objective would be missing from reports on what learners have mastered.",
    example="---\nobjectives: [digisprung]\n---\n# Van Digisprong naar nu\n\nTekst.",
    instead="---\nobjectives: [digisprong]\n---\n# Van Digisprong naar nu\n\nTekst.",
)

UNUSED_OBJECTIVE = Rule(
    code="CB332",
    name="unused-objective",
    severity=Severity.INFO,
    message="no page or question works on the objective {id}",
    hint="name it under objectives: of a page, or with objective= at a question",
    what="An objective of a module that no page, quiz, self-scan or question refers to.",
    why="The module promises something, and nobody can see where it is taught or tested.",
    example="# module.md\nobjectives:\n  digisprong: Je situeert Digisprong in de tijd.",
    instead="# 01-van-digisprong-naar-nu.md\nobjectives: [digisprong]",
)

PREREQUISITE_CIRCLE = Rule(
    code="CB334",
    name="prerequisite-circle",
    severity=Severity.ERROR,
    message="modules wait for each other: {circle}",
    hint="take one of these prerequisites away",
    what="Modules that, directly or through others, must be completed before themselves.",
    why="No learner could ever open any of them.",
    example=(
        "# 01-kader/module.md\nprerequisites: [jobprofiel]\n\n"
        "# 02-jobprofiel/module.md\nprerequisites: [kader]"
    ),
    instead=(
        "# 01-kader/module.md\nprerequisites: []\n\n"
        "# 02-jobprofiel/module.md\nprerequisites: [kader]"
    ),
)
