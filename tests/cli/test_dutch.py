"""Under ``--lang nl`` everything is Dutch: click's own words too, in help, in errors and in results."""

import ast
import importlib
import json
import pkgutil
import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import click
import pytest
from click.testing import CliRunner, Result

from coursebuilder import cli
from coursebuilder.i18n import FOLDER, catalogue
from tests import platform_sample, quiz_sample
from tests.authoring.courses import starter
from tests.click_words import made, place

WORDS = json.loads((FOLDER / "nl" / "click.json").read_text(encoding="utf-8"))
FIELD = re.compile(r"\{(\w+)(?:![rs])?\}")


def asked_of_gettext() -> Iterator[str]:
    """What the installed click asks gettext for, the two forms of a count joined by ``|``."""
    for module in pkgutil.iter_modules(click.__path__):
        if module.name in ("_winconsole", "testing"):
            continue
        file = importlib.import_module(f"click.{module.name}").__file__
        for node in ast.walk(ast.parse(Path(file or "").read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") in ("_", "ngettext"):
                texts = [a.value for a in node.args if isinstance(a, ast.Constant)]
                if texts and all(isinstance(text, str) for text in texts):
                    yield "|".join(map(str, texts))


FOR_PROGRAMMERS = re.compile(
    r"Could not determine name|No options defined but|Arguments take exactly|defined twice|"
    r"Boolean option .* cannot use|Invalid start character|Unknown color|^d$|^(file|directory|path)$"
)
"""What click says of a command line that is put together wrongly, and names that it makes once for all."""


@pytest.mark.parametrize("text", sorted(set(asked_of_gettext())))
def test_what_click_says_has_dutch(text: str) -> None:
    if not FOR_PROGRAMMERS.search(text):
        dutch = WORDS.get(text)
        assert dutch, f"no Dutch for {text!r} in click.json"
        assert set(FIELD.findall(dutch)) <= set(FIELD.findall(text))
        assert dutch.count("|") == text.count("|")


def test_the_file_that_gettext_reads_is_made_from_the_words() -> None:
    assert place("nl").read_bytes() == made("nl"), "stale: python -m tests.click_words"


ENGLISH = re.compile(
    r"Usage|Options|OPTIONS|Commands|\bError|\bTry\b|Missing|No such|Invalid|\[default|required|Did you|"
    r"unexpected|does not|is not|Show this|Aborted|INTEGER|TEXT|DIRECTORY|\bFILE\b|\bPATH\b|ARGS"
)
"""Words of click that Dutch has not."""


def run(*arguments: str) -> Result:
    return CliRunner().invoke(cli.main, [*arguments, "--lang", "nl"])


@pytest.mark.parametrize("command", ["", *cli.COMMANDS])
def test_help_is_dutch(command: str) -> None:
    result = CliRunner().invoke(cli.main, ["--lang", "nl", *command.split(), "--help"])
    assert result.exit_code == 0
    assert not ENGLISH.search(result.output), ENGLISH.search(result.output)
    assert result.output.startswith("Gebruik: ")
    assert "Toon deze uitleg en stop." in result.output


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ("chek", "De opdracht 'chek' bestaat niet."),
        ("check --bogus", "De optie '--bogus' bestaat niet."),
        ("check --formt json", "Bedoel je '--format'?"),
        ("check a b", "Er staat een argument te veel (b)"),
        ("check a b c", "Er staan argumenten te veel (b c)"),
        ("check --jobs 0", "Ongeldige waarde voor '--jobs': 0 ligt niet in het bereik 1<=x<=64."),
        ("check --jobs x", "'x' is geen getal dat hier past."),
        ("check --format yaml", "'yaml' is geen van 'text', 'json', 'sarif', 'gitlab'."),
        ("check --strict=3", "De optie '--strict' heeft geen waarde."),
        ("inspect", "Er ontbreekt een argument: 'PACKAGE'."),
        ("inspect nergens.zip", "'nergens.zip' bestaat niet."),
        ("inspect .", "het is een map, geen pakket"),
        ("new page", "Er ontbreekt een argument: 'NAME'."),
        ("new pagina x", "'pagina' is geen van 'module', 'page'"),
        ("init", "Er ontbreekt een argument: 'FOLDER'."),
        ("explain CB4505", "geen regel heet CB4505"),
        ("schema kwis", "is geen van 'course', 'module'"),
        ("preview nergens", "er is geen map nergens"),
        ("build nergens", "er is niets gemaakt"),
        ("stats nergens", "er is geen cursus te lezen in nergens"),
        ("fmt nergens", "nergens bestaat niet"),
        ("check --watch --format json nergens", "--watch meldt alleen als tekst"),
    ],
)  # fmt: skip
def test_what_goes_wrong_is_said_in_dutch(
    arguments: str, said: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    result = run(*arguments.split())
    assert result.exit_code in (1, 2)
    assert said in result.output
    assert not ENGLISH.search(result.output), ENGLISH.search(result.output)


def test_an_option_without_its_value_is_said_in_the_language_asked_before_it() -> None:
    result = CliRunner().invoke(cli.main, ["check", "--lang", "nl", "--format"])
    assert "Fout: De optie '--format' vraagt een waarde." in result.output


def test_english_stays_english(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LANG", "nl_BE.UTF-8")
    assert "Fout: De opdracht" in CliRunner().invoke(cli.main, ["chek"]).output
    assert "Error: No such command" in CliRunner().invoke(cli.main, ["--lang", "en", "chek"]).output
    assert (
        "Error: No such option" in CliRunner().invoke(cli.main, ["check", "-X", "--lang=en"]).output
    )
    assert "LANGUAGE" not in __import__("os").environ


def test_help_is_in_the_language_of_each_time() -> None:
    assert "Toon deze uitleg" in run("check", "--help").output
    shown = CliRunner().invoke(cli.main, ["check", "--help", "--lang", "en"]).output
    assert "Show this message and exit." in shown


OWN = [
    re.compile(re.sub(r"\\\{\w+\\\}", r"\\S+", re.escape(text)))
    for text, dutch in catalogue("nl").items()
    if text != dutch and len(re.findall(r"(?<![{\w])\w+", text)) > 2 and "|" not in text
]
"""English sentences of ours, whatever stands in their fields."""


@pytest.fixture(scope="module")
def courses(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("courses")
    starter(folder)
    shutil.copytree(quiz_sample.FOLDER, folder / "quizzes")
    shutil.copytree(platform_sample.FOLDER, folder / "platform")
    assert run("build", f"{folder}/platform", "-o", f"{folder}/out").exit_code == 0
    return folder


@pytest.mark.parametrize(
    "arguments",
    [
        "check {}/cursus/modules", "check {}/quizzes --summary", "build {}/platform --out {}/out -v",
        "build {}/quizzes -t moodle --out {}/out --strict", "stats {}/quizzes", "fmt {}/quizzes --check",
        "targets", "explain", "explain CB450", "inspect {}/out/proef-moodle.mbz -v",
        "inspect {}/out/proef-scorm12.zip", "new page Nog_een --course {}/cursus/modules",
        "init {}/nog-een", "stats {}/quizzes --html {}/cijfers.html",
    ],
)  # fmt: skip
def test_results_are_dutch(arguments: str, courses: Path) -> None:
    result = run(*arguments.format(*[courses] * 2).split())
    assert result.exit_code in (0, 1)
    found = [sentence.pattern for sentence in OWN if sentence.search(result.output)]
    assert not found
    assert not ENGLISH.search(result.output), ENGLISH.search(result.output)


def test_figures_have_a_comma_and_dutch_types(courses: Path) -> None:
    shown = run("stats", str(courses / "quizzes"), "--html", str(courses / "figures.html"))
    assert shown.exit_code == 0
    page = (courses / "figures.html").read_text(encoding="utf-8")
    assert "meer keuzes" in page
    assert "waar of niet waar" in page
    assert not re.search(r">(choice|multiple|truefalse|number|shortanswer|gaps-\w+)<", page)
    assert not re.search(r">\d+\.\d+<", page)
    said = run("stats", str(courses / "quizzes")).output
    assert re.search(r"\d,\d", said)
    assert not re.search(r"\d\.\d", said)


def test_quiet_and_clean_says_nothing(courses: Path) -> None:
    assert run("check", str(courses / "cursus" / "modules"), "-q").output == ""


def test_the_message_of_a_rule_shows_no_fields() -> None:
    output = run("explain", "CB450").output
    message = output.partition("Melding:")[2].partition("Voorbeeld:")[0]
    assert "geen van de … keuzes is juist" in message
    assert "{" not in message
