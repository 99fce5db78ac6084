// From the caller's objects to JSON text. `JSON.stringify` alone would drop functions, write NaN as null and a Map as {}:
// an answer that got lost that way would change the plan without a word.

import { PlanError } from "./errors.js";

const DEEPEST = 64;

/** JSON text of plain data; throws a PlanError with the path of anything else. */
export function textOf(value) {
  if (value === undefined) throw new PlanError("", "nothing was given");
  check(value, undefined, 0);
  return JSON.stringify(value);
}

/** `place` is a chain of keys, made into a path only when there is something to say. */
function check(value, place, depth) {
  switch (typeof value) {
    case "string":
    case "boolean":
    case "undefined":
      return;
    case "number":
      if (!Number.isFinite(value)) refuse(place, `${value} is not a number that can be planned with`);
      return;
    case "object":
      if (value === null) return;
      break;
    default:
      refuse(place, `a ${typeof value} is not data; use text, numbers, booleans, arrays and plain objects`);
  }
  if (depth === DEEPEST) refuse(place, "nested too deeply, or in a circle");
  if (Array.isArray(value)) {
    for (let at = 0; at < value.length; at += 1) {
      const inner = { key: at, outer: place };
      if (value[at] === undefined) refuse(inner, "undefined in an array; leave the element out");
      check(value[at], inner, depth + 1);
    }
    return;
  }
  // The prototype of plain objects has none itself, in whatever realm they were made.
  const prototype = Object.getPrototypeOf(value);
  if (prototype !== null && Object.getPrototypeOf(prototype) !== null) {
    const hint = value instanceof Date ? "; write days as YYYY-MM-DD" : "; use a plain object";
    refuse(place, `a ${prototype.constructor?.name || "class instance"} is not plain data${hint}`);
  }
  for (const key of Object.keys(value)) {
    const inner = value[key];
    // Most answers are words and switches: no place has to be kept for them.
    if (typeof inner === "string" || typeof inner === "boolean" || inner === undefined) continue;
    check(inner, { key, outer: place }, depth + 1);
  }
}

function refuse(place, message) {
  let path = "";
  for (let at = place; at; at = at.outer) {
    const step = typeof at.key === "number" ? `[${at.key}]` : at.key;
    path = path === "" || path.startsWith("[") ? step + path : `${step}.${path}`;
  }
  throw new PlanError(path, message);
}
