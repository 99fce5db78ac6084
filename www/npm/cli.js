#!/usr/bin/env node
// `apim-plan`: the planner for terminals and pipes.

import { once } from "node:events";
import { createReadStream } from "node:fs";
import { parseArgs } from "node:util";
import {
  fleet, importDescription, plan, PlanError, rules, schema, toCode, toCsv, toIcs, toMarkdown, version,
} from "./node.js";

const REFUSED = 1;
const WRONG_USAGE = 2;

/** So much of a message is printed: the name of a misspelt field may be as long as the input. */
const LONGEST = 1_000;

/** The formats that are code. */
const CODE = ["bicep", "terraform", "azcli", "powershell"];

/** What `import` prints of an instance. */
const IMPORTED = new Set(["request", "source", "at", "notRead", "warnings", "read", "extras"]);

class UsageError extends Error {}

const COMMANDS = {
  plan: {
    usage: "apim-plan plan [FILE] [--format FORMAT] [--table NAME] [--start MOMENT] [--path ID] [--paths WHICH] [--sources FORM] [--lines]",
    says: "Plans the migration and the capacity of one instance.",
    help: `Reads what is known of it as a JSON object: \`apim-plan schema request\` says which fields there are. Each may be
left out, which means "not known". Also reads what \`import\` prints of one instance.

  --format json       the whole plan; this is the default
  --format markdown   a report for a ticket
  --format csv        a table: --table checklist (the default) or --table paths; in UTF-8 with the mark that
                      spreadsheets want
  --format ics        the run as a calendar; --start 2026-12-01T20:00:00+01:00 says when it begins
  --format azcli      what has to be sent or edited, step by step; also powershell, bicep, terraform. --path ID takes
                      another path that is open instead of the recommended one
  --paths WHICH       recommended, open or all (the default): which paths the JSON holds
  --sources FORM      full (the default) or ids: how the JSON lists the sources
  --lines             for each line that is read one line is printed: a plan, or
                      {"error":{"path":"locations[0].units","message":"…"}}; an empty line is refused as well

Examples:
  az apim show --name NAME --resource-group GROUP | apim-plan import | apim-plan plan --format markdown
  echo '{"tier":"premium","platform":"stv1","vnet":"internal"}' | apim-plan plan --format markdown`,
    options: {
      format: { type: "string" }, table: { type: "string" }, start: { type: "string" }, path: { type: "string" },
      paths: { type: "string" }, sources: { type: "string" }, lines: { type: "boolean" },
    },
    run: runPlan,
  },
  import: {
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
    options: { format: { type: "string" }, lines: { type: "boolean" } },
    run: runImport,
  },
  fleet: {
    usage: "apim-plan fleet [FILE] [--options FILE] [--format json|markdown|csv|ics] [--table NAME]",
    says: "Plans many instances: a row for each, waves, and with a calendar a schedule.",
    help: `Takes what \`import\` takes, and what it prints.

  --options FILE      how many at a time and when, as JSON:
                      {"simultaneous":2,"calendar":{"from":"2026-12-01","timeZone":"Europe/Amsterdam",
                       "windows":[{"weekdays":["saturday"],"from":"20:00","to":"04:00"}]}}
  --format json       rows, waves, schedule, conflicts; this is the default
  --format markdown   a report
  --format csv        a table: --table instances (the default) or --table schedule; in UTF-8 with the mark that
                      spreadsheets want
  --format ics        the schedule as a calendar; needs a calendar in --options

\`az graph query\` gives 100 rows, or as many as --first says, 1000 at most. Where its answer has a skip_token there are
more: the same with --skip-token TOKEN gives the next. The answers may be read one after another, as below.

Examples:
  az graph query --first 1000 -q "resources | where type =~ 'microsoft.apimanagement/service'" | apim-plan fleet --format csv
  cat first.json second.json | apim-plan fleet --options when.json --format ics > moves.ics`,
    options: { options: { type: "string" }, format: { type: "string" }, table: { type: "string" } },
    run: runFleet,
  },
  schema: {
    usage: "apim-plan schema request|plan",
    says: "Prints the JSON Schema of what `plan` reads, or of what it prints.",
    help: `  --format json       the only format; need not be said

Example:
  apim-plan schema request > request.schema.json`,
    options: { format: { type: "string" } },
    run: runSchema,
  },
};

const HELP = `Plans the move of Azure API Management instances from stv1 to stv2, and their units over zones and regions.

${Object.values(COMMANDS).map(({ usage, says }) => `${usage}\n    ${says}`).join("\n")}

  -h, --help          this; after a command, its options and examples
  -V, --version       the version

What \`import\` prints can be piped into \`plan\` or \`fleet\`. FILE may be in UTF-8, or in UTF-16 as PowerShell writes it;
without FILE, or where it is -, standard input is read.
Exit status: 0 done, 1 the input was refused or the output could not be written, 2 wrong usage.`;

