// `apim-plan check`: the prerequisites of the migration.

import { preflight } from "../../node.js";
import { input, instancesIn, valuesIn } from "../read.js";
import { known } from "../usage.js";
import { pretty, print, warn } from "../write.js";

/** A check failed that must pass before the migration starts. */
const BLOCKED = 3;

export const checkCommand = {
  usage: "apim-plan check [FILE] [--format text|json]",
  says: "Checks the prerequisites of the migration against a description.",
  help: `Takes what \`import\` takes, and what it prints. Each prerequisite passed, failed or is not known; a failed one says
what to change, one that is not known says which command tells. Paste networks, rules and routes together with the
instance: \`apim-plan collect\` prints a script that reads them all.

  --format text       for people; this is the default
  --format json       an array with one preflight for each instance

Exit status 3 if a check failed that must pass before the migration starts.

Examples:
  bash collect.sh | apim-plan check
  apim-plan check instance.json --format json`,
  operands: ["FILE"],
  options: { format: { type: "string" } },
  run: runCheck,
};

async function runCheck([file], { format = "text" }) {
  known("--format", format, ["text", "json"]);
  const bytes = await input(file);
  const instances = requestsIn(bytes) ?? instancesIn(bytes);
  warn(instances);
  const made = instances.map((instance) => preflight(instance));
  await print(format === "json" ? pretty(made) : made.map(textOf).join("\n\n"));
  return made.some(({ verdict }) => verdict === "notReady") ? BLOCKED : 0;
}

/** A request, as `plan` reads it: nothing but answers. */
function requestsIn(bytes) {
  const [value] = valuesIn(bytes);
  const described = ["request", "id", "type", "properties", "sku", "value", "data", "resources", "source"];
  const isRequest = typeof value === "object" && value !== null && !Array.isArray(value) && "tier" in value
    && !described.some((field) => field in value);
  return isRequest ? [{ request: value }] : undefined;
}

const RESULTS = { failed: "FAILED", notKnown: "NOT KNOWN", passed: "passed" };

function textOf({ name, headline, failed, notKnown, passed, checks }) {
  const counts = checks.length > 0 ? [`${failed} failed, ${notKnown} not known, ${passed} passed`] : [];
  return [`${name ?? "This instance"}: ${headline}`, ...counts, ...checks.map(lineOf)].join("\n");
}

function lineOf({ result, title, found }) {
  const lines = [`${RESULTS[result].padEnd(10)}${title}`];
  if (result === "passed") return lines[0];
  for (const { location, subnet, result: here, what, instead, portal, commands } of found) {
    if (here === "passed") continue;
    const where = [location, subnet].filter(Boolean).join(", ");
    lines.push(`  ${where ? `${where}: ` : ""}${what}`);
    const help = instead ?? portal;
    if (help) lines.push(`  ${help}`);
    const command = commands?.find(({ shell }) => shell === "bash");
    if (command) lines.push(...command.text.split("\n").map((line) => `    ${line}`));
  }
  return lines.join("\n");
}
