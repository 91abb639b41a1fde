import json
from decimal import Decimal
from pathlib import Path
from time import process_time
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from coursebuilder.diagnostics.rules.schema import MISSPELLED_KEY
from coursebuilder.source import schemas
from coursebuilder.source.question import TYPES
from coursebuilder.source.question_types.draft import COMMON
from coursebuilder.source.schemas import SCHEMA_NAMES, load_schema, schema_text
from coursebuilder.source.settings import Settings, check_settings
from coursebuilder.source.yaml_positions import read_yaml
from coursebuilder.text import Span


def check(schema: str, text: str) -> tuple[Settings, list[tuple[str, int, int]]]:
    root, found = read_yaml(text, Span("p"))
    assert root is not None
    assert found == ()
    settings, problems = check_settings(root, schema)
    return settings, [(one.rule.code, one.span.line, one.span.column) for one in problems]


@pytest.mark.parametrize("name", SCHEMA_NAMES)
def test_each_schema_is_a_schema(name: str) -> None:
    schema = load_schema(name)
    Draft202012Validator.check_schema(schema)
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert json.loads(schema_text(name)) == schema


def parts(schema: Any) -> list[tuple[str, dict[str, Any]]]:
    """(name, subschema) of every property, at any depth."""
    found = []
    for name, part in schema.get("properties", {}).items():
        found += [(name, part), *parts(part)]
    if "items" in schema:
        found += parts(schema["items"])
    return found


@pytest.mark.parametrize("name", SCHEMA_NAMES)
def test_editors_find_titles_descriptions_and_valid_examples(name: str) -> None:
    schema = load_schema(name)
    assert {"title", "description"} <= schema.keys()
    for key, part in parts(schema):
        assert {"title", "description", "type"} <= part.keys(), key
        kinds = {part["type"]} if isinstance(part["type"], str) else {*part["type"]}
        if "object" in kinds:
            assert "additionalProperties" in part or key == "question", key
        for example in (
            *part.get("examples", ()),
            *([part["default"]] if "default" in part else ()),
        ):
            Draft202012Validator(part).validate(example)
        if kinds & {"string", "array"} and "enum" not in part:
            assert part.get("examples") or "default" in part, key


def test_a_wheel_holds_the_schemas_beside_the_code(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "schemas").mkdir()
    (tmp_path / "schemas/page.schema.json").write_text('{"from": "the wheel"}')
    monkeypatch.setattr(schemas, "files", lambda package: tmp_path)
    assert schema_text("page") == '{"from": "the wheel"}'
    monkeypatch.setattr(schemas, "files", lambda package: tmp_path / "nothing")
    assert '"title": "A page"' in schema_text("page")


def test_the_schema_of_questions_says_what_the_reader_knows() -> None:
    properties = load_schema("question-attributes")["properties"]
    assert properties["type"]["enum"] == list(TYPES)
    assert set(COMMON) <= properties.keys()


def test_an_unknown_schema() -> None:
    with pytest.raises(KeyError):
        load_schema("cursus")


@pytest.mark.parametrize(
    ("text", "key", "value"),
    [
        ("version: 1.0", "version", "1.0"),
        ("title: no", "title", "no"),
        ("title: 2026-01-01", "title", "2026-01-01"),
        ("title: 2026", "title", "2026"),
        ("title: true", "title", "true"),
        ("moodle: {min_version: 4.10}", "moodle", {"min_version": "4.10"}),
        ('moodle: {min_version: "4.4"}', "moodle", {"min_version": "4.4"}),
        ("completion: {pass: 72.5}", "completion", {"pass": Decimal("72.5")}),
        ("completion: {pass: 070}", "completion", {"pass": 70}),
    ],
)
def test_the_traps_of_yaml_1_1_do_not_catch(text: str, key: str, value: object) -> None:
    settings, found = check(
        "course", f"{text}\n" + ("" if key == "title" else "title: x\n") + "id: y"
    )
    assert found == []
    assert settings.data[key] == value


@pytest.mark.parametrize(
    ("word", "value"), [("no", False), ("Yes", True), ("off", False), ("true", True)]
)
def test_words_for_yes_and_no(word: str, value: bool) -> None:
    settings, found = check("page", f"required: {word}")
    assert (settings.data, found) == ({"required": value}, [])


