/** From a caret to the piece of the page that it belongs to. */

import type { Position, Range } from "./model";
import type { Place } from "./render";

export function compare(one: Position, other: Position): number {
  return one.line - other.line || one.character - other.character;
}

export function contains(range: Range, position: Position): boolean {
  return compare(range.start, position) <= 0 && compare(position, range.end) <= 0;
}

/** The smallest piece of the report around the caret; else the nearest one before it on its line. */
export function placeAt(places: readonly Place[], caret: Position): Place | undefined {
  let best: Place | undefined;
  let before: Place | undefined;
  for (const place of places) {
    if (place.listed) continue;
    const { start } = place.range;
    if (contains(place.range, caret) && (best === undefined || smaller(place.range, best.range))) best = place;
    const near = start.line === caret.line && compare(start, caret) <= 0;
    if (near && (before === undefined || compare(before.range.start, start) < 0)) before = place;
  }
  return best ?? before;
}

function smaller(one: Range, other: Range): boolean {
  const lines = (range: Range) => range.end.line - range.start.line;
  if (lines(one) !== lines(other)) return lines(one) < lines(other);
  const width = (range: Range) => range.end.character - range.start.character;
  return width(one) < width(other);
}
