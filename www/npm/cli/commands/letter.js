// `apim-plan letter`: what one team must know or do.

import { plan, toLetter } from "../../node.js";
import { contextHelp, contextOf, contextOptions } from "../context.js";
import { input, parse, requestOf, textOf } from "../read.js";
import { known, UsageError } from "../usage.js";
import { print, refuse, warn } from "../write.js";

const OWNERS = ["apim", "network", "dns", "security", "clients", "certificates", "onCall"];

export const letterCommand = {
  usage: "apim-plan letter [FILE] --owner OWNER",
  says: "Writes the letter to one team: what it does, by when, and why.",
  help: `Reads what \`plan\` reads. The letter is plain text, for a mail or a ticket.

  --owner OWNER       ${OWNERS.join(", ")}
${contextHelp}

Example:
  apim-plan letter request.json --owner dns`,
  operands: ["FILE"],
  options: { owner: { type: "string" }, ...contextOptions },
  run: runLetter,
};

async function runLetter([file], { owner, ...values }) {
  if (owner === undefined) throw new UsageError(`--owner is needed: ${OWNERS.join(", ")}`);
  known("--owner", owner, OWNERS);
  const value = parse(textOf(await input(file)));
  const made = plan(requestOf(value), { paths: "recommended", sources: "ids" });
  warn([value].flat());
  return print(toLetter(made, owner, contextOf(values, made.request)) ?? refuse(`the plan has nothing for ${owner}`));
}
