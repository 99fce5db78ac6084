/** Thrown for what the caller handed in: says where in it, and what is wrong there. */
export class PlanError extends Error {
  /** @param {string} path @param {string} message */
  constructor(path, message) {
    super(message);
    this.name = "PlanError";
    this.path = path;
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
