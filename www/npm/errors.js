import { nearest } from "./nearest.js";

/** What is wrong, by the first words of the message. The planner's own reader of requests, serde, writes the others. */
const CODES = [
  [/^unknown field `/, "unknownField"],
  [/^unknown (variant|value|option) `/, "unknownValue"],
  [/^missing field `/, "missingField"],
  [/^(invalid type|invalid length|expected )/, "wrongType"],
];

/** Thrown for what the caller handed in: says where in it, and what is wrong there. */
export class PlanError extends Error {
  /** @param {string} path @param {string} message */
  constructor(path, message) {
    super(message);
    this.name = "PlanError";
    this.path = path;
    this.code = CODES.find(([words]) => words.test(message))?.[1] ?? "invalidValue";
    const [, given, expected] = /^unknown \w+ `([^`]*)`, expected (?:one of )?(.*)$/s.exec(message) ?? [];
    const allowed = expected && !expected.includes("…") ? [...expected.matchAll(/`([^`]*)`/g)].map(([, word]) => word) : [];
    if (allowed.length === 0) return;
    this.allowed = allowed;
    const meant = nearest(given, allowed);
    if (meant !== undefined) this.nearest = meant;
  }

  /** As plain data: an error loses its fields when it is cloned or sent to another thread. */
  toJSON() {
    const { code, path, message, allowed, nearest } = this;
    return { code, path, message, ...(allowed && { allowed }), ...(nearest !== undefined && { nearest }) };
  }
}

/** What a value is, also one of another realm, which `instanceof` does not know. */
export function kindOf(value) {
  return Object.prototype.toString.call(value).slice(8, -1);
}

/** @param {string} wanted */
export function expected(wanted, value, advice = "") {
  return new PlanError("", `expected ${wanted}, not ${kindOf(value).toLowerCase()}${advice}`);
}
