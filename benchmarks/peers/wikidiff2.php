<?php
// Answers {left, right, runs}, texts with one line a paragraph, with {table, inline: CPU seconds, json: the diff as data}.
function seconds(): float
{
    $used = getrusage();
    return $used["ru_utime.tv_sec"] + $used["ru_stime.tv_sec"] + ($used["ru_utime.tv_usec"] + $used["ru_stime.tv_usec"]) / 1e6;
}

function least(int $runs, callable $work): float
{
    $best = INF;
    for ($run = 0, $spent = 0.0; $run < $runs && $spent <= 0.4; $run++) {
        $start = seconds();
        $work();
        $took = seconds() - $start;
        $best = min($best, $took);
        $spent += $took;
    }
    return $best;
}

if (!function_exists("wikidiff2_do_diff")) {
    exit(1);
}
while (($line = fgets(STDIN)) !== false) {
    $ask = json_decode($line, true);
    $left = $ask["left"];
    $right = $ask["right"];
    $answer = [
        "table" => least($ask["runs"], fn() => wikidiff2_do_diff($left, $right, 2)),
        "inline" => least($ask["runs"], fn() => wikidiff2_inline_diff($left, $right, 2)),
        "json" => base64_encode(wikidiff2_inline_json_diff($left, $right, 1000000)),
    ];
    echo json_encode($answer), "\n";
}
