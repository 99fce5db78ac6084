import planner = require("apim-plan");
import fromFile = require("apim-plan/asset");
import type { Assessment, PlanRequest, Refusal } from "apim-plan";

const request: PlanRequest = { vnet: "internal", locations: [{ name: "eastus", zones: { kind: "redundant", zones: 3 } }] };
const answers: Array<Assessment | Refusal> = planner.planMany([request]);
const letter: string | null = planner.toLetter(planner.plan(request), "dns");

// @ts-expect-error -- two or three
planner.plan({ locations: [{ name: "eastus", zones: { kind: "redundant", zones: 4 } }] });
// @ts-expect-error -- no address
fromFile.init(5);

export = { answers, letter, started: fromFile.init(new Uint8Array(8)) };
