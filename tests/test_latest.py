"""The last answer is for the very same question only."""

from coursebuilder.latest import latest


def test_the_same_objects_get_the_same_answer() -> None:
    asked = []

    @latest
    def joined(one: list[int], other: list[int]) -> list[int]:
        asked.append((one, other))
        return one + other

    first, second = [1], [2]
    answer = joined(first, second)
    assert joined(first, second) is answer
    assert joined([1], second) == answer
    assert joined([1], second) is not answer
    assert len(asked) == 3
    assert joined(second, first) == [2, 1]
    assert joined(first, second) == [1, 2]
