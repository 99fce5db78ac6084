// Values to and from the module, which reads and writes them in `core/src/wasm/`: words of 32 bits, and the texts beside
// them. Writing refuses what is not plain data, with its path: `JSON.stringify` would drop a function, write NaN as null
// and a Map as {}, and an answer lost that way would change a plan without a word.

import { PlanError } from "./errors.js";
import { makers } from "./makers.js";

// The lowest four bits of a word.
const NULL = 0;
const FALSE = 1;
const TRUE = 2;
const ABSENT = 3;
const INT = 4;
const FLOAT = 5;
const TEXT = 6;
const STATIC = 7;
const SEQ = 8;
const MAP = 9;
const STRUCT = 10;

const REACH = 1 << 27;
const DEEPEST = 64;

// ---- writing

let out = new Int32Array(1024);
let length = 0;
let text = "";
let place = 0;
/** Whether a string has signs outside ASCII: only then its length in bytes has to be counted. */
let wide = false;

/** `{ words, text }` for the module. The words are good until the next call. */
export function write(value) {
  if (value === undefined) throw new PlanError("", "nothing was given");
  return written(() => put(value, undefined, 0));
}

/** The same for an array whose elements are refused one by one: `refused` says which and why. */
export function writeEach(values) {
  const refused = new Map();
  const tape = written(() => {
    push(SEQ | (values.length << 4));
    for (let at = 0; at < values.length; at += 1) {
      const before = [length, text, place];
      try {
        if (values[at] === undefined) throw new PlanError("", "nothing was given");
        put(values[at], undefined, 0);
      } catch (error) {
        if (!(error instanceof PlanError)) throw error;
        refused.set(at, error);
        [length, text, place] = before;
        push(NULL);
      }
    }
  });
  return { ...tape, refused };
}

function written(fill) {
  for (wide = false; ; wide = true) {
    length = 0;
    text = "";
    place = 0;
    fill();
    // eslint-disable-next-line no-control-regex -- these are the signs of one byte
    if (wide || /^[\0-\x7f]*$/.test(text)) return { words: new Uint32Array(out.buffer, 0, length), text };
  }
}

function push(word) {
  if (length === out.length) {
    const larger = new Int32Array(out.length * 2);
    larger.set(out);
    out = larger;
  }
  out[length++] = word;
}

function put(value, where, depth) {
  switch (typeof value) {
    case "string":
      return putText(value);
    case "boolean":
      return push(value ? TRUE : FALSE);
    case "number":
      return putNumber(value, where);
    case "object":
      if (value === null) return push(NULL);
      if (depth === DEEPEST) refuse(where, "nested too deeply, or in a circle");
      return Array.isArray(value) ? putArray(value, where, depth + 1) : putObject(value, where, depth + 1);
    default:
      return refuse(where, `a ${typeof value} is not data; use text, numbers, booleans, arrays and plain objects`);
  }
}

function putText(value) {
  const size = wide ? bytesOf(value) : value.length;
  push(TEXT | (size << 4));
  push(place);
  place += size;
  text += value;
}

/** In UTF-8, where half of a surrogate pair becomes the sign for "unreadable". */
function bytesOf(value) {
  let bytes = 0;
  for (const sign of value) {
    const code = sign.codePointAt(0);
    bytes += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
  }
  return bytes;
}

const float = new Float64Array(1);
const halves = new Int32Array(float.buffer);

function putNumber(value, where) {
  if (Number.isInteger(value) && value >= -REACH && value < REACH) return push(INT | (value << 4));
  if (!Number.isFinite(value)) refuse(where, `${value} is not a number that can be planned with`);
  float[0] = value;
  push(FLOAT);
  push(halves[0]);
  push(halves[1]);
}

function putArray(values, where, depth) {
  push(SEQ | (values.length << 4));
  for (let at = 0; at < values.length; at += 1) {
    const inner = { step: at, outer: where };
    if (values[at] === undefined) refuse(inner, "undefined in an array; leave the element out");
    put(values[at], inner, depth);
  }
}

