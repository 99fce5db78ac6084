// What the commands read: files and standard input, in the encodings of Windows too, as values and as lines.

import { createReadStream } from "node:fs";
import { importDescription, PlanError } from "../node.js";
import { UsageError } from "./usage.js";
import { refusalOf, refuse, send } from "./write.js";

/** What `import` prints of an instance. */
const IMPORTED = new Set(["request", "source", "at", "notRead", "warnings", "read", "extras"]);

export function parse(text, what = "") {
  if (text.trim() === "") refuse(`${what}the input is empty; if nothing is known, pass {}`);
  try {
    return JSON.parse(text);
  } catch (error) {
    return refuse(`${what}the input is not JSON: ${error.message}`);
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
export function requestOf(value) {
  const values = [value].flat();
  if (values.length > 0 && values.every(isImported)) {
    if (values.length === 1) return values[0].request;
    refuse(`the input has ${values.length} instances: use \`apim-plan fleet\` for all, or \`apim-plan plan --lines\` for one instance a line`);
  }
  if (values.length > 0 && values.every(isDescription)) {
    refuse("the input is a description of instances: run `apim-plan import` first");
  }
  if (!isObject(value)) return value;
  // A line that `import --lines` has refused already.
  if (typeof value.error?.message === "string") throw new PlanError(String(value.error.path ?? ""), value.error.message);
  if (Array.isArray(value.paths)) refuse("the input is a plan: pass its field request");
  return value;
}

/** Instances as `import` printed them, with or without --lines; or what it would read of a description. */
export function instancesIn(bytes) {
  const values = valuesIn(bytes).flat();
  return values.length > 0 && values.every(isImported) ? values : importDescription(bytes);
}

/** The JSON of a text, or of its lines; nothing where it is something else. */
export function valuesIn(bytes) {
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

export async function eachLine(file, answer) {
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

export async function input(file) {
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
    throw new UsageError(`${standard ? "standard input" : file} can't be read: ${error.message}`);
  }
}

export function isStandardInput(file) {
  return file === undefined || file === "-";
}

export function textOf(bytes) {
  return decoderFor(bytes).decode(bytes);
}

/** UTF-16 is what PowerShell writes; without a mark the zeros tell it, since what we read begins with ASCII. A mark is left out. */
function decoderFor([first, second]) {
  if ((first === 0xff && second === 0xfe) || second === 0) return new TextDecoder("utf-16le");
  if ((first === 0xfe && second === 0xff) || first === 0) return new TextDecoder("utf-16be");
  return new TextDecoder();
}
