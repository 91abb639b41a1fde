"""Rules CB10, CB11, CB137, CB138 and CB14: files, their encoding, names and ids."""

from coursebuilder.diagnostics.rule import Rule, Severity

FOLDER_MISSING = Rule(
    code="CB101",
    name="folder-missing",
    severity=Severity.ERROR,
    message="the course folder {folder} does not exist",
    hint="check the path, or let `coursebuilder init {folder}` make a small course there",
    what="A course folder that is not there.",
    why="Nothing can be read, so nothing is built.",
    example="coursebuilder build module",
    instead="coursebuilder build modules",
)

FOLDER_IS_A_FILE = Rule(
    code="CB102",
    name="folder-is-a-file",
    severity=Severity.ERROR,
    message="{folder} is a file, not a course folder",
    hint="name the folder that holds course.yml",
    what="A file where the course folder is expected.",
    why="A course is a whole folder: its settings, modules and pictures.",
    example="coursebuilder build modules/course.yml",
    instead="coursebuilder build modules",
)

SYMLINK_OUTSIDE = Rule(
    code="CB103",
    name="symlink-outside",
    severity=Severity.ERROR,
    message="this symbolic link points out of the course folder; it is not followed",
    hint="put a copy of the file in the course folder",
    what="A symbolic link to a file or folder outside the course folder.",
    why=(
        "What lies elsewhere would be missing for everyone else, or would publish private "
        "files without notice."
    ),
    example="01-kader/images/foto.png -> /home/me/foto.png",
    instead="01-kader/images/foto.png (a copy of the file)",
)

SYMLINK_BROKEN = Rule(
    code="CB104",
    name="symlink-broken",
    severity=Severity.ERROR,
    message="this symbolic link leads to nothing, or back to a folder it stands in",
    hint="remove the link, or let it point to an existing file",
    what="A symbolic link whose target does not exist, or that runs in a circle.",
    why="The file would be missing from the package.",
    example="01-kader/images/foto.png -> oud.png (there is no oud.png)",
    instead="01-kader/images/foto.png -> nieuw.png",
)

NAMES_COLLIDE = Rule(
    code="CB105",
    name="names-collide",
    severity=Severity.ERROR,
    message="{name} and {other} are one name on Windows and macOS",
    hint="rename one of them",
    what=(
        "Two names in one folder that differ only in capitals, or in how their accents are encoded."
    ),
    why="On Windows, macOS and in learning platforms one file would overwrite the other.",
    example="images/Kader.svg and images/kader.svg",
    instead="images/kader.svg and images/kader-groot.svg",
)

NAME_NOT_PORTABLE = Rule(
    code="CB106",
    name="name-not-portable",
    severity=Severity.WARNING,
    message="Windows cannot hold a file named {name}",
    hint='leave out < > : " | ? * \\, a final point or space, and device names such as con',
    what="A file or folder name that Windows refuses.",
    why="Colleagues on Windows cannot check out, unpack or edit the course.",
    example="files/wat nu?.csv",
    instead="files/wat-nu.csv",
)

NAME_UNUSABLE = Rule(
    code="CB107",
    name="name-unusable",
    severity=Severity.ERROR,
    message="the name {name} holds a backslash, control characters or bytes that are no UTF-8; it is not read",
    hint="rename it",
    what="A file name that cannot stand in a package or a report.",
    why="Manifests are XML in UTF-8, and a backslash in a package parts folders; such a name cannot be "
    "written in them.",
    example="files/caf\\xe9.csv",
    instead="files/café.csv",
)

SPECIAL_FILE = Rule(
    code="CB108",
    name="special-file",
    severity=Severity.WARNING,
    message="this is no regular file; it is left out",
    hint="remove it from the course folder",
    what="A pipe, socket or device in the course folder.",
    why="Reading it could wait for ever.",
    example="files/pipe (made by mkfifo)",
    instead="files/takenoverzicht.csv",
)

UNREADABLE = Rule(
    code="CB109",
    name="unreadable",
    severity=Severity.ERROR,
    message="this cannot be read: {reason}",
    hint="give yourself the right to read it, or remove it",
    what="A file or folder that the system does not let us read.",
    why="A course with unread files would be incomplete without notice.",
    example="01-kader/02-het-project.md (mode 000)",
    instead="01-kader/02-het-project.md (mode 644)",
)

TOO_MANY_FILES = Rule(
    code="CB110",
    name="too-many-files",
    severity=Severity.ERROR,
    message="the folder holds more than {limit} files and folders",
    hint="name the course folder itself, and keep other files out of it",
    what="A folder with far more files than a course has.",
    why="Most often the wrong folder was given, such as a home folder.",
    example="coursebuilder build /",
    instead="coursebuilder build modules",
)

