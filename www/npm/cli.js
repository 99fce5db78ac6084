#!/usr/bin/env node
// `apim-plan`: the planner for terminals and pipes.

import { once } from "node:events";
import { createReadStream, readFileSync } from "node:fs";
import { createInterface } from "node:readline";
import { parseArgs } from "node:util";
import {
  fleet, importDescription, plan, PlanError, rules, schema, toCsv, toIcs, toMarkdown, version,
} from "./node.js";

const REFUSED = 1;
const WRONG_USAGE = 2;

class UsageError extends Error {}

const COMMANDS = {
  plan: {
    usage: "apim-plan plan [FILE] [--format json|markdown|csv|ics] [--table NAME] [--start MOMENT] [--lines]",
    help: `Plans the migration and the capacity of one instance.

Reads what is known of it as a JSON object: \`apim-plan schema request\` says which fields there are. Each may be
left out, which means "not known".

  --format json       the whole plan; without --format
  --format markdown   a report for a ticket
  --format csv        a table: --table checklist (without --table) or --table paths; in UTF-8 with the mark that
                      spreadsheets want
  --format ics        the run as a calendar; --start 2026-12-01T20:00:00+01:00 says when it begins
  --lines             one JSON object a line in, for each of them one line out: a plan, or what was refused

Example:
  echo '{"tier":"premium","platform":"stv1","vnet":"internal"}' | apim-plan plan --format markdown`,
    options: { format: { type: "string" }, table: { type: "string" }, start: { type: "string" }, lines: { type: "boolean" } },
    run: runPlan,
  },
  import: {
    usage: "apim-plan import [FILE] [--lines]",
    help: `Reads descriptions of instances and prints what they answer: an array of { request, source, notRead, warnings }.

Takes the portal's JSON view, \`az apim show\` and \`list\`, Resource Graph as JSON or CSV, ARM templates, REST answers
and lists, also as PowerShell spells them. Secrets are dropped unseen.

  --lines             one description a line in, for each of them one array a line out

Example:
  az apim list | apim-plan import`,
    options: { format: { type: "string" }, lines: { type: "boolean" } },
    run: runImport,
  },
  fleet: {
    usage: "apim-plan fleet [FILE] [--options FILE] [--format json|markdown|csv|ics] [--table NAME]",
    help: `Plans many instances: a row for each, waves, and with a calendar a schedule. Takes what \`import\` takes.

  --options FILE      how many at a time and when, as JSON:
                      {"simultaneous":2,"calendar":{"from":"2026-12-01","timeZone":"Europe/Amsterdam",
                       "windows":[{"weekdays":["saturday"],"from":"20:00","to":"04:00"}]}}
  --format json       rows, waves, schedule, conflicts; without --format
  --format markdown   a report
  --format csv        a table: --table instances (without --table) or --table schedule; in UTF-8 with the mark that
                      spreadsheets want
  --format ics        the schedule as a calendar; needs a calendar in --options

Example:
  az graph query -q "resources | where type =~ 'microsoft.apimanagement/service'" | apim-plan fleet --format csv`,
    options: { options: { type: "string" }, format: { type: "string" }, table: { type: "string" } },
    run: runFleet,
  },
  schema: {
    usage: "apim-plan schema request|plan",
    help: `Prints the JSON Schema of what \`plan\` reads, or of what it prints.

Example:
  apim-plan schema request > request.schema.json`,
    options: { format: { type: "string" } },
    run: runSchema,
  },
};

const HELP = `Plans the move of Azure API Management instances from stv1 to stv2, and their units over zones and regions.

${Object.values(COMMANDS).map(({ usage }) => `  ${usage}`).join("\n")}

FILE may be - or absent: standard input. \`apim-plan COMMAND --help\` tells more.
--version prints the version. Exit status: 0 done, 1 the input was refused, 2 wrong usage.`;

// Who reads may stop reading, as \`head\` does: that is no mistake.
for (const stream of [process.stdout, process.stderr]) {
  stream.on("error", (error) => {
    if (error.code === "EPIPE") process.exit(0);
    throw error;
  });
}

/** The command that was named: the usage that a mistake points to. */
let command;

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  process.exitCode = explain(error);
}

function explain(error) {
  if (error instanceof PlanError) {
    console.error(`apim-plan: ${error.path ? `${error.path}: ` : ""}${error.message}`);
    return REFUSED;
  }
  if (error instanceof UsageError || String(error?.code).startsWith("ERR_PARSE_ARGS")) {
    console.error(`apim-plan: ${error.message}\nTry: apim-plan ${command === undefined ? "" : `${command} `}--help`);
    return WRONG_USAGE;
  }
  throw error;
}

