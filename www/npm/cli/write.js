// What the commands write: results to standard output, everything else to standard error.

import { once } from "node:events";
import { PlanError } from "../node.js";

export const REFUSED = 1;
export const WRONG_USAGE = 2;
/** What `--fail-on` asked for was found. */
export const FAILED = 3;

let isQuiet = false;

/** From here on, warnings are not printed. */
export function silence() {
  isQuiet = true;
}

/** So much of a message is printed: the name of a misspelt field may be as long as the input. */
const LONGEST = 1_000;

process.stdout.on("error", (error) => {
  // Who reads may stop reading, as `head` does: that is no mistake.
  if (error.code === "EPIPE") process.exit(0);
  complain(`the output cannot be written: ${error.message}`);
  process.exit(REFUSED);
});
// Nobody listens: the exit status says it all the same.
process.stderr.on("error", () => {});

/** In one line, and nothing in it that a terminal would obey. */
export function complain(message) {
  const line = message.replace(/[\0-\x1f\x7f-\x9f]+/g, " ");
  console.error(`apim-plan: ${line.length > LONGEST ? `${line.slice(0, LONGEST)}…` : line}`);
}

/** What was refused, if that is what went wrong. */
export function refusalOf(error) {
  if (error instanceof PlanError) return error;
  const isTooLong = error?.code === "ERR_STRING_TOO_LONG" || (error instanceof RangeError && error.message === "Invalid string length");
  return isTooLong ? new PlanError("", "more than half a gigabyte of text can be neither read nor printed at once") : undefined;
}

export function refuse(message) {
  throw new PlanError("", message);
}

/** What reading descriptions has warned of, each once: no plan repeats it, and in a pipe nobody else has seen it. */
export function warn(instances) {
  if (isQuiet) return;
  const counts = new Map();
  for (const warning of instances.flatMap((instance) => instance?.warnings ?? [])) counts.set(warning, (counts.get(warning) ?? 0) + 1);
  for (const [warning, count] of counts) {
    complain(`warning: ${warning}${count > 1 ? ` (${count} instances)` : ""}`);
  }
}

/**
 * Excel takes a CSV file without the mark of UTF-8 for the code page of its machine, and every name with an umlaut is
 * spoilt; all other readers skip the mark. On a terminal it would only be in the way, and `toCsv` itself returns none: a
 * caller may well put texts together.
 */
export function sheet(text) {
  return process.stdout.isTTY ? text : `\ufeff${text}`;
}

export function pretty(value) {
  return JSON.stringify(value, null, 2);
}

export async function print(text) {
  await send(text.endsWith("\n") ? text : `${text}\n`);
  return 0;
}

/** Waits when the reader is slower than we are. */
export async function send(text) {
  if (!process.stdout.write(text)) await once(process.stdout, "drain");
}
