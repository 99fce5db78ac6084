// `apim-plan plan`: the plan of one instance, or of one a line.

import { plan, toCode, toCsv, toHtml, toIcs, toMarkdown, toText, toTicket } from "../../node.js";
import { contextHelp, contextOf, contextOptions } from "../context.js";
import { checkFailOn, failOnHelp, failOnOption, statusOfPlan } from "../fail-on.js";
import { eachLine, input, parse, requestOf, textOf } from "../read.js";
import { coloured, isTerminal, width } from "../terminal.js";
import { known, UsageError } from "../usage.js";
import { pretty, print, refuse, sheet, warn } from "../write.js";

/** The formats that are code. */
const CODE = ["bicep", "terraform", "azcli", "powershell"];

export const planCommand = {
  usage: "apim-plan plan [FILE] [--format FORMAT] [--page URL] [--start TIME] [--paths SET] [--lines] [--fail-on WHAT]",
  says: "Plans the migration and the capacity of one instance.",
  help: `Reads the answers as a JSON object; \`apim-plan schema request\` lists the fields. An absent field means
"not known". Also reads what \`import\` prints of one instance.

  --format text       headline, figures, findings and next steps; the default on a terminal
  --format json       the whole plan; the default in a pipe and with --lines
  --format ticket     the text of a change ticket in Markdown, at most 8,000 characters
  --format markdown   the full report
  --format html       the full report as one file without script
  --format csv        a table: --table checklist (the default) or --table paths; in UTF-8 with the byte order mark
                      that spreadsheets need
  --format ics        the migration as a calendar; it starts at --start 2026-12-01T20:00:00+01:00
  --format azcli      what to send or edit, step by step; also powershell, bicep, terraform. --path ID selects another
                      possible path instead of the recommended one
  --paths SET         recommended, open or all (the default): which paths the JSON contains
  --sources FORM      full (the default) or ids: how the JSON lists the sources
  --lines             prints one line for each line read: a plan, or
                      {"error":{"path":"locations[0].units","message":"…"}}; an empty line is refused as well
${contextHelp}
${failOnHelp}

Examples:
  az apim show --name NAME --resource-group GROUP | apim-plan import | apim-plan plan --format ticket
  echo '{"tier":"premium","platform":"stv1","vnet":"internal"}' | apim-plan plan --format markdown`,
  operands: ["FILE"],
  options: {
    format: { type: "string" }, table: { type: "string" }, start: { type: "string" }, path: { type: "string" },
    paths: { type: "string" }, sources: { type: "string" }, lines: { type: "boolean" }, ...contextOptions, ...failOnOption,
  },
  run: runPlan,
};

async function runPlan([file], values) {
  const { format = isTerminal && !values.lines ? "text" : "json", table, start, path, paths, sources, lines } = values;
  const context = (made) => contextOf(values, made.request);
  const write = {
    text: (made) => coloured(toText(made, width()), values),
    json: (made) => pretty(made),
    ticket: (made) => toTicket(made, context(made)),
    markdown: (made) => toMarkdown(made, context(made)),
    html: (made) => toHtml(made, context(made)),
    csv: (made) => sheet(toCsv(made, table, context(made))),
    ics: (made) => toIcs(made, { start, context: context(made) }) ?? refuse("no calendar: no path is recommended, or the duration of the migration is not documented"),
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
  checkFailOn(values);
  if (!lines) {
    const value = parse(textOf(await input(file)));
    const request = requestOf(value);
    warn([value].flat());
    const made = plan(request, { paths, sources });
    await print(write[format](made));
    return statusOfPlan(values, made);
  }
  if (format !== "json") throw new UsageError("--lines writes JSON only");
  if (values["fail-on"] !== undefined) throw new UsageError("--fail-on goes with one instance, not with --lines");
  return eachLine(file, (line) => plan(requestOf(parse(line)), { paths, sources }));
}
