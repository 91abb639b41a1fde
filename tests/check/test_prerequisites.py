from coursebuilder.check.prerequisites import check_prerequisites
from coursebuilder.model import Course
from tests.check.courses import course, module


def waiting(**before: str) -> Course:
    return course(
        modules=tuple(
            module(id=id, prerequisites=tuple(ids.split()), activities=())
            for id, ids in before.items()
        )
    )


def circles(built: Course) -> list[str]:
    return [dict(found.values)["circle"] for found in check_prerequisites(built)]


def test_each_circle_is_shown_once_and_whole() -> None:
    assert circles(waiting(a="b", b="c", c="a", d="a")) == ["a → b → c → a"]


def test_a_module_that_waits_for_itself() -> None:
    assert circles(waiting(a="a")) == ["a → a"]


def test_two_ways_to_a_module_are_no_circle() -> None:
    assert circles(waiting(a="", b="a", c="a", d="b c")) == []


def test_a_long_chain_is_no_circle() -> None:
    chain = {f"m{n}": f"m{n - 1}" for n in range(1, 300)}
    assert circles(waiting(m0="", **chain)) == []
