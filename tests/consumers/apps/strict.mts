import { assess, decode, encode, fleet, importDescription, init, plan, planMany, PlanError, rules, schema, toCsv, toIcs, toMarkdown, version } from "apim-plan";
import { init as initFromFile } from "apim-plan/asset";
import type { Assessment, Fleet, Imported, Path, Plan, PlanRequest } from "apim-plan";

const request: PlanRequest = {
  tier: "premium",
  vnet: "internal",
  autoscale: { minimum: 2, maximum: 6, step: 2 },
  locations: [{ name: "West Europe", units: 2, zones: { kind: "redundant", zones: 2 }, subnet: { prefix: 24 } }],
};
const made: Plan = plan(request);
const best: Path | undefined = made.paths.find((path) => path.verdict === "recommended");
const down: number | null | undefined = best?.downtime.minutes;
const assessment: Assessment = assess({ ...request, autoscale: false });
const many = planMany([request]).map((answer) => ("error" in answer ? answer.error.path : answer.recommended));
const imported: Imported[] = importDescription("{}");
const planned: Fleet = fleet(imported, { simultaneous: 2 });
const texts: Array<string | null> = [toMarkdown(made), toCsv(made, "paths"), toCsv(planned, "schedule"), toIcs(made, { start: "" }), toIcs(planned)];
const back: PlanRequest = decode(encode(request));
const started: Promise<void>[] = [init(), initFromFile(new URL("https://example.org/apim_plan.wasm"))];
const age: string = `${version} ${rules.checkedOn} ${schema("plan").title} ${new PlanError("tier", "no").path}`;

// @ts-expect-error -- a misspelt field
plan({ vnett: "internal" });
// @ts-expect-error -- not a network mode
plan({ vnet: "public" });
// @ts-expect-error -- three or two
plan({ locations: [{ name: "eastus", zones: { kind: "redundant", zones: "3" } }] });
// @ts-expect-error -- a plan's table
toCsv(made, "schedule");
// @ts-expect-error -- a plan has no clock
toIcs(made);

export { age, assessment, back, down, many, started, texts };
