"""Rules CB45 to CB47: what a question asks."""

from coursebuilder.diagnostics.rule import Rule, Severity

NO_CORRECT_CHOICE = Rule(
    code="CB450",
    name="no-correct-choice",
    severity=Severity.ERROR,
    message="none of the {count} choices is correct",
    hint="mark at least one choice as correct: (x) or [x]",
    what="A choice question without a right answer.",
    why="No learner can earn the points, and Moodle refuses such a question.",
    example="## Wat is water? {#water}\n\n- ( ) Vast\n- ( ) Droog\n\n> Denk na.",
    instead="## Wat is water? {#water}\n\n- (x) Vloeibaar\n- ( ) Droog\n\n> Denk na.",
)

SEVERAL_CORRECT = Rule(
    code="CB451",
    name="several-correct-choices",
    severity=Severity.ERROR,
    message="{count} choices are correct, and a learner may choose only one",
    hint="leave one (x), or use [ ] and [x] when several are right",
    what="A question for one choice in which more than one choice is right.",
    why="Learners cannot give the whole answer; platforms score it differently.",
    example="## Wat is water? {#water}\n\n- (x) Vloeibaar\n- (x) Nat\n- ( ) Droog\n\n> Denk na.",
    instead="## Wat is water? {#water}\n\n- [x] Vloeibaar\n- [x] Nat\n- [ ] Droog\n\n> Denk na.",
)

DUPLICATE_CHOICE = Rule(
    code="CB452",
    name="duplicate-choice",
    severity=Severity.ERROR,
    message='the choice "{text}" stands twice',
    hint="remove or reword one of the two",
    what="Two choices of a question with the same text.",
    why="Learners cannot see which of the two is meant.",
    example="## Wat is water? {#water}\n\n- (x) Nat\n- ( ) Droog\n- ( ) Droog\n\n> Denk na.",
    instead="## Wat is water? {#water}\n\n- (x) Nat\n- ( ) Droog\n- ( ) Vast\n\n> Denk na.",
)

ONE_CHOICE = Rule(
    code="CB453",
    name="too-few-choices",
    severity=Severity.ERROR,
    message="there is nothing to choose: the question has {count} choice",
    hint="add at least one other choice",
    what="A choice question with fewer than two choices.",
    why="The answer is given away, and Moodle refuses such a question.",
    example="## Wat is water? {#water}\n\n- (x) Nat\n\n> Denk na.",
    instead="## Wat is water? {#water}\n\n- (x) Nat\n- ( ) Droog\n\n> Denk na.",
)

WEIGHTS_SUM = Rule(
    code="CB454",
    name="weights-sum",
    severity=Severity.ERROR,
    message="the positive weights make {sum} %, not 100 %",
    hint="change the weights of the right choices until they make 100 %, or leave all weights out",
    what="A question for several choices whose positive weights do not add up to 100 %.",
    why="A learner with everything right would not earn all points; Moodle refuses the question.",
    example="## Wat is water? {#water}\n\n- [50%] Nat\n- [30%] Vloeibaar\n- [-50%] Droog\n\n> Zo.",
    instead="## Wat is water? {#water}\n\n- [50%] Nat\n- [50%] Vloeibaar\n- [-50%] Droog\n\n> Zo.",
)

NO_FULL_CHOICE = Rule(
    code="CB455",
    name="no-full-choice",
    severity=Severity.ERROR,
    message="the best choice earns {best} %, not 100 %",
    hint="mark the right choice with (x) or (100%)",
    what="A question for one choice of which none earns all points.",
    why="Nobody can score 100 %, and Moodle refuses the question.",
    example="## Wat is water? {#water}\n\n- (80%) Nat\n- ( ) Droog\n\n> Zo.",
    instead="## Wat is water? {#water}\n\n- (x) Nat\n- ( ) Droog\n\n> Zo.",
)