process.stdout.on("error", (error) => {
  // Who reads may stop reading, as `head` does: that is no mistake.
  if (error.code === "EPIPE") process.exit(0);
  complain(`the output cannot be written: ${error.message}`);
  process.exit(REFUSED);
});
// Nobody listens: the exit status says it all the same.
process.stderr.on("error", () => {});

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
    complain(refusal.path ? `${refusal.path}: ${refusal.message}` : refusal.message);
    return REFUSED;
  }
  if (error instanceof UsageError) {
    complain(error.message);
    console.error(`Try: apim-plan ${command === undefined ? "" : `${command} `}--help`);
    return WRONG_USAGE;
  }
  throw error;
}

/** In one line, and nothing in it that a terminal would obey. */
function complain(message) {
  const line = message.replace(/[\0-\x1f\x7f-\x9f]+/g, " ");
  console.error(`apim-plan: ${line.length > LONGEST ? `${line.slice(0, LONGEST)}…` : line}`);
}

/** What was refused, if that is what went wrong. */
function refusalOf(error) {
  if (error instanceof PlanError) return error;
  const isTooLong = error?.code === "ERR_STRING_TOO_LONG" || (error instanceof RangeError && error.message === "Invalid string length");
  return isTooLong ? new PlanError("", "more than half a gigabyte of text can be neither read nor printed at once") : undefined;
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
  const { usage, says, help, run } = COMMANDS[name];
  const options = { ...COMMANDS[name].options, help: { type: "boolean", short: "h" } };
  const { values, positionals, tokens } = parseArgs({ args: words, options, allowPositionals: true, strict: false, tokens: true });
  // Strictly, but in our own words.
  for (const { kind, name, rawName, value } of tokens) {
    if (kind !== "option") continue;
    if (!Object.hasOwn(options, name)) {
      throw new UsageError(`there is no option ${rawName}: there are ${Object.keys(options).map((each) => `--${each}`).join(", ")}`);
    }
    if (options[name].type === "string" && !value) throw new UsageError(`${rawName} needs a value`);
    if (options[name].type === "boolean" && value !== undefined) throw new UsageError(`${rawName} takes no value`);
  }
  if (values.help) return print(`${usage}\n\n${says}\n\n${help}`);
  if (positionals.length > 1) {
    throw new UsageError(`one ${command === "schema" ? "schema" : "FILE"} at a time, not ${positionals.join(" and ")}`);
  }
  return run(positionals[0], values);
}

async function runPlan(file, { format = "json", table, start, path, paths, sources, lines }) {
  const write = {
    json: (made) => pretty(made),
    markdown: (made) => toMarkdown(made),
    csv: (made) => sheet(toCsv(made, table)),
    ics: (made) => toIcs(made, { start }) ?? refuse("no path is recommended that a calendar could show"),
    ...Object.fromEntries(CODE.map((tool) => [tool, (made) => toCode(made, tool, path)])),
  };
  known("--format", format, Object.keys(write));
  if (path !== undefined && !CODE.includes(format)) throw new UsageError(`--path goes with --format ${CODE.join(", ")}`);
  if (table !== undefined) {
    if (format !== "csv") throw new UsageError("--table goes with --format csv");
    known("--table", table, ["checklist", "paths"]);
  }
  const sizes = { "--paths": [paths, ["recommended", "open", "all"]], "--sources": [sources, ["full", "ids"]] };
  for (const [option, [word, words]] of Object.entries(sizes)) {
    if (word === undefined) continue;
    if (format !== "json") throw new UsageError(`${option} goes with --format json`);
    known(option, word, words);
  }
  if ((start === undefined) === (format === "ics")) throw new UsageError("--format ics and --start go together");
  if (!lines) {
    const value = parse(textOf(await input(file)));
    const request = requestOf(value);
    warn([value].flat());
    return print(write[format](plan(request, { paths, sources })));
  }
  if (format !== "json") throw new UsageError("--lines writes JSON only");
  return eachLine(file, (line) => plan(requestOf(parse(line)), { paths, sources }));
}

