<?php
// Collects in $notices what PHP complains of; not that Moodle's own classes are older than this PHP.

$notices = [];
set_error_handler(function ($number, $message, $file, $line) use (&$notices) {
    if (!str_starts_with($message, 'Creation of dynamic property')) {
        $notices[] = "$message ($file:$line)";
    }
    return true;
});
