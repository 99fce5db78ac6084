// `apim-plan import`: descriptions of instances as requests.

import { importDescription } from "../../node.js";
import { eachLine, input } from "../read.js";
import { known } from "../usage.js";
import { pretty, print } from "../write.js";

export const importCommand = {
  usage: "apim-plan import [FILE] [--lines]",
  says: "Reads descriptions of instances, for `plan` and `fleet`.",
  help: `Reads the portal's JSON view, \`az apim show\` and \`list\`, Resource Graph as JSON or CSV, ARM templates, REST
responses and lists, also in PowerShell casing. Prints an array of { request, source, notRead, warnings } and more: the
request is what \`plan\` reads. Secrets are dropped.

\`fleet\` reads this output; \`plan\` reads it if it is one instance, and \`plan --lines\` if each line is one.

  --format json       the only format, and the default
  --lines             prints one line for each line read: an array, or
                      {"error":{"path":"","message":"…"}}; an empty line is refused as well

Examples:
  az apim list | apim-plan import > instances.json
  az apim list | apim-plan import | jq -c '.[]' | apim-plan plan --lines`,
  operands: ["FILE"],
  options: { format: { type: "string" }, lines: { type: "boolean" } },
  run: runImport,
};

async function runImport([file], { format = "json", lines }) {
  known("--format", format, ["json"]);
  if (lines) return eachLine(file, importDescription);
  return print(pretty(importDescription(await input(file))));
}
