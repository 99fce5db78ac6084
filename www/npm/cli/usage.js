// Arguments: read by Node's own parser, refused in our own words.

import { parseArgs } from "node:util";

/** The command was called in a wrong way: exit status 2. */
export class UsageError extends Error {}

/** Options and positionals. `options` are those of a command; every command has `--help`. */
export function readArguments(words, options) {
  const all = { ...options, help: { type: "boolean", short: "h" } };
  // Not strict, because the messages of the strict form speak of `parseArgs` and not of the command.
  const { values, positionals, tokens } = parseArgs({ args: words, options: all, allowPositionals: true, strict: false, tokens: true });
  for (const { kind, name, rawName, value } of tokens) {
    if (kind !== "option") continue;
    if (!Object.hasOwn(all, name)) {
      throw new UsageError(`there is no option ${rawName}: there are ${Object.keys(all).map((each) => `--${each}`).join(", ")}`);
    }
    if (all[name].type === "string" && !value) throw new UsageError(`${rawName} needs a value`);
    if (all[name].type === "boolean" && value !== undefined) throw new UsageError(`${rawName} takes no value`);
  }
  return { values, positionals };
}

/** Refuses a word that is not in the list. */
export function known(what, word, words) {
  if (!words.includes(word)) throw new UsageError(`${what} is one of ${words.join(", ")}, not ${word}`);
}
