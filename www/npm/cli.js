#!/usr/bin/env node
import { readFileSync, createReadStream } from "node:fs";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { parseArgs } from "node:util";
import { PlanError, schema, version } from "./node.js";
import { core } from "./instance.js";

const DONE = 0;
const REFUSED = 1;
const WRONG_USAGE = 2;

const COMMANDS = {
  plan: {
    line: "apim-plan plan [FILE] [--format json|markdown|csv|ics] [--lines]",
    help: `Plans the migration and the capacity of one instance.

Reads the answers about it as a JSON object; \`apim-plan schema request\` says which there are. All may be
absent, which means "not known".

  --format json      the whole plan (the default)
  --format markdown  a report to paste into a ticket
  --format csv       the actions, one a row
  --format ics       the schedule as a calendar
  --lines            reads one JSON object a line and answers each with one line, a plan or an error

  echo '{"tier":"premium","vnet":"internal","platform":"stv1"}' | apim-plan plan --format markdown`,
    formats: ["json", "markdown", "csv", "ics"],
    lines: true,
  },
};