async function runImport(file, { format = "json", lines }) {
  known("--format", format, ["json"]);
  if (lines) return eachLine(file, importDescription);
  return print(pretty(importDescription(await input(file))));
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
  if (options === "-" && isStandardInput(file)) throw new UsageError("FILE and --options cannot both be standard input");
  const when = options === undefined ? undefined : parse(textOf(await input(options)), `--options ${options}: `);
  const instances = instancesIn(await input(file));
  warn(instances);
  return print(write[format](fleet(instances, when)));
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

function parse(text, what = "") {
  if (text.trim() === "") refuse(`${what}there is nothing to read; where nothing is known, write {}`);
  try {
    return JSON.parse(text);
  } catch (error) {
    return refuse(`${what}this is not JSON: ${error.message}`);
  }
}

function isImported(value) {
  return isObject(value) && isObject(value.request) && Object.keys(value).every((key) => IMPORTED.has(key));
}

function isObject(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** A resource, a list of them, or a template: none of these fields is one of a request. */
function isDescription(value) {
  return isObject(value) && ["properties", "publisherEmail", "sku", "value", "resources"].some((field) => field in value);
}

/** The request: as it was given, or out of what `import` printed. */
function requestOf(value) {
  const values = [value].flat();
  if (values.length > 0 && values.every(isImported)) {
    if (values.length === 1) return values[0].request;
    refuse(`these are ${values.length} instances: \`apim-plan fleet\` plans them all, \`apim-plan plan --lines\` one a line`);
  }
  if (values.length > 0 && values.every(isDescription)) {
    refuse("this describes instances: put it through `apim-plan import` first");
  }
  if (!isObject(value)) return value;
  // A line that `import --lines` has refused already.
  if (typeof value.error?.message === "string") throw new PlanError(String(value.error.path ?? ""), value.error.message);
  if (Array.isArray(value.paths)) refuse("this is a plan already: it was made from what its field request says");
  return value;
}

/** Instances as `import` printed them, with or without --lines; or what it would read of a description. */
function instancesIn(bytes) {
  const values = valuesIn(bytes).flat();
  return values.length > 0 && values.every(isImported) ? values : importDescription(bytes);
}

/** What reading descriptions has warned of, each once: no plan repeats it, and in a pipe nobody else has seen it. */
function warn(instances) {
  const counts = new Map();
  for (const warning of instances.flatMap((instance) => instance?.warnings ?? [])) counts.set(warning, (counts.get(warning) ?? 0) + 1);
  for (const [warning, count] of counts) {
    complain(`warning: ${warning}${count > 1 ? ` (${count} instances)` : ""}`);
  }
}

/** The JSON of a text, or of its lines; nothing where it is something else. */
function valuesIn(bytes) {
  const text = textOf(bytes);
  try {
    return [JSON.parse(text)];
  } catch {
    try {
      return text.split("\n").filter((line) => line.trim() !== "").map((line) => JSON.parse(line));
    } catch {
      return [];
    }
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
  for await (const line of lines(file)) await send(`${answered(line, answer)}\n`);
  return 0;
}

function answered(line, answer) {
  try {
    return JSON.stringify(answer(line));
  } catch (error) {
    const refusal = refusalOf(error);
    if (!refusal) throw error;
    return JSON.stringify({ error: { path: refusal.path, message: refusal.message } });
  }
}

/** Not Node's readline, for which a line also ends at signs that may stand inside of JSON's texts. */
async function* lines(file) {
  let decoder;
  let line = "";
  for await (const piece of pieces(file)) {
    decoder ??= decoderFor(piece);
    const [first, ...others] = decoder.decode(piece, { stream: true }).split("\n");
    line += first;
    for (const next of others) {
      yield line;
      line = next;
    }
  }
  if (line !== "") yield line;
}

async function input(file) {
  const read = [];
  for await (const piece of pieces(file)) read.push(piece);
  return Buffer.concat(read);
}

async function* pieces(file) {
  const standard = isStandardInput(file);
  if (standard && process.stdin.isTTY) {
    console.error(`Reading from the terminal; end with ${process.platform === "win32" ? "Ctrl+Z and Enter" : "Ctrl+D"}.`);
  }
  try {
    yield* standard ? process.stdin : createReadStream(file);
  } catch (error) {
    throw new UsageError(`${standard ? "standard input" : file} cannot be read: ${error.message}`);
  }
}

function isStandardInput(file) {
  return file === undefined || file === "-";
}

function textOf(bytes) {
  return decoderFor(bytes).decode(bytes);
}

/** UTF-16 is what PowerShell writes; without a mark the zeros tell it, since what we read begins with ASCII. A mark is left out. */
function decoderFor([first, second]) {
  if ((first === 0xff && second === 0xfe) || second === 0) return new TextDecoder("utf-16le");
  if ((first === 0xfe && second === 0xff) || first === 0) return new TextDecoder("utf-16be");
  return new TextDecoder();
}
