/** Scores responses with the player: a file of `[question, response]` pairs in, a list of shares out. */

import { readFileSync } from "node:fs";
import { fractionOf } from "../../../../coursebuilder/player/scoring.js";

const pairs = JSON.parse(readFileSync(process.argv[2], "utf-8"));
console.log(JSON.stringify(pairs.map(([question, response]) => fractionOf(question, response))));
