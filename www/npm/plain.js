// A copy of an argument as plain data: text, finite numbers, booleans, null, arrays, objects. Refuses everything else that
// JavaScript can hold, with its path. `JSON.stringify` would drop a function, write NaN as null and a Map as {}, and an
// answer lost that way would change a plan in silence. A copy, because a getter may give something else when it is read again.

import { PlanError } from "./errors.js";

const DEEPEST = 64;
/** In characters: more than any field holds. */
const LONGEST = 1 << 20;
/** In characters and values: more would not fit into the module's memory together with what is made of it. */
const LARGEST = 512 << 20;

/** @param {string} field where the argument's own fields are, for refusals */
export function plain(value, field = "") {
  if (value === undefined) throw new PlanError(field, "nothing was given");
  return copy(value, { path: field === "" ? [] : [field], left: LARGEST });
}

function copy(value, state) {
  spend(state, 8);
  switch (typeof value) {
    case "string":
      return text(value, state);
    case "boolean":
      return value;
    case "number":
      return Number.isFinite(value) ? value : refuse(state, `${value} is not a number that can be planned with`);
    case "object":
      if (value === null) return null;
      if (state.path.length === DEEPEST) refuse(state, "nested too deeply, or in a circle");
      return Array.isArray(value) ? items(value, state) : fields(value, state);
    default:
      return refuse(state, `a ${typeof value} is not data; use text, numbers, booleans, arrays and plain objects`);
  }
}

function text(value, state) {
  if (value.length > LONGEST) refuse(state, `a text of ${value.length} characters is too long; use up to ${LONGEST}`);
  spend(state, value.length);
  return value;
}

function items(values, state) {
  return Array.from(values, (value, at) => {
    state.path.push(at);
    if (value === undefined) refuse(state, "undefined in an array; leave the element out");
    const item = copy(value, state);
    state.path.pop();
    return item;
  });
}

function fields(value, state) {
  // The prototype of plain objects has none itself, in whatever realm they were made.
  const prototype = Object.getPrototypeOf(value);
  if (prototype !== null && Object.getPrototypeOf(prototype) !== null) {
    const hint = value instanceof Date ? "write days as YYYY-MM-DD" : "use a plain object";
    refuse(state, `a ${prototype.constructor?.name || "class instance"} is not plain data; ${hint}`);
  }
  // Without a prototype, a field named __proto__ is a field like any other.
  const plain = Object.create(null);
  for (const name of Object.keys(value)) {
    const inner = value[name];
    // Not known: the same as if it were not there.
    if (inner === undefined) continue;
    text(name, state);
    state.path.push(name);
    plain[name] = copy(inner, state);
    state.path.pop();
  }
  return plain;
}

function spend(state, size) {
  state.left -= size;
  if (state.left < 0) throw new PlanError("", "more than 512 megabytes, too much at once; pass less at a time");
}

function refuse({ path }, message) {
  const joined = path.reduce((before, step) => {
    if (typeof step === "number") return `${before}[${step}]`;
    return before === "" ? step : `${before}.${step}`;
  }, "");
  throw new PlanError(joined, message);
}
