// The functions of the package.

import { PlanError } from "./errors.js";
import { call, callEach } from "./instance.js";

export { PlanError };
export { rules, version } from "./about.js";
export { schema } from "./schema.js";

export function plan(request) {
  return call("plan", request);
}

export function assess(request) {
  return call("assess", request);
}

// So many requests cross at a time: enough to make the crossing cheap, few enough to keep the tape short.
const BATCH = 1_000;

export function planMany(requests) {
  const answers = [];
  for (let from = 0; from < requests.length; from += BATCH) {
    for (const answer of callEach("planMany", requests.slice(from, from + BATCH))) {
      answers.push(answer instanceof PlanError ? { error: { path: answer.path, message: answer.message } } : answer);
    }
  }
  return answers;
}
