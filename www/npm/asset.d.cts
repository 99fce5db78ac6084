export * from "./index.cjs";

/**
 * Gets the planner ready from a file. Await it once before the first call.
 *
 * @param source where the module is: an address, a response, its bytes, a compiled module, or a promise of one of these, such
 * as `fetch(url)`. Absent = the file `apim_plan_bg.wasm` beside this script, which bundlers find and copy.
 */
export function init(source?: ModuleSource | PromiseLike<ModuleSource>): Promise<void>;

/** What the module can come from. By shape: not every program has the types of a browser. */
export type ModuleSource =
  | string
  | ArrayBufferLike
  | ArrayBufferView
  /** A `URL`. */
  | { readonly href: string; toJSON(): string }
  /** A `Request`. */
  | { readonly url: string; readonly method: string }
  /** A `Response`. */
  | { readonly ok: boolean; readonly status: number; arrayBuffer(): Promise<ArrayBuffer> }
  /** A `WebAssembly.Module`, whose type is empty. What has fields of its own is refused, since it shares none with this. */
  | { readonly isModule?: never };
