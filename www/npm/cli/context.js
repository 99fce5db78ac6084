// Link, day and title of an export: the planner has no clock and no address.

import { encode, PlanError } from "../node.js";

/** The options, for the commands that write exports. */
export const contextOptions = { page: { type: "string" }, date: { type: "string" }, title: { type: "string" } };

export const contextHelp = `  --page URL          your page of this planner, such as https://plan.contoso.example/: exports link to it
  --date DAY          the day of the plan, YYYY-MM-DD; today if absent
  --title TEXT        the title of a ticket or a report`;

/** The context of an export of a request. */
export function contextOf({ page, date, title }, request) {
  return { link: page === undefined ? undefined : linkOf(page, request), date: date ?? today(), title };
}

/** The address of a page with the answers of a request. */
export function linkOf(page, request) {
  if (!URL.canParse(page) || !/^https?:/.test(page)) throw new PlanError("--page", `${page} is no address of a web page`);
  const address = new URL(page);
  address.hash = "";
  return `${address}#/plan?${encode(request)}`;
}

/** Today, where the caller is. */
function today() {
  const now = new Date();
  return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => `${part}`.padStart(2, "0")).join("-");
}
