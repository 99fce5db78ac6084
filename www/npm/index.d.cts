export * from "./types.cjs";

import type {
  Assessment, CollectOptions, Decoded, Fleet, FleetOptions, Imported, Owner, PathId, Plan, PlanOptions, PlanRequest, Preflight, Report, RuleId,
  Severity, Source,
} from "./types.cjs";

/**
 * Gets the planner ready. Await it once before the first call; further calls cost nothing. In Node, Deno and edge runtimes
 * it is ready as soon as it is imported, and this does nothing.
 *
 * Rejects with what to do when the module cannot be started, such as the line that a Content-Security-Policy lacks.
 */
export function init(): Promise<void>;

/**
 * The plan for an instance. A field that is absent, `undefined` or `null` is not known, which is never the same as "no".
 *
 * `options` ask for less: fewer paths, or the ids of the sources only. What is left out takes no time.
 *
 * @throws {PlanError} when a field or an option is misspelt, of the wrong type, or impossible
 */
export function plan(request: PlanRequest, options: PlanOptions & { sources: "ids" }): PlanWithIds;
export function plan(request: PlanRequest, options?: PlanOptions & { sources?: "full" | null }): Plan;
export function plan(request: PlanRequest, options?: PlanOptions): Plan | PlanWithIds;

/** A plan whose list of sources has ids only: `sources()` says what they mean. */
export type PlanWithIds = Omit<Plan, "sources"> & { sources: string[] };

/** Every source that a plan can name: a new array with each call. */
export function sources(): Source[];

/**
 * The decision of a plan without its words: many times as fast.
 *
 * @throws {PlanError} when a field is misspelt, of the wrong type, or impossible
 */
export function assess(request: PlanRequest): Assessment;

/**
 * `assess` for each of many requests, in their order. A refused one has its error in its place.
 *
 * @throws {PlanError} when it is no array
 */
export function planMany(requests: readonly PlanRequest[]): Array<Assessment | Refusal>;

/** What `planMany` has in the place of a request that was refused. */
export interface Refusal {
  error: Mistake;
}

/** A `PlanError` as plain data. */
export interface Mistake {
  /** What kind of mistake it is. */
  code: MistakeCode;
  /** The field, such as `locations[0].units`; empty for the request as a whole. */
  path: string;
  /** What is wrong with it. */
  message: string;
  /** What is allowed there, where that is a list of words. */
  allowed?: string[];
  /** The word that a misspelt one was meant to be. */
  nearest?: string;
}

export type MistakeCode = "unknownField" | "unknownValue" | "missingField" | "wrongType" | "invalidValue";

/**
 * Reads descriptions of instances: the portal's JSON view, `az apim show` and `list`, Resource Graph as JSON or CSV, ARM
 * templates, REST answers and lists, PowerShell's spelling of any of these. Nothing secret is kept. Takes the text, not what
 * `JSON.parse` made of it; or the bytes of a file, which PowerShell often writes in UTF-16.
 *
 * @throws {PlanError} when it is none of these
 */
export function importDescription(description: string | ArrayBufferLike | ArrayBufferView): Imported[];

/**
 * Rows, waves and, with a calendar, a schedule for many instances. Takes what `importDescription` gives, or requests of
 * your own as `{ request }`.
 *
 * @throws {PlanError} when an option or a request is misspelt, of the wrong type, or impossible
 */
export function fleet(imported: readonly FleetInput[], options?: FleetOptions): Fleet;

/**
 * Whether an instance came out of its migration as planned: its description from before and from after.
 *
 * @param path the path it took; absent = not known
 * @throws {PlanError} when one of them is not what `importDescription` gave
 */
export function compare(before: Imported, after: Imported, path?: PathId): Report;

/**
 * The prerequisites of the migration, each passed, failed or not known, held against what `importDescription` gave: of the
 * instance, and of the networks, rules, routes and settings that were pasted with it. A request of your own as `{ request }`
 * works too; most of it is then not known.
 *
 * @throws {PlanError} when it is neither
 */
export function preflight(imported: FleetInput): Preflight;

/**
 * A script that reads what a plan asks, with the Azure CLI and without changing anything. `importDescription` reads what it
 * prints in one paste. Without a name and a resource group it reads every instance of the subscription.
 *
 * @throws {PlanError} when an option is misspelt or of the wrong type
 */
export function collect(options?: CollectOptions): string;

/** What a fleet needs of each instance; an `Imported` is one. */
export type FleetInput = Pick<Imported, "request"> & Partial<Imported>;

/** What you know and the planner does not: it has no clock and no address. What is absent is left out of the export. */
export interface ExportContext {
  /** The address of a page with these answers: `https://…`. */
  link?: string | null;
  /** The day on which the plan is made, `YYYY-MM-DD`. */
  date?: string | null;
  /** The title, in place of one with the name of the instance. */
  title?: string | null;
}

