/** From a caret to the piece of the page that it belongs to. */

import type { Position, Range, Report } from "./model";
import type { Place } from "./writer";

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
  // A whole table contains everything in it; a cell on the caret's own line says more.
  return best !== undefined && best.range.start.line === best.range.end.line ? best : (before ?? best);
}

function smaller(one: Range, other: Range): boolean {
  const lines = (range: Range) => range.end.line - range.start.line;
  if (lines(one) !== lines(other)) return lines(one) < lines(other);
  const width = (range: Range) => range.end.character - range.start.character;
  return width(one) < width(other);
}

/** The number of the report of a compilation that the caret stands in: the last one whose title it has reached. */
export function reportAt(reports: readonly Report[], caret: Position): number {
  return Math.max(reports.filter((one) => compare(one.range.start, caret) <= 0).length - 1, 0);
}

/** Knows the caret's own way there from a click in the page: then the page stays as it is. A move that does not come
 * (the caret stood there already) must not swallow the next one, so what counts is where the caret arrives. */
export class OwnMove {
  private expected: Range | undefined;

  begin(range: Range): void {
    this.expected = range;
  }

  forget(): void {
    this.expected = undefined;
  }

  /** Whether the caret has arrived where it was sent. Any other move ends the waiting. */
  arrived(range: Range): boolean {
    const expected = this.expected;
    this.expected = undefined;
    return (
      expected !== undefined && compare(expected.start, range.start) === 0 && compare(expected.end, range.end) === 0
    );
  }
}