async function main([name, ...words]) {
  if (name !== undefined && Object.hasOwn(COMMANDS, name)) command = name;
  if (name === "--version" || name === "-V") {
    return print(`${version}`);
  }
  if (name === undefined) throw new UsageError("a command is needed: plan, import, fleet or schema");
  if (name === "help" && command === undefined && words.length > 0) return main([words[0], "--help"]);
  if (name === "--help" || name === "-h" || name === "help") {
    return print(`${HELP}\nVersion ${version}; the pages were read on ${rules.checkedOn}.`);
  }
  if (command === undefined) throw new UsageError(`there is no command ${name}: there are ${Object.keys(COMMANDS).join(", ")}`);
  const { usage, help, options, run } = COMMANDS[name];
  const { values, positionals } = parseArgs({
    args: words,
    options: { ...options, help: { type: "boolean", short: "h" } },
    allowPositionals: true,
  });
  if (values.help) return print(`${usage}\n\n${help}`);
  if (positionals.length > 1) throw new UsageError(`one FILE at a time, not ${positionals.join(" and ")}`);
  return run(positionals[0], values);
}

async function runPlan(file, { format = "json", table, start, lines }) {
  const write = {
    json: (made) => pretty(made),
    markdown: (made) => toMarkdown(made),
    csv: (made) => sheet(toCsv(made, table)),
    ics: (made) => toIcs(made, { start }) ?? refuse("no path is recommended that a calendar could show"),
  };
  known("--format", format, Object.keys(write));
  if (table !== undefined) {
    if (format !== "csv") throw new UsageError("--table goes with --format csv");
    known("--table", table, ["checklist", "paths"]);
  }
  if ((start === undefined) === (format === "ics")) throw new UsageError("--format ics and --start go together");
  if (!lines) return print(write[format](plan(parse(await input(file)))));
  if (format !== "json") throw new UsageError("--lines writes JSON only");
  return eachLine(file, (line) => plan(parse(line)));
}

async function runImport(file, { format = "json", lines }) {
  known("--format", format, ["json"]);
  if (lines) return eachLine(file, importDescription);
  return print(pretty(importDescription(await inputBytes(file))));
}

async function runFleet(file, { options, format = "json", table }) {
  const write = {
    json: (made) => pretty(made),
    markdown: (made) => toMarkdown(made),
    csv: (made) => sheet(toCsv(made, table)),
    ics: (made) => toIcs(made) ?? refuse("the schedule is empty: give a calendar with --options"),
  };
  known("--format", format, Object.keys(write));
  if (table !== undefined) {
    if (format !== "csv") throw new UsageError("--table goes with --format csv");
    known("--table", table, ["instances", "schedule"]);
  }
  const when = options === undefined ? undefined : parse(readFile(options).toString("utf8"));
  return print(write[format](fleet(importDescription(await inputBytes(file)), when)));
}

async function runSchema(name, { format = "json" }) {
  if (name === undefined) throw new UsageError("which schema: request or plan?");
  known("--format", format, ["json"]);
  known("schema", name, ["request", "plan"]);
  return print(pretty(schema(name)));
}

function known(what, word, words) {
  if (!words.includes(word)) throw new UsageError(`${what} is one of ${words.join(", ")}, not ${word}`);
}

function refuse(message) {
  throw new PlanError("", message);
}

function parse(text) {
  if (text.trim() === "") throw new PlanError("", "there is nothing to read; an instance of which nothing is known is {}");
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new PlanError("", `this is not JSON: ${error.message}`);
  }
}

/**
 * Excel takes a CSV file without the mark of UTF-8 for the code page of its machine, and every name with an umlaut is
 * spoilt; all other readers skip the mark. On a terminal it would only be in the way, and `toCsv` itself returns none: a
 * caller may well put texts together.
 */
function sheet(text) {
  return process.stdout.isTTY ? text : `\ufeff${text}`;
}

function pretty(value) {
  return JSON.stringify(value, null, 2);
}

async function print(text) {
  await send(text.endsWith("\n") ? text : `${text}\n`);
  return 0;
}

/** Waits when the reader is slower than we are. */
async function send(text) {
  if (!process.stdout.write(text)) await once(process.stdout, "drain");
}

async function eachLine(file, answer) {
  for await (const line of createInterface({ input: stream(file), crlfDelay: Infinity })) {
    await send(`${JSON.stringify(answered(line, answer))}\n`);
  }
  return 0;
}

function answered(line, answer) {
  try {
    return answer(line);
  } catch (error) {
    if (!(error instanceof PlanError)) throw error;
    return { error: { path: error.path, message: error.message } };
  }
}

async function input(file) {
  return (await inputBytes(file)).toString("utf8").replace(/^\ufeff/, "");
}

async function inputBytes(file) {
  if (!isStandardInput(file)) return readFile(file);
  const pieces = [];
  for await (const piece of stream(file)) pieces.push(piece);
  return Buffer.concat(pieces);
}

function stream(file) {
  if (!isStandardInput(file)) {
    return createReadStream(file).on("error", (error) => {
      process.exit(explain(unreadable(file, error)));
    });
  }
  if (process.stdin.isTTY) console.error("Reading from the terminal; end with Ctrl+D.");
  return process.stdin;
}

function isStandardInput(file) {
  return file === undefined || file === "-";
}

function readFile(file) {
  try {
    return readFileSync(file);
  } catch (error) {
    throw unreadable(file, error);
  }
}

function unreadable(file, error) {
  return new UsageError(`${file} cannot be read: ${error.message}`);
}
