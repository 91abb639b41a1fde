"""The command line: parse, call one function, report. Exit 0 clean, 1 findings, 2 usage or our own error."""

import click

from coursebuilder import __version__
from coursebuilder.cli.build import build
from coursebuilder.cli.check import check
from coursebuilder.cli.explain import explain
from coursebuilder.cli.fmt import fmt
from coursebuilder.cli.help import LocalGroup, language_option
from coursebuilder.cli.init import init
from coursebuilder.cli.inspect import inspect
from coursebuilder.cli.new import new
from coursebuilder.cli.preview import preview
from coursebuilder.cli.schema import schema
from coursebuilder.cli.stats import stats
from coursebuilder.cli.targets import targets


@click.group(
    cls=LocalGroup,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog="Example: coursebuilder build modules --out build",
)
@click.version_option(__version__, "--version", message="coursebuilder %(version)s")
@language_option
def main() -> None:
    """Markdown learning modules in; SCORM packages and native Moodle backups out."""


for command in (build, check, explain, schema, targets, init, new, fmt, stats, preview, inspect):
    main.add_command(command)
