// `apim-plan assess`: the decision without the plan.

import { assess } from "../../node.js";
import { checkFailOn, failOnOption, statusOf } from "../fail-on.js";
import { eachLine, input, parse, requestOf, textOf } from "../read.js";
import { known, UsageError } from "../usage.js";
import { isTerminal } from "../terminal.js";
import { pretty, print, warn } from "../write.js";

export const assessCommand = {
  usage: "apim-plan assess [FILE] [--format text|json] [--lines] [--fail-on WHAT]",
  says: "Prints the decision for one instance in a few figures, many times faster than `plan`.",
  help: `Reads what \`plan\` reads.

  --format text       one figure a line; the default on a terminal
  --format json       an object; the default in a pipe
  --lines             for each line that is read one line is printed, as with \`plan --lines\`
  --fail-on WHAT      ends with status 3: migrate = the instance must migrate; blocker = there is a blocker

Example:
  az apim show --name NAME --resource-group GROUP | apim-plan import | apim-plan assess --fail-on migrate`,
  operands: ["FILE"],
  options: { format: { type: "string" }, lines: { type: "boolean" }, ...failOnOption },
  run: runAssess,
};

async function runAssess([file], values) {
  const { format = isTerminal && !values.lines ? "text" : "json", lines } = values;
  known("--format", format, ["text", "json"]);
  checkFailOn(values);
  if (values["fail-on"] === "risk") throw new UsageError("--fail-on risk goes with plan and fleet: assess counts no risks");
  if (lines) {
    if (format !== "json") throw new UsageError("--lines writes JSON only");
    return eachLine(file, (line) => assess(requestOf(parse(line))));
  }
  const value = parse(textOf(await input(file)));
  const assessment = assess(requestOf(value));
  warn([value].flat());
  await print(format === "json" ? pretty(assessment) : Object.entries(assessment).map(([name, said]) => `${name.padEnd(26)}${said ?? "-"}`).join("\n"));
  return statusOf(values, { migrate: assessment.status === "migrate" ? 1 : 0, blockers: assessment.blockers, risks: 0 });
}
