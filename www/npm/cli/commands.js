// The commands by name, in the order of the help.

import { assessCommand } from "./commands/assess.js";
import { checkCommand } from "./commands/check.js";
import { collectCommand } from "./commands/collect.js";
import { compareCommand } from "./commands/compare.js";
import { completionCommand } from "./commands/completion.js";
import { fleetCommand } from "./commands/fleet.js";
import { importCommand } from "./commands/import.js";
import { letterCommand } from "./commands/letter.js";
import { linkCommand } from "./commands/link.js";
import { planCommand } from "./commands/plan.js";
import { schemaCommand } from "./commands/schema.js";

/**
 * `usage`, `says` and `help` are for readers. `operands` names the words after the options, `options` is for `parseArgs`.
 * `run(operands, values)` returns the exit status.
 */
export const COMMANDS = {
  plan: planCommand,
  assess: assessCommand,
  letter: letterCommand,
  link: linkCommand,
  import: importCommand,
  collect: collectCommand,
  check: checkCommand,
  compare: compareCommand,
  fleet: fleetCommand,
  schema: schemaCommand,
  completion: completionCommand,
};
