/** The word of a list that a misspelt one was meant to be; `undefined` where none is near. Case does not count. */
export function nearest(word, words) {
  const wanted = word.toLowerCase();
  let best;
  // A third of the letters may be wrong, two at least.
  let most = Math.max(2, Math.floor(wanted.length / 3));
  for (const each of words) {
    const steps = distance(wanted, each.toLowerCase());
    if (steps > most || steps >= each.length) continue;
    best = each;
    most = steps - 1;
  }
  return best;
}

/** How many letters are added, left out, changed or swapped with the next. */
function distance(from, to) {
  if (Math.abs(from.length - to.length) > 20 || from.length > 64) return Infinity;
  const rows = [Array.from({ length: to.length + 1 }, (_, at) => at)];
  for (let at = 1; at <= from.length; at += 1) {
    const row = [at];
    for (let other = 1; other <= to.length; other += 1) {
      const same = from[at - 1] === to[other - 1];
      row.push(Math.min(rows[at - 1][other] + 1, row[other - 1] + 1, rows[at - 1][other - 1] + (same ? 0 : 1)));
      const swapped = at > 1 && other > 1 && from[at - 1] === to[other - 2] && from[at - 2] === to[other - 1];
      if (swapped) row[other] = Math.min(row[other], rows[at - 2][other - 2] + 1);
    }
    rows.push(row);
  }
  return rows[from.length][to.length];
}
