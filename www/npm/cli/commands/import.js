// `apim-plan import`: descriptions of instances as requests.

import { importDescription } from "../../node.js";
import { eachLine, input } from "../read.js";
import { known } from "../usage.js";
import { pretty, print } from "../write.js";

export const importCommand = {
  usage: "apim-plan import [FILE] [--lines]",
  says: "Reads descriptions of instances into what `plan` and `fleet` take.",
  help: `Takes the portal's JSON view, \`az apim show\` and \`list\`, Resource Graph as JSON or CSV, ARM templates, REST answers
and lists, also as PowerShell spells them. Prints an array of { request, source, notRead, warnings } and more: the
request is what \`plan\` reads. Secrets are left out.

\`fleet\` takes what this prints; \`plan\` takes it where it is one instance, and \`plan --lines\` where each line is one.

  --format json       the only format; need not be said
  --lines             for each line that is read one line is printed: an array, or
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
