// `--fail-on`: an exit status for pipelines that are to stop.

import { known } from "./usage.js";
import { FAILED } from "./write.js";

export const FAIL_ON = ["migrate", "blocker", "risk"];

/** The option, for the commands that have it. */
export const failOnOption = { "fail-on": { type: "string" } };

export const failOnHelp = `  --fail-on WHAT      ends with status 3: migrate = an instance must migrate; blocker = there is a blocker;
                      risk = a blocker or a risk`;

/** Refuses a wrong word before anything is read. */
export function checkFailOn(values) {
  if (values["fail-on"] !== undefined) known("--fail-on", values["fail-on"], FAIL_ON);
}

/** The exit status. `found` has how many instances must migrate, and how many blockers and risks there are. */
export function statusOf(values, { migrate, blockers, risks }) {
  const fails = { migrate: migrate > 0, blocker: blockers > 0, risk: blockers + risks > 0 }[values["fail-on"]];
  return fails ? FAILED : 0;
}

/** The same for a plan. */
export function statusOfPlan(values, { status, findings }) {
  const count = (severity) => findings.filter((finding) => finding.severity === severity).length;
  return statusOf(values, { migrate: status === "migrate" ? 1 : 0, blockers: count("blocker"), risks: count("risk") });
}
