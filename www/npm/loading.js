/** Calls `begin` on the first call only; after a failure, again. */
export function once(begin) {
  let running;
  return (...args) => {
    running ??= begin(...args).catch((error) => {
      running = undefined;
      throw error;
    });
    return running;
  };
}

/** Says what to do about a module that could not be started. */
export async function explained(starting) {
  try {
    await starting;
  } catch (cause) {
    throw new Error(`apim-plan could not start: ${advice(cause)}`, { cause });
  }
}

function advice(cause) {
  if (typeof WebAssembly === "undefined") return "WebAssembly is turned off in this browser.";
  const said = cause instanceof Error ? cause.message : String(cause);
  if (/unsafe-eval|Content Security Policy|code generation|disallowed by embedder/i.test(said)) {
    return `the page's Content-Security-Policy forbids WebAssembly. Add 'wasm-unsafe-eval' to its script-src. (${said})`;
  }
  return said;
}
