// `apim-plan link`: the answers as a link.

import { encode } from "../../node.js";
import { linkOf } from "../context.js";
import { input, parse, requestOf, textOf } from "../read.js";
import { print } from "../write.js";

export const linkCommand = {
  usage: "apim-plan link [FILE] [--page URL]",
  says: "Prints the answers as a link to the page, or as the query of one.",
  help: `Reads what \`plan\` reads. Names, ids, addresses and days are left out.

  --page URL          the page of this planner, such as https://plan.contoso.example/

Example:
  apim-plan link request.json --page https://plan.contoso.example/`,
  operands: ["FILE"],
  options: { page: { type: "string" } },
  run: runLink,
};

async function runLink([file], { page }) {
  const request = requestOf(parse(textOf(await input(file))));
  return print(page === undefined ? encode(request) : linkOf(page, request));
}