FILE_TOO_LARGE = Rule(
    code="CB111",
    name="file-too-large",
    severity=Severity.ERROR,
    message="the file is larger than {limit} MB",
    hint="divide it into more pages; pictures and data belong in files of their own",
    what="A Markdown file or course.yml of a size that nobody writes.",
    why=(
        "It is data or a pasted picture rather than a text, and a learner could not read it on "
        "one page."
    ),
    example="![](data:image/png;base64,iVBORw0K…)",
    instead="![Vier groepen van taken](images/taken.png)",
)

EMPTY_FILE = Rule(
    code="CB112",
    name="empty-file",
    severity=Severity.ERROR,
    message="the file is empty",
    hint="write something in it, or remove it; a name that starts with _ is left alone",
    what="A source file without any text.",
    why="Learners would open an empty page.",
    example="03-later.md (0 bytes)",
    instead="_03-later.md",
)

BINARY_FILE = Rule(
    code="CB113",
    name="binary-file",
    severity=Severity.ERROR,
    message="the file is no text: it holds a zero byte",
    hint="give it the name of what it is, such as .png or .docx",
    what="A picture, document or archive whose name says that it is text.",
    why="It cannot be read as Markdown.",
    example="01-kader/02-taken.md (a renamed Word document)",
    instead="01-kader/files/taken.docx",
)

UTF16 = Rule(
    code="CB114",
    name="utf-16",
    severity=Severity.ERROR,
    message="the file is encoded as UTF-16",
    hint="save it as UTF-8 (in Notepad: Save as, Encoding)",
    what='A text file in UTF-16, Notepad\'s "Unicode".',
    why="All tools for Markdown expect UTF-8.",
    example="02-taken.md (UTF-16 LE)",
    instead="02-taken.md (UTF-8)",
)

NOT_UTF8 = Rule(
    code="CB115",
    name="not-utf-8",
    severity=Severity.ERROR,
    message="the file is not UTF-8: byte {byte} cannot stand here",
    hint="save it as UTF-8; it may be in Windows-1252 now",
    what="Text in another encoding than UTF-8.",
    why="Letters with accents would turn into other signs.",
    example="De co\\xF6rdinator (Windows-1252)",
    instead="De coördinator (UTF-8)",
)

CONTROL_CHARACTER = Rule(
    code="CB116",
    name="control-character",
    severity=Severity.ERROR,
    message="the control character {character} stands here",
    hint="remove it; it came along when text was pasted",
    what="An invisible character that XML and HTML do not allow.",
    why="Platforms refuse a whole package for one such character.",
    example="Van solist\\x0B naar team",
    instead="Van solist naar team",
)

REPLACEMENT_CHARACTER = Rule(
    code="CB117",
    name="replacement-character",
    severity=Severity.WARNING,
    message="the sign � stands for a letter that was lost",
    hint="type the right letter",
    what="The replacement character U+FFFD, left by an earlier wrong conversion.",
    why="Learners see a question mark in the middle of a word.",
    example="De co�rdinator",
    instead="De coördinator",
)

ACTIVE_PICTURE = Rule(
    code="CB118",
    name="active-picture",
    severity=Severity.ERROR,
    message="this drawing holds {part}, which runs when somebody opens it by itself",
    hint="take it out: save the drawing again as a plain SVG",
    what="An SVG with a script, an event handler or an address that runs a script.",
    why="Opened by itself it acts in the name of the learner who is logged in to the platform.",
    example='<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>',
    instead='<svg xmlns="http://www.w3.org/2000/svg"/>',
)

DAMAGED_PICTURE = Rule(
    code="CB139",
    name="damaged-picture",
    severity=Severity.WARNING,
    message="this is no whole {kind} picture: it is cut off or holds something else",
    hint="save or copy the picture again",
    what="A picture that misses its end, is empty, or is no picture at all (often a web page saved under its name).",
    why="Learners see nothing, half a picture, or the sign of a broken one.",
    example="![Twee collega's](images/kast.png)  # kast.png is 0 bytes long",
    instead="![Twee collega's](images/kast.png)",
)

ACTIVE_DOWNLOAD = Rule(
    code="CB119",
    name="active-download",
    severity=Severity.WARNING,
    message="this web page can run scripts when a learner opens it",
    hint="offer a PDF or a ZIP file, or write it as a page of the course",
    what="An HTML file that the course offers or links to.",
    why="It acts in the name of the learner who is logged in to the platform; some platforms refuse it.",
    example="- [Overzicht](files/overzicht.html)",
    instead="- [Overzicht](files/overzicht.pdf)",
)

LINK_LEFT_OUT = Rule(
    code="CB137",
    name="link-left-out",
    severity=Severity.ERROR,
    message="{target} is no part of the course: its module is left out",
    hint="name its folder under `modules:` in course.yml, or remove the link",
    what="A link to a page of a module that `modules:` does not name, or of a folder that is none.",
    why="The page is in no package, so the link would lead nowhere.",
    example="[Meer](../06-later/01-extra.md)",
    instead="[Meer](../02-jobprofiel/01-taken.md)",
)