CHOICE_WITHOUT_FEEDBACK = Rule(
    code="CB457",
    name="choice-without-feedback",
    severity=Severity.WARNING,
    message='the choice "{text}" has no feedback',
    hint="say under it, behind >, why it is right or wrong",
    what="A choice without feedback in a question where other choices have some.",
    why="Who picks that choice learns nothing from the question.",
    example="## Wat is water? {#water}\n\n- (x) Nat\n  > Juist.\n- ( ) Droog",
    instead="## Wat is water? {#water}\n\n- (x) Nat\n  > Juist.\n- ( ) Droog\n  > Voel eens.",
)

NO_FEEDBACK = Rule(
    code="CB458",
    name="question-without-feedback",
    severity=Severity.WARNING,
    message="the question gives no feedback",
    hint="add > under an answer, or > at the margin for feedback on every answer",
    what="A question without general feedback and without feedback on its answers.",
    why="A score alone teaches nothing: learners want to know why.",
    example="## Wat is water? {#water}\n\n- (x) Nat\n- ( ) Droog",
    instead="## Wat is water? {#water}\n\n- (x) Nat\n- ( ) Droog\n\n> Water maakt nat.",
)

LARGE_TOLERANCE = Rule(
    code="CB460",
    name="large-tolerance",
    severity=Severity.WARNING,
    message="the deviation {tolerance} is as large as the number {value} itself",
    hint="choose a smaller deviation",
    what="A deviation that is as large as the number or larger.",
    why="Even 0 would be right: usually a slip of the pen.",
    example="## Hoeveel? {#hoeveel}\n\n= 4 ± 40\n\n> Tel ze.",
    instead="## Hoeveel? {#hoeveel}\n\n= 4 ± 0,4\n\n> Tel ze.",
)

UNREACHABLE_NUMBER = Rule(
    code="CB461",
    name="unreachable-number",
    severity=Severity.ERROR,
    message="the answer {value} is never reached: {earlier} on line {line} catches it first",
    hint="put the narrower answer first",
    what="A numeric answer whose whole range lies in that of an earlier one.",
    why="The first answer that fits counts, so its weight and feedback are never used.",
    example="## Hoeveel? {#hoeveel}\n\n= 4 ± 2\n= 50% 5 ± 0,5\n\n> Tel ze.",
    instead="## Hoeveel? {#hoeveel}\n\n= 4 ± 0\n= 50% 5 ± 1\n\n> Tel ze.",
)

SEVERAL_FULL_NUMBERS = Rule(
    code="CB438",
    name="several-full-numbers",
    severity=Severity.WARNING,
    message="{value} earns all points, and so does {earlier} on line {line}",
    hint="write 0% before a wrong number that you expect: = 0% {value}; suppress this when both are right",
    what="A number question that gives all points for numbers apart from each other.",
    why=(
        "A wrong number with its own feedback earns all points when its 0% is forgotten, and nothing "
        "shows it. Short answers are left alone: they often have several right wordings."
    ),
    example="## Hoeveel fasen zijn er? {#fasen}\n\n= 4 ± 0\n= 5 ± 0\n  > Je telt er een te veel.\n\n> Tel ze.",
    instead="## Hoeveel fasen zijn er? {#fasen}\n\n= 4 ± 0\n= 0% 5 ± 0\n  > Je telt er een te veel.\n\n> Tel ze.",
)

NO_FULL_ANSWER = Rule(
    code="CB463",
    name="no-full-answer",
    severity=Severity.ERROR,
    message="no answer earns all points; the best one earns {best} %",
    hint="add the right answer without a weight",
    what="A short or numeric question without an answer of 100 %.",
    why="Nobody can score 100 %, and Moodle refuses the question.",
    example="## Hoe heet het? {#naam}\n\n= 50% takenlijst\n\n> Zie het sjabloon.",
    instead="## Hoe heet het? {#naam}\n\n= takenoverzicht\n= 50% takenlijst\n\n> Zie het sjabloon.",
)

