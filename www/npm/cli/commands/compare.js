// `apim-plan compare`: whether an instance was migrated as planned.

import { compare } from "../../node.js";
import { input, instancesIn, isStandardInput } from "../read.js";
import { isTerminal } from "../terminal.js";
import { known, UsageError } from "../usage.js";
import { pretty, print, refuse, warn } from "../write.js";

export const compareCommand = {
  usage: "apim-plan compare BEFORE AFTER [--path PATH] [--format text|json]",
  says: "Compares two descriptions of an instance, from before and from after its migration.",
  help: `BEFORE and AFTER are files with what \`import\` reads or prints, each with one instance; one of them may be -.

  --path PATH         the path that was taken, such as same-subnet-new-vip
  --format text       the result and one line for each check; the default on a terminal
  --format json       the whole report; the default in a pipe

Example:
  apim-plan compare before.json after.json --path same-subnet-preserve-vip`,
  operands: ["BEFORE", "AFTER"],
  options: { path: { type: "string" }, format: { type: "string" } },
  run: runCompare,
};

async function runCompare([before, after], { path, format = isTerminal ? "text" : "json" }) {
  if (before === undefined || after === undefined) throw new UsageError("two files are needed: BEFORE and AFTER");
  if (isStandardInput(before) && isStandardInput(after)) throw new UsageError("BEFORE and AFTER cannot both be standard input");
  known("--format", format, ["text", "json"]);
  const report = compare(await oneIn(before), await oneIn(after), path);
  if (format === "json") return print(pretty(report));
  const lines = report.lines.map(({ verdict, location, expected, before: was, after: is }) => (
    `  ${verdict.padEnd(14)} ${location === undefined ? "" : `${location}: `}${expected}${was ?? is ? ` (${was ?? "-"} -> ${is ?? "-"})` : ""}`));
  return print([report.headline, ...lines].join("\n"));
}

async function oneIn(file) {
  const instances = instancesIn(await input(file));
  if (instances.length !== 1) refuse(`${file}: one instance is needed, and there are ${instances.length}`);
  warn(instances);
  return instances[0];
}