/**
 * A plan or a fleet as Markdown: the full report.
 *
 * A plan carries its request, and the text is made from that: a plan from a file works too, a changed plan gives the
 * unchanged text. A fleet must be the very object that `fleet` returned; changes to it, or to what it was made from, change
 * nothing in the text.
 */
export function toMarkdown(plan: Plan | PlanWithIds, context?: ExportContext): string;
export function toMarkdown(made: Plan | PlanWithIds | Fleet): string;

/** The text of a change ticket in Markdown, at most 8,000 characters. */
export function toTicket(plan: Plan | PlanWithIds, context?: ExportContext): string;

/** The full report as one HTML file without script: for a mail, a share or an archive. */
export function toHtml(plan: Plan | PlanWithIds, context?: ExportContext): string;

/** Headline, figures, findings and next steps for a terminal of that many columns (80 if absent). */
export function toText(plan: Plan | PlanWithIds, width?: number): string;

/** A table of a plan, for a spreadsheet: the work of the recommended path (the default), or the paths with their figures. */
export function toCsv(plan: Plan | PlanWithIds, table?: "checklist" | "paths", context?: ExportContext): string;
/** A table of a fleet, for a spreadsheet: its instances (the default), or its schedule. */
export function toCsv(fleet: Fleet, table?: "instances" | "schedule"): string;
/** The default table of either. */
export function toCsv(made: Plan | PlanWithIds | Fleet): string;

/**
 * The recommended run as a calendar file, started at that moment (`2026-12-01T20:00:00+01:00`). Events say what to do and who
 * does it. `null` when no path is recommended, or no page says how long it takes.
 */
export function toIcs(plan: Plan | PlanWithIds, options: { start: string; context?: ExportContext }): string | null;
/** The schedule of a fleet as a calendar file; `null` when it has none. */
export function toIcs(fleet: Fleet): string | null;

/** Who a letter is for: an owner of steps, those who renew certificates, or those who are on call in the window. */
export type Recipient = Owner | "certificates" | "onCall";

/** The letter to one recipient; `null` when the plan has nothing for them. */
export function toLetter(plan: Plan | PlanWithIds, owner: Recipient, context?: ExportContext): string | null;

/** A tool that `toCode` writes for. */
export type CodeTool = "azcli" | "bicep" | "powershell" | "terraform";

/**
 * What has to be sent or edited, step by step: a script whose parts are called one by one, or files to split. Names are quoted for
 * their language; what the plan does not know stands in angle brackets. Nothing in it deletes a resource.
 *
 * Without `path` of the recommended path.
 *
 * @throws {PlanError} when the tool is unknown, or the path is ruled out
 */
export function toCode(plan: Plan | PlanWithIds, tool: CodeTool, path?: PathId): string;

/**
 * The answers as the query of a link: `tier=premium&vnet=internal&locations[0][name]=westeurope`. Names, ids, addresses and the
 * day are left out.
 */
export function encode(request: PlanRequest): string;

/**
 * The answers of such a query, all of them.
 *
 * @throws {PlanError} when an answer cannot be used; `path` names it. See `readLink`
 */
export function decode(query: string): PlanRequest;

/** The answers of such a query that can be used, and those that cannot, each with the reason. */
export function readLink(query: string): Decoded;

/** The JSON Schema (2020-12) of a request or of a plan: a new object with each call. */
export function schema(name: "request" | "plan"): Record<string, unknown>;

/** The version of this package. */
export const version: string;

/** The rules that findings come from, and the age of their sources. */
export const rules: {
  /** The day on which we last read the documentation, `YYYY-MM-DD`. */
  readonly checkedOn: string;
  /** The date of the newest page of the documentation, `YYYY-MM-DD`. */
  readonly newestPage: string;
  /** Every rule, in the order of findings with the same severity. */
  readonly list: ReadonlyArray<{
    readonly id: RuleId;
    readonly severity: Severity;
    /** Completes "This rule finds ...". */
    readonly finds: string;
    /** Whether the documentation states the rule, or the rule is derived from it. */
    readonly basis: "stated" | "derived";
    /** Ids of citations; `sources()` says what they mean. */
    readonly sources: readonly string[];
  }>;
};

/** Thrown for what you handed in: says where in it, and what is wrong there. `toJSON` gives it as plain data. */
export class PlanError extends Error implements Mistake {
  constructor(path: string, message: string);
  readonly name: "PlanError";
  /** What kind of mistake it is. */
  readonly code: MistakeCode;
  /** The field, such as `locations[0].units`; empty for the whole. */
  readonly path: string;
  /** What is allowed there, where that is a list of words. */
  readonly allowed?: string[];
  /** The word that a misspelt one was meant to be. */
  readonly nearest?: string;
  toJSON(): Mistake;
}
