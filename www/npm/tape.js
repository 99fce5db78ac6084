// Values to and from the module, which reads and writes them in `core/src/wasm/`: words of 32 bits in its memory, and the
// texts between or beside them. Writing refuses what is not plain data, with its path: `JSON.stringify` would drop a function, write NaN as null
// and a Map as {}, and an answer lost that way would change a plan without a word.

import { PlanError } from "./errors.js";
import { makers, sourceLike } from "./makers.js";

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
const SOURCE = 11;

const REACH = 1 << 27;
const DEEPEST = 64;
/** In units of UTF-16: more than any field holds, and few enough for a plan that repeats it. */
const LONGEST = 1 << 20;
/** In words, so 512 MB: what the module's memory holds beside all that is made of it. */
const LARGEST = 1 << 27;

/** The functions of the module and its memory, which is seen as words and as bytes until it grows. */
let module;
let words = new Int32Array(0);
let bytes = new Uint8Array(0);

/** `exports`: what the module gives away, its memory with it. */
export function connect(exports) {
  module = exports;
}

function look() {
  if (words.length !== 0) return;
  words = new Int32Array(module.memory.buffer);
  bytes = new Uint8Array(module.memory.buffer);
}

// ---- writing

/** In words: where the tape begins, where it goes on, and where its room ends. */
let start = 0;
let at = 0;
let end = 0;
let writing = false;

/** Writes a tape into the room for one; gives its length in bytes. */
export function write(value) {
  if (value === undefined) throw new PlanError("", "nothing was given");
  begin();
  put(value, undefined, 0);
  return finish();
}

/** The same for an array whose elements are refused one by one: `refused` says which and why. */
export function writeEach(values) {
  const refused = new Map();
  begin();
  push(SEQ | (values.length << 4));
  for (let i = 0; i < values.length; i += 1) {
    const before = at - start;
    try {
      if (values[i] === undefined) throw new PlanError("", "nothing was given");
      put(values[i], undefined, 0);
    } catch (error) {
      if (!(error instanceof PlanError)) throw error;
      refused.set(i, error);
      at = start + before;
      push(NULL);
    }
  }
  return { size: finish(), refused };
}

function begin() {
  look();
  at = start;
  writing = true;
}

function finish() {
  writing = false;
  return (at - start) * 4;
}

/** What is written so far, while a getter of the value that is being written calls the package itself. */
export function keep() {
  return writing ? words.slice(start, at) : undefined;
}

/** Goes on after what was kept, or gives up what was being written. */
export function goOn(kept) {
  writing = kept !== undefined;
  if (!writing) return;
  look();
  at = start;
  if (end - start < kept.length) enlarge(kept.length);
  words.set(kept, start);
  at = start + kept.length;
}

/** After a call that came to no end, the module no longer has the room. */
export function forget() {
  start = at = end = 0;
}

/** Makes room for so many words more. */
function enlarge(more) {
  const written = at - start;
  if (written + more > LARGEST) throw new PlanError("", "more than 512 megabytes, too much at once; hand in less at a time");
  const size = Math.min(Math.max(1024, (written + more) * 2), LARGEST);
  start = module.room(size * 4) >>> 2;
  at = start + written;
  end = start + size;
  look();
}

function push(word) {
  if (at === end) enlarge(1);
  words[at++] = word;
}

