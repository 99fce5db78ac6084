// What a terminal adds: its width, and colours unless they are not wanted (https://no-color.org).

import { styleText } from "node:util";

/** Whether a person reads the output, and not a program. */
export const isTerminal = process.stdout.isTTY === true;

/** The columns of the terminal; of a pipe, as many as are common. */
export function width() {
  return process.stdout.columns > 0 ? process.stdout.columns : 80;
}

function hasColours(values) {
  return isTerminal && !values["no-color"] && !process.env.NO_COLOR && process.env.TERM !== "dumb";
}

/** Colours for what `toText` writes: headings start in the first column, findings with their severity. */
export function coloured(text, values) {
  if (!hasColours(values)) return text;
  const styled = (style, part) => styleText(style, part, { validateStream: false });
  return text
    .split("\n")
    .map((line) => (/^\S/.test(line) ? styled("bold", line) : line))
    .map((line) => line.replace(/^ {2}Blocker(?= )/, (word) => styled("red", word)).replace(/^ {2}Risk(?= )/, (word) => styled("yellow", word)))
    .join("\n");
}
