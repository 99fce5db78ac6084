// `apim-plan fleet`: many instances, in waves.

import { fleet, toCsv, toIcs, toMarkdown } from "../../node.js";
import { checkFailOn, failOnHelp, failOnOption, statusOf } from "../fail-on.js";
import { input, instancesIn, isStandardInput, parse, textOf } from "../read.js";
import { known, UsageError } from "../usage.js";
import { pretty, print, refuse, sheet, warn } from "../write.js";

export const fleetCommand = {
  usage: "apim-plan fleet [FILE] [--options FILE] [--format json|markdown|csv|ics] [--table NAME] [--fail-on WHAT]",
  says: "Plans many instances: a row for each, waves, and with a calendar a schedule.",
  help: `Reads what \`import\` reads, and what \`import\` prints.

  --options FILE      how many migrations at one time, and when, as JSON:
                      {"simultaneous":2,"calendar":{"from":"2026-12-01","timeZone":"Europe/Amsterdam",
                       "windows":[{"weekdays":["saturday"],"from":"20:00","to":"04:00"}]}}
  --format json       rows, waves, schedule, conflicts; this is the default
  --format markdown   a report
  --format csv        a table: --table instances (the default) or --table schedule; in UTF-8 with the byte order mark
                      that spreadsheets need
  --format ics        the schedule as a calendar; needs a calendar in --options
${failOnHelp}

\`az graph query\` gives 100 rows, or as many as --first says, 1000 at most. If its response has a skip_token, there are
more: repeat the query with --skip-token TOKEN. The responses can be concatenated, as below.

Examples:
  az graph query --first 1000 -q "resources | where type =~ 'microsoft.apimanagement/service'" | apim-plan fleet --format csv
  cat first.json second.json | apim-plan fleet --options when.json --format ics > moves.ics`,
  operands: ["FILE"],
  options: { options: { type: "string" }, format: { type: "string" }, table: { type: "string" }, ...failOnOption },
  run: runFleet,
};

async function runFleet([file], values) {
  const { options, format = "json", table } = values;
  const write = {
    json: (made) => pretty(made),
    markdown: (made) => toMarkdown(made),
    csv: (made) => sheet(toCsv(made, table)),
    ics: (made) => toIcs(made) ?? refuse("the schedule is empty: add a calendar with --options"),
  };
  known("--format", format, Object.keys(write));
  checkFailOn(values);
  if (table !== undefined) {
    if (format !== "csv") throw new UsageError("--table goes with --format csv");
    known("--table", table, ["instances", "schedule"]);
  }
  if (options === "-" && isStandardInput(file)) throw new UsageError("FILE and --options can't both be standard input");
  const when = options === undefined ? undefined : parse(textOf(await input(options)), `--options ${options}: `);
  const instances = instancesIn(await input(file));
  warn(instances);
  const made = fleet(instances, when);
  await print(write[format](made));
  const { migrate, withBlockers, withRisks } = made.totals;
  return statusOf(values, { migrate, blockers: withBlockers, risks: withRisks });
}
