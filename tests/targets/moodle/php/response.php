<?php
// The form fields that give an answer: texts or places of what is chosen, typed or put, in the author's order.

/** The fields of a response; of a calculated question the answer of its variant, by its first number. */
function response(question_attempt $attempt, $answer): array {
    $question = $attempt->get_question();
    switch ($question->get_type_name()) {
        case 'multichoice':
            $order = $question->get_order($attempt);
            $places = array_map(
                fn($index) => array_search(array_keys($question->answers)[$index], $order), $answer);
            return $question instanceof qtype_multichoice_single_question ? ['answer' => $places[0]]
                : array_fill_keys(array_map(fn($place) => "choice$place", $places), 1);
        case 'truefalse':
            return ['answer' => $answer[0] ? 0 : 1];
        case 'calculated':
            return ['answer' => $answer[(string) $question->vs->get_values()['uren']]];
        case 'match':
            $fields = [];
            foreach ($question->get_stem_order() as $place => $stem) {
                $text = $answer[array_search($stem, array_keys($question->stems))];
                $choice = array_search($text, $question->choices);
                $fields["sub$place"] = $text === '' ? 0 : array_search($choice, $question->get_choice_order());
            }
            return $fields;
        case 'ordering':
            $keys = array_map(fn($index) => $question->answers[$question->correctresponse[$index]]->md5key, $answer);
            return [$question->get_response_fieldname() => implode(',', $keys)];
        case 'gapselect':
        case 'ddwtos':
            $fields = [];
            foreach ($question->places as $place => $group) {
                $fields[$question->field($place)] = 0;
                foreach ($question->get_ordered_choices($group) as $key => $choice) {
                    if ($choice->text === $answer[$place - 1]) {
                        $fields[$question->field($place)] = $key;
                    }
                }
            }
            return $fields;
        case 'multianswer':
            return ['sub1_answer' => $answer[0], 'sub2_answer' => $answer[1]];
        default:
            return ['answer' => $answer];
    }
}
