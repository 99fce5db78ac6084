import { assess, decode, encode, fleet, importDescription, init, plan, planMany, PlanError, rules, schema, sources, toCsv, toIcs, toMarkdown, version } from "apim-plan";
import { init as initFromFile } from "apim-plan/asset";
import type { Assessment, Fleet, Imported, Path, Plan, PlanOptions, PlanRequest, PlanWithIds, Source } from "apim-plan";

const request: PlanRequest = {
  tier: "premium",
  vnet: "internal",
  autoscale: { minimum: 2, maximum: 6, step: 2 },
  locations: [{ name: "West Europe", units: 2, zones: { kind: "redundant", zones: 2 }, subnet: { prefix: 24 } }],
};
const made: Plan = plan(request);
const short: PlanWithIds = plan(request, { paths: "recommended", sources: "ids" });
const full: Plan = plan(request, { paths: "open", sources: "full" });
const either = (options: PlanOptions): Plan | PlanWithIds => plan(request, options);
const known: Source[] = sources();
const best: Path | undefined = made.paths.find((path) => path.verdict === "recommended");
const down: number | null | undefined = best?.downtime.minutes;
const assessment: Assessment = assess({ ...request, autoscale: false });
const many = planMany([request]).map((answer) => ("error" in answer ? answer.error.path : answer.recommended));
const imported: Imported[] = importDescription("{}");
const planned: Fleet = fleet(imported, { simultaneous: 2 });
const texts: Array<string | null> = [toMarkdown(made), toCsv(made, "paths"), toCsv(planned, "schedule"), toIcs(made, { start: "" }), toIcs(planned)];
const back: PlanRequest = decode(encode(request));
const started: Promise<void>[] = [init(), initFromFile(), ...[
  "apim_plan.wasm", new URL("https://example.org/apim_plan.wasm"), new Request("apim_plan.wasm"), new Response(), fetch("apim_plan.wasm"),
  new ArrayBuffer(8), new Uint8Array(8), new WebAssembly.Module(new Uint8Array(8)), WebAssembly.compile(new Uint8Array(8)),
].map((source) => initFromFile(source))];
const written = { tier: "premium", locations: [{ name: "West Europe" }] } as const;
const held: Imported[] = [new ArrayBuffer(8), new DataView(new ArrayBuffer(8)), new Uint8Array(8)].flatMap((bytes) => importDescription(bytes));
const text = (made: Plan | PlanWithIds | Fleet): string => toMarkdown(made) + toCsv(made);
plan(written);
const age: string = `${version} ${rules.checkedOn} ${schema("plan").title} ${new PlanError("tier", "no").path}`;

// @ts-expect-error -- a misspelt field
plan({ vnett: "internal" });
// @ts-expect-error -- a misspelt option
plan(request, { path: "open" });
// @ts-expect-error -- not a network mode
plan({ vnet: "public" });
// @ts-expect-error -- three or two
plan({ locations: [{ name: "eastus", zones: { kind: "redundant", zones: "3" } }] });
// @ts-expect-error -- a plan's table
toCsv(made, "schedule");
// @ts-expect-error -- a plan has no clock
toIcs(made);
// @ts-expect-error -- its text is wanted
importDescription({});
// @ts-expect-error -- no address
initFromFile(5);
// @ts-expect-error -- no address
initFromFile(Promise.resolve(5));
// @ts-expect-error -- a request has a method
initFromFile({ url: "apim_plan.wasm" });
// @ts-expect-error -- not called
initFromFile(() => fetch("apim_plan.wasm"));

export { age, assessment, back, down, either, full, held, known, many, short, started, texts, text };
