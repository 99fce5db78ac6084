// Arguments: read by Node's own parser, refused in our own words.

import { parseArgs } from "node:util";
import { nearest } from "../nearest.js";

/** The command was called in a wrong way: exit status 2. */
export class UsageError extends Error {}

/** What every command has. */
const COMMON = {
  help: { type: "boolean", short: "h" },
  quiet: { type: "boolean", short: "q" },
  "no-color": { type: "boolean" },
};

/** The options of a command and those of all. */
export function optionsOf({ options }) {
  return { ...options, ...COMMON };
}

/** Options and positionals of a command. */
export function readArguments(words, command) {
  const options = optionsOf(command);
  // Not strict, because the messages of the strict form speak of `parseArgs` and not of the command.
  const { values, positionals, tokens } = parseArgs({ args: words, options, allowPositionals: true, strict: false, tokens: true });
  for (const { kind, name, rawName, value } of tokens) {
    if (kind !== "option") continue;
    if (!Object.hasOwn(options, name)) {
      const names = Object.keys(options).map((each) => `--${each}`);
      throw new UsageError(`there is no option ${rawName}${meant(rawName, names)}: there are ${names.join(", ")}`);
    }
    if (options[name].type === "string" && !value) throw new UsageError(`${rawName} needs a value`);
    if (options[name].type === "boolean" && value !== undefined) throw new UsageError(`${rawName} takes no value`);
  }
  return { values, positionals };
}

/** Refuses a word that is not in the list. */
export function known(what, word, words) {
  if (!words.includes(word)) throw new UsageError(`${what} is one of ${words.join(", ")}, not ${word}${meant(word, words)}`);
}

/** ` (did you mean plan?)` where a word of the list is near. */
export function meant(word, words) {
  const near = nearest(word, words);
  return near === undefined ? "" : ` (did you mean ${near}?)`;
}
