// The commands by name, in the order of the help.

import { checkCommand } from "./commands/check.js";
import { collectCommand } from "./commands/collect.js";
import { fleetCommand } from "./commands/fleet.js";
import { importCommand } from "./commands/import.js";
import { planCommand } from "./commands/plan.js";
import { schemaCommand } from "./commands/schema.js";

/**
 * `usage`, `says` and `help` are for readers. `operands` names the words after the options, `options` is for `parseArgs`.
 * `run(operands, values)` returns the exit status.
 */
export const COMMANDS = {
  plan: planCommand,
  import: importCommand,
  collect: collectCommand,
  check: checkCommand,
  fleet: fleetCommand,
  schema: schemaCommand,
};