SHADOWED_ANSWER = Rule(
    code="CB464",
    name="shadowed-answer",
    severity=Severity.ERROR,
    message='the answer "{pattern}" is never reached: "{earlier}" on line {line} catches it first',
    hint="put answers with * below the exact ones, or remove this one",
    what="A short answer behind an earlier one, with *, that catches the same texts.",
    why="The first answer that fits counts, so its weight and feedback are never used.",
    example="## Hoe heet het? {#naam}\n\n= taken*\n= 50% takenlijst\n\n> Zie het sjabloon.",
    instead="## Hoe heet het? {#naam}\n\n= takenoverzicht\n= 50% taken*\n\n> Zie het sjabloon.",
)

DUPLICATE_GAP_OPTION = Rule(
    code="CB466",
    name="duplicate-gap-option",
    severity=Severity.ERROR,
    message='gap {number} offers "{text}" twice',
    hint="remove one of the two",
    what="A word that stands twice in one gap.",
    why="A learner could choose the right word and be told it is wrong.",
    example="## Vul aan. {#gat type=gaps-choose}\n\nWater is [[nat|droog|droog]].\n\n> Zo.",
    instead="## Vul aan. {#gat type=gaps-choose}\n\nWater is [[nat|droog|vast]].\n\n> Zo.",
)

TOO_FEW_PAIRS = Rule(
    code="CB470",
    name="too-few-pairs",
    severity=Severity.ERROR,
    message="matching takes at least two pairs; there is {count}",
    hint="add a pair: - left :: right",
    what="A matching question with fewer than two pairs.",
    why="There is nothing to match, and Moodle refuses the question.",
    example="## Zet samen. {#samen}\n\n- Water :: nat\n- :: droog\n\n> Zo.",
    instead="## Zet samen. {#samen}\n\n- Water :: nat\n- Zand :: droog\n\n> Zo.",
)

SAME_RIGHT_SIDE = Rule(
    code="CB471",
    name="one-right-side",
    severity=Severity.ERROR,
    message='everything matches "{right}"',
    hint="add a pair with another right side, or a line - :: other that fits nothing",
    what="A matching question with only one right side.",
    why="The answer is given away, and platforms refuse a list of one.",
    example="## Zet samen. {#samen}\n\n- Water :: nat\n- Regen :: nat\n\n> Zo.",
    instead="## Zet samen. {#samen}\n\n- Water :: nat\n- Zand :: droog\n\n> Zo.",
)

DUPLICATE_LEFT = Rule(
    code="CB472",
    name="duplicate-left-side",
    severity=Severity.ERROR,
    message='the left side "{text}" stands twice',
    hint="reword or remove one of the two",
    what="Two pairs of a matching question with the same left side.",
    why="Learners cannot see which of the two is meant.",
    example="## Zet samen. {#samen}\n\n- Water :: nat\n- Water :: koud\n\n> Zo.",
    instead="## Zet samen. {#samen}\n\n- Water :: nat\n- IJs :: koud\n\n> Zo.",
)

TOO_FEW_ITEMS = Rule(
    code="CB473",
    name="too-few-to-order",
    severity=Severity.ERROR,
    message="putting in order takes at least two items; there is {count}",
    hint="add an item to the numbered list",
    what="An ordering question with fewer than two items.",
    why="There is nothing to order, and Moodle refuses the question.",
    example="## Zet in volgorde. {#orde type=ordering}\n\n1. Eerst\n\n> Zo.",
    instead="## Zet in volgorde. {#orde type=ordering}\n\n1. Eerst\n2. Dan\n\n> Zo.",
)

DUPLICATE_ITEM = Rule(
    code="CB474",
    name="duplicate-item",
    severity=Severity.ERROR,
    message='the item "{text}" stands twice',
    hint="reword or remove one of the two",
    what="Two items of an ordering question with the same text.",
    why="A learner may swap the two and be told that it is wrong.",
    example="## Zet in volgorde. {#orde type=ordering}\n\n1. Eerst\n2. Dan\n3. Dan\n\n> Zo.",
    instead="## Zet in volgorde. {#orde type=ordering}\n\n1. Eerst\n2. Dan\n3. Later\n\n> Zo.",
)
