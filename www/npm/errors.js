/** Thrown for what the caller handed in: says where in it, and what is wrong there. */
export class PlanError extends Error {
  /** @param {string} path @param {string} message */
  constructor(path, message) {
    super(message);
    this.name = "PlanError";
    this.path = path;
  }
}