function putObject(value, where, depth) {
  // The prototype of plain objects has none itself, in whatever realm they were made.
  const prototype = Object.getPrototypeOf(value);
  if (prototype !== null && Object.getPrototypeOf(prototype) !== null) {
    const hint = value instanceof Date ? "write days as YYYY-MM-DD" : "use a plain object";
    refuse(where, `a ${prototype.constructor?.name || "class instance"} is not plain data; ${hint}`);
  }
  const start = length;
  push(MAP);
  let count = 0;
  for (const key of Object.keys(value)) {
    const inner = value[key];
    // Not known: the same as if it were not there.
    if (inner === undefined) continue;
    count += 1;
    putText(key);
    // Most answers are words and switches: no place has to be kept for them.
    if (typeof inner === "string") putText(inner);
    else if (typeof inner === "boolean") push(inner ? TRUE : FALSE);
    else put(inner, { step: key, outer: where }, depth);
  }
  out[start] = MAP | (count << 4);
}

function refuse(where, message) {
  let path = "";
  for (let at = where; at; at = at.outer) {
    const step = typeof at.step === "number" ? `[${at.step}]` : at.step;
    path = path === "" || path.startsWith("[") ? step + path : `${step}.${path}`;
  }
  throw new PlanError(path, message);
}

// ---- reading

const decoder = new TextDecoder("utf-8", { ignoreBOM: true, fatal: true });

let words = new Int32Array(0);
let at = 0;
let texts = "";
let from = 0;
let memory;

/** Constant texts by their place in the module's memory. */
const constants = new Map();
/** What makes the objects of a shape, by the place of the shape's name. */
const shapes = new Map();

/** The value on a tape of the module, whose memory has the constant texts. */
export function read(tape, itsMemory) {
  memory = itsMemory;
  if (tape.length === 0) throw new Error("apim-plan: the module gave no answer");
  const [count, size] = tape;
  words = new Int32Array(tape.buffer, tape.byteOffset, count);
  at = 2;
  // What `assess` answers is all constants and numbers: to decode nothing would be a twentieth of its time.
  texts = size === 0 ? "" : decoder.decode(new Uint8Array(tape.buffer, tape.byteOffset + count * 4, size));
  from = 0;
  return take();
}

function take() {
  const word = words[at++];
  switch (word & 15) {
    case NULL:
      return null;
    case FALSE:
      return false;
    case TRUE:
      return true;
    case ABSENT:
      return undefined;
    case INT:
      return word >> 4;
    case FLOAT:
      halves[0] = words[at++];
      halves[1] = words[at++];
      return float[0];
    case TEXT: {
      const start = from;
      from += word >>> 4;
      return texts.substring(start, from);
    }
    case STATIC:
      return constant(word, words[at++]);
    case SEQ: {
      const count = word >>> 4;
      const values = new Array(count);
      for (let i = 0; i < count; i += 1) values[i] = take();
      return values;
    }
    case MAP: {
      const value = {};
      for (let left = word >>> 4; left > 0; left -= 1) {
        const key = take();
        value[key] = take();
      }
      return value;
    }
    case STRUCT: {
      const size = words[at++];
      return (shapes.get(word) ?? shape(word, size))(take);
    }
    default:
      throw new Error("apim-plan: the module and its JavaScript are of different versions");
  }
}

function constant(word, size) {
  const known = constants.get(word);
  // One constant may begin where a longer one does.
  if (known !== undefined && known.size === size) return known.text;
  const text = decoder.decode(new Uint8Array(memory.buffer, word >>> 4, size));
  constants.set(word, { size, text });
  return text;
}

function shape(word, size) {
  const name = decoder.decode(new Uint8Array(memory.buffer, word >>> 4, size));
  const maker = makers[name];
  if (!maker) throw new Error(`apim-plan: nothing makes a ${name}`);
  shapes.set(word, maker);
  return maker;
}