TWO_TITLES = Rule(
    code="CB138",
    name="two-titles",
    severity=Severity.WARNING,
    message='the heading "{heading}" differs from `title: {title}`, which is the one that counts',
    hint="keep one of them",
    what="A `# heading` beside another `title:`.",
    why="Readers of the Markdown see another title than learners.",
    example="---\ntitle: Kader\n---\n# Kader en project",
    instead="# Kader en project",
)

COURSE_FILE_MISSING = Rule(
    code="CB140",
    name="course-file-missing",
    severity=Severity.ERROR,
    message="the course folder has no course.yml",
    hint="make one with at least id and title; `coursebuilder init` writes an example",
    what="A course folder without its settings.",
    why="The id, title and language of the course are unknown, so no package can be named.",
    example="modules/01-kader/module.md",
    instead="modules/course.yml\nmodules/01-kader/module.md",
)

MISNAMED_FILE = Rule(
    code="CB141",
    name="misnamed-file",
    severity=Severity.WARNING,
    message="{name} is left out: the name must be {expected}",
    hint="rename it to {expected}",
    what="A name that almost is one we read: course.yaml, Module.md, pagina.MD.",
    why="The file would be left out without notice.",
    example="course.yaml",
    instead="course.yml",
)

MODULE_FILE_MISSING = Rule(
    code="CB142",
    name="module-file-missing",
    severity=Severity.WARNING,
    message="the folder {folder} holds pages but no module.md; it is left out",
    hint="add a module.md with a title, or start the folder's name with _",
    what="A folder with Markdown files at the top of the course, but without module.md.",
    why="Its pages are in no package.",
    example="02-jobprofiel/01-taken.md",
    instead="02-jobprofiel/module.md\n02-jobprofiel/01-taken.md",
)

UNKNOWN_MODULE_FOLDER = Rule(
    code="CB143",
    name="unknown-module-folder",
    severity=Severity.ERROR,
    message="{folder} is no folder with a module.md",
    hint="the modules are: {folders}",
    what="A name under `modules:` that is no module.",
    why="The module would be missing from the course.",
    example="modules: [01-kaders]",
    instead="modules: [01-kader]",
)

NO_MODULES = Rule(
    code="CB144",
    name="no-modules",
    severity=Severity.ERROR,
    message="the course has no modules",
    hint="make a folder with a module.md and a page",
    what="A course without any folder that holds a module.md.",
    why="There is nothing to learn in the package.",
    example="course.yml",
    instead="course.yml\n01-kader/module.md\n01-kader/01-start.md",
)

DUPLICATE_MODULE_ID = Rule(
    code="CB145",
    name="duplicate-module-id",
    severity=Severity.ERROR,
    message="the module id {id} is also that of {other}",
    hint="give one of them another `id:` or folder name",
    what="Two modules with one id.",
    why="Links, progress and packages could not tell them apart.",
    example="01-kader/ and 02-kader/",
    instead="01-kader/ and 02-jobprofiel/",
)

DUPLICATE_ACTIVITY_ID = Rule(
    code="CB146",
    name="duplicate-activity-id",
    severity=Severity.ERROR,
    message="the id {id} is also that of {other}",
    hint="give one of them another `id:` or file name",
    what="Two files of one module with one id.",
    why="Links, progress and packages could not tell them apart.",
    example="01-start.md and 02-start.md",
    instead="01-start.md and 02-vervolg.md",
)

BAD_ID = Rule(
    code="CB147",
    name="bad-id",
    severity=Severity.ERROR,
    message="no id can be made of the name {name}",
    hint=(
        "rename it with lower case letters a-z, digits and hyphens, such as {suggestion}, or "
        "write `id: {suggestion}`"
    ),
    what="A file or folder name with capitals, spaces, accents or other signs.",
    why="The name becomes an id in packages and addresses, where such signs break.",
    example="01-kader/02-Het project.md",
    instead="01-kader/02-het-project.md",
)

UNKNOWN_PREREQUISITE = Rule(
    code="CB148",
    name="unknown-prerequisite",
    severity=Severity.ERROR,
    message="there is no module with id {id}",
    hint="the ids are: {ids}",
    what="A prerequisite that names no module.",
    why="Learners could never open this module.",
    example="prerequisites: [kaders]",
    instead="prerequisites: [kader]",
)

NO_TITLE = Rule(
    code="CB149",
    name="no-title",
    severity=Severity.ERROR,
    message="the file has no title",
    hint="start it with a heading `# Title`, or write `title:` in its front matter",
    what="A module or activity with neither `title:` nor a `# heading`.",
    why="The title stands in the table of contents, where learners choose what to read.",
    example="Digisprong begon in 2020.",
    instead="# Van Digisprong naar nu\n\nDigisprong begon in 2020.",
)
