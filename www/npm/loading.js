/** Calls `begin` until it has succeeded once. Who comes while it runs waits, and begins with a source of his own if it fails. */
export function once(begin) {
  let running;
  let its;
  return (source) => {
    if (running !== undefined && source === its) return running;
    const next = running === undefined ? begin(source) : running.catch(() => begin(source));
    const mine = next.catch((error) => {
      if (running === mine) running = undefined;
      throw error;
    });
    its = source;
    running = mine;
    return mine;
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
  if (/unsafe-eval|Content Security Policy|blocked by CSP|code generation|disallowed by embedder/i.test(said)) {
    return `the page's Content-Security-Policy forbids WebAssembly. Add 'wasm-unsafe-eval' to its script-src. (${said})`;
  }
  return said;
}
