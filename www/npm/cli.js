#!/usr/bin/env node
// `apim-plan`: the planner for terminals and pipes. One file for each command is in `cli/commands`.

import { rules, version } from "./node.js";
import { COMMANDS } from "./cli/commands.js";
import { meant, readArguments, UsageError } from "./cli/usage.js";
import { complain, print, refusalOf, REFUSED, silence, WRONG_USAGE } from "./cli/write.js";

const HELP = `Plans the migration of Azure API Management instances from stv1 to stv2, and their units across zones and regions.

${Object.values(COMMANDS).map(({ usage, says }) => `${usage}\n    ${says}`).join("\n")}

  -h, --help          this; after a command, its options and examples
  -V, --version       the version
  -q, --quiet         no warnings on standard error
  --no-color          no colours on a terminal; so does the environment variable NO_COLOR

What \`import\` prints can be piped into \`plan\` or \`fleet\`. FILE may be in UTF-8, or in UTF-16 as PowerShell writes it;
without FILE, or with -, standard input is read.
Exit status: 0 done, 1 the input was refused or the output can't be written, 2 wrong usage, 3 --fail-on applies.`;

/** The command that was named: the usage that a mistake points to. */
let command;

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  process.exitCode = explain(error);
}

function explain(error) {
  const refusal = refusalOf(error);
  if (refusal) {
    const { path, message, nearest } = refusal;
    // In front of the list of what is expected, which can be long.
    const said = nearest === undefined ? message : message.replace(", expected ", ` (did you mean ${nearest}?), expected `);
    complain(path ? `${path}: ${said}` : said);
    return REFUSED;
  }
  if (error instanceof UsageError) {
    complain(error.message);
    console.error(`Try: apim-plan ${command === undefined ? "" : `${command} `}--help`);
    return WRONG_USAGE;
  }
  throw error;
}

async function main([name, ...words]) {
  if (name !== undefined && Object.hasOwn(COMMANDS, name)) command = name;
  if (name === "--version" || name === "-V") {
    return print(`${version}`);
  }
  if (name === undefined) throw new UsageError(`a command is needed: ${Object.keys(COMMANDS).join(", ")}`);
  if (name === "help" && command === undefined && words.length > 0) return main([words[0], "--help"]);
  if (name === "--help" || name === "-h" || name === "help") {
    return print(`${HELP}\nVersion ${version}; documentation checked on ${rules.checkedOn}.`);
  }
  if (command === undefined) {
    const names = Object.keys(COMMANDS);
    throw new UsageError(`there is no command ${name}${meant(name, names)}: there are ${names.join(", ")}`);
  }
  const { usage, says, help, operands, run } = COMMANDS[name];
  const { values, positionals } = readArguments(words, COMMANDS[name]);
  if (values.help) return print(`${usage}\n\n${says}\n\n${help}`);
  if (positionals.length > operands.length) {
    throw new UsageError(`${operands.length === 1 ? `one ${operands[0]} at a time` : operands.join(" and ")}, not ${positionals.join(" and ")}`);
  }
  if (values.quiet) silence();
  return run(positionals, values);
}
