"""``coursebuilder explain``."""

import difflib

import click

from coursebuilder.cli.completion import complete_rule
from coursebuilder.cli.console import Console
from coursebuilder.cli.help import LocalCommand, language_option
from coursebuilder.diagnostics.explain import explain_rule, rules_markdown
from coursebuilder.diagnostics.rules import all_rules


@click.command(cls=LocalCommand, epilog="Example: coursebuilder explain CB451")
@click.argument("rule", required=False, shell_complete=complete_rule)
@click.option("--markdown", is_flag=True, help="Print all rules as one Markdown page.")
@language_option
def explain(rule: str | None, markdown: bool) -> None:
    """Explain a rule: what it finds, why that matters, and how to mend it. Without RULE, list all."""
    console = Console()
    rules = all_rules()
    if markdown:
        click.echo(rules_markdown(console.language), nl=False)
    elif rule is None:
        for known in rules.values():
            console.out.print(f"{known.code}  {console.text(known.severity.value):12} {known.name}")
    else:
        by_name = {known.name: known for known in rules.values()}
        found = rules.get(rule.upper()) or by_name.get(rule.lower())
        if found is None:
            close = difflib.get_close_matches(rule, (*rules, *by_name), n=1)
            if close:
                raise console.usage(
                    "no rule is called {rule}; did you mean {close}?", rule=rule, close=close[0]
                )
            raise console.usage("no rule is called {rule}", rule=rule)
        click.echo(explain_rule(found, console.language))
