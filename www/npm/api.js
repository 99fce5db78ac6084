// The functions of the package. Between JavaScript and the module go texts: measured, JSON is faster to parse here than
// objects are to build from there, property by property.

import { core } from "./instance.js";
import { textOf } from "./text.js";

export { rules, version } from "./about.js";
export { PlanError } from "./errors.js";
export { schema } from "./schema.js";

export function plan(request) {
  return JSON.parse(core().plan(textOf(request)));
}

export function assess(request) {
  return JSON.parse(core().assess(textOf(request)));
}

// So many requests cross at a time: enough to make the crossing cheap, few enough to keep the text small.
const BATCH = 1_000;

export function planMany(requests) {
  const answers = [];
  for (let from = 0; from < requests.length; from += BATCH) {
    const refused = new Map();
    const lines = requests.slice(from, from + BATCH).map((request, at) => {
      try {
        return textOf(request);
      } catch ({ path, message }) {
        refused.set(at, { error: { path, message } });
        return "{}";
      }
    });
    const batch = JSON.parse(core().planMany(lines.join("\n")));
    for (const [at, answer] of refused) batch[at] = answer;
    for (const answer of batch) answers.push(answer);
  }
  return answers;
}