function put(value, where, depth) {
  switch (typeof value) {
    case "string":
      return putText(value, where);
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

/** Nearly all texts are short and of signs that are one byte in UTF-8: no encoder is as fast with them. */
function putText(value, where) {
  const size = value.length;
  if (size > LONGEST) refuse(where, `a text of ${size} signs is too long; use up to ${LONGEST}`);
  // No sign takes more than three bytes for each of its units.
  if (end - at <= size) enlarge(size + 1);
  const from = (at + 1) * 4;
  for (let i = 0; i < size; i += 1) {
    const code = value.charCodeAt(i);
    if (code > 0x7f) return putWide(value, from);
    bytes[from + i] = code;
  }
  words[at] = TEXT | (size << 4);
  at += 1 + ((size + 3) >> 2);
}

const encoder = new TextEncoder();

function putWide(value, from) {
  const { written } = encoder.encodeInto(value, bytes.subarray(from));
  words[at] = TEXT | (written << 4);
  at += 1 + ((written + 3) >> 2);
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
  for (let i = 0; i < values.length; i += 1) {
    const inner = { step: i, outer: where };
    if (values[i] === undefined) refuse(inner, "undefined in an array; leave the element out");
    put(values[i], inner, depth);
  }
}

function putObject(value, where, depth) {
  // The prototype of plain objects has none itself, in whatever realm they were made.
  const prototype = Object.getPrototypeOf(value);
  if (prototype !== null && Object.getPrototypeOf(prototype) !== null) {
    const hint = value instanceof Date ? "write days as YYYY-MM-DD" : "use a plain object";
    refuse(where, `a ${prototype.constructor?.name || "class instance"} is not plain data; ${hint}`);
  }
  const before = at - start;
  push(MAP);
  let count = 0;
  for (const key of Object.keys(value)) {
    const inner = value[key];
    // Not known: the same as if it were not there.
    if (inner === undefined) continue;
    count += 1;
    putText(key, where);
    // Most answers are words and switches: no place has to be kept for them.
    if (typeof inner === "string" && inner.length <= LONGEST) putText(inner);
    else if (typeof inner === "boolean") push(inner ? TRUE : FALSE);
    else put(inner, { step: key, outer: where }, depth);
  }
  words[start + before] = MAP | (count << 4);
}

function refuse(where, message) {
  let path = "";
  for (let here = where; here; here = here.outer) {
    const step = typeof here.step === "number" ? `[${here.step}]` : here.step;
    path = path === "" || path.startsWith("[") ? step + path : `${step}.${path}`;
  }
  throw new PlanError(path, message);
}

// ---- reading

const decoder = new TextDecoder("utf-8", { ignoreBOM: true, fatal: true });

let texts = "";
let from = 0;
/** Where constant texts begin. */
let base = 0;

/** Constant texts by their place in the module's memory; and those met last, spread over fewer places: no map is as fast. */
const constants = new Map();
const PLACES = 1 << 13;
const met = new Int32Array(PLACES);
// The word of null is zero: it is known from the start.
const said = new Array(PLACES).fill(null);
/** What makes the objects of a shape, by the place of the shape's name. */
const shapes = new Map();
/** What a plan may refer to, by id. */
const sources = new Map();

/** The value on a tape of the module. */
export function read(place) {
  if (place === 0) throw new Error("apim-plan: the module gave no answer");
  look();
  at = place >>> 2;
  const text = words[at];
  const size = words[at + 1];
  base = words[at + 2];
  at += 3;
  // What `assess` answers is all constants and numbers: to decode nothing would be a twentieth of its time.
  texts = size === 0 ? "" : decoder.decode(bytes.subarray(text, text + size));
  from = 0;
  return take();
}

/** Before the first plan is read: plans only name their sources. */
export function learnSources() {
  if (sources.size === 0) for (const source of read(module.sources())) sources.set(source.id, source);
}

/** So short that it is made a part of every maker: most of what is taken are constant texts. */
function take() {
  const word = words[at++];
  const place = placeOf(word);
  return met[place] === word ? said[place] : other(word);
}

/** Multiplying by a large odd number spreads words that are alike. */
function placeOf(word) {
  return Math.imul(word, 0x9e3779b1) >>> 19;
}

function other(word) {
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
      return constant(word);
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
    case STRUCT:
      return (shapes.get(word) ?? shape(word))(take);
    case SOURCE:
      return sourceLike(sources.get(take()));
    default:
      throw new Error("apim-plan: the module and its JavaScript are of different versions");
  }
}

function constant(word) {
  let text = constants.get(word);
  if (text === undefined) constants.set(word, (text = decode(word)));
  met[placeOf(word)] = word;
  said[placeOf(word)] = text;
  return text;
}

function shape(word) {
  const name = decode(word);
  const maker = makers[name];
  if (!maker) throw new Error(`apim-plan: nothing makes a ${name}`);
  shapes.set(word, maker);
  return maker;
}

function decode(word) {
  const place = base + (word >>> 12);
  return decoder.decode(bytes.subarray(place, place + ((word >>> 4) & 0xff)));
}