@pytest.mark.parametrize(
    ("schema", "text", "code", "line", "column"),
    [
        ("module", "title: x\nsumary: y", "CB201", 2, 1),
        ("course", "id: a\ntitle: b\nmoodle:\n  min-version: 4.4", "CB201", 4, 3),
        ("page", "kleur: blauw", "CB202", 1, 1),
        ("course", "title: x", "CB203", 1, 1),
        ("course", "id: a\ntitle: b\nauthors:\n  - url: https://x.be", "CB203", 4, 5),
        ("quiz", "feedback: later", "CB204", 1, 11),
        ("page", "title: [a]", "CB205", 1, 8),
        ("quiz", "pass: 70%", "CB206", 1, 7),
        ("quiz", 'pass: "70"', "CB206", 1, 8),
        ("page", "duration: 8 min", "CB207", 1, 11),
        ("page", "duration: 8.5", "CB207", 1, 11),
        ("page", "duration: 123456789012345678901234567890", "CB207", 1, 11),
        ("page", "required: soms", "CB208", 1, 11),
        ("page", "objectives: digisprong", "CB209", 1, 13),
        ("module", "objectives: [a]", "CB210", 1, 13),
        ("page", "title:", "CB211", 1, 7),
        ("page", 'id: ""', "CB211", 1, 6),
        ("page", "objectives: [a, ~]", "CB211", 1, 17),
        ("page", "id: Het project", "CB212", 1, 5),
        ("module", "objectives: {Het doel: x}", "CB212", 1, 14),
        ("course", "id: a\ntitle: b\nmoodle: {min_version: 3.11}", "CB212", 3, 23),
        ("page", "duration: 0", "CB213", 1, 11),
        ("quiz", "pass: 101", "CB214", 1, 7),
        ("scan", "scale: [a]", "CB215", 1, 8),
        ("scan", f"scale: [{', '.join('abcdefghijk')}]", "CB216", 1, 8),
        ("page", "objectives: [a, b, a]", "CB217", 1, 20),
        ("page", f"id: {'a' * 65}", "CB218", 1, 5),
    ],
)
def test_each_mistake_has_its_rule_and_place(
    schema: str, text: str, code: str, line: int, column: int
) -> None:
    assert check(schema, text)[1] == [(code, line, column)]


def test_messages_name_the_key_the_value_and_the_choice() -> None:
    root, _ = read_yaml("feedback: later\ntitel: x", Span("p"))
    assert root is not None
    found = {one.rule.code: one for one in check_settings(root, "quiz")[1]}
    assert found["CB204"].message() == "feedback cannot be later"
    assert found["CB204"].hint() == "choose from: immediate, deferred, interactive"
    assert found[MISSPELLED_KEY.code].hint() == "did you mean title?"
    assert found[MISSPELLED_KEY.code].hint("nl") == "bedoel je title?"


def test_what_is_wrong_is_left_out_and_the_rest_kept() -> None:
    text = "id: A\ntitle: x\nlevels: [a, [b], c]\nkleur: y\nauthors: [{url: z}, {name: n}]"
    settings, found = check("course", text)
    assert sorted(code for code, _, _ in found) == ["CB202", "CB203", "CB205", "CB212", "CB212"]
    assert settings.data == {
        "title": "x",
        "levels": ["a", None, "c"],
        "authors": [{}, {"name": "n"}],
    }
    assert settings.words("levels") == ("a", "c")
    assert settings.places["levels/2"] == Span("p", 3, 18)


def test_a_thousand_small_front_matters_take_no_time() -> None:
    text = "objectives: [digisprong]\nduration: 8\nrequired: true"
    check("page", text)
    start = process_time()
    for _ in range(1000):
        check("page", text)
    assert process_time() - start < 2  # half a second alone on a machine of 2026


def test_an_example_is_in_the_language_of_the_message() -> None:
    root, _ = read_yaml("type: scan", Span("p"))
    assert root is not None
    (missing,) = (one for one in check_settings(root, "scan")[1] if one.rule.code == "CB203")
    assert "[not at all, " in missing.hint("en")
    assert "[helemaal niet, " in missing.hint("nl")
