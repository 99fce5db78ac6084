// `apim-plan schema`: JSON Schemas.

import { schema } from "../../node.js";
import { known, UsageError } from "../usage.js";
import { pretty, print } from "../write.js";

export const schemaCommand = {
  usage: "apim-plan schema request|plan",
  says: "Prints the JSON Schema of what `plan` reads, or of what it prints.",
  help: `  --format json       the only format, and the default

Example:
  apim-plan schema request > request.schema.json`,
  operands: ["schema"],
  options: { format: { type: "string" } },
  run: runSchema,
};

async function runSchema([name], { format = "json" }) {
  if (name === undefined) throw new UsageError("which schema: request or plan?");
  known("--format", format, ["json"]);
  known("schema", name, ["request", "plan"]);
  return print(pretty(schema(name)));
}
