export * from "./index.cjs";

/**
 * Gets the planner ready from a file. Await it once before the first call.
 *
 * @param source where the module is: an address, a response, its bytes, or a compiled module. Absent = the file
 * `apim_plan_bg.wasm` beside this script, which bundlers find and copy.
 */
export function init(source?: string | URL | Request | Response | ArrayBuffer | ArrayBufferView | WebAssembly.Module): Promise<void>;
