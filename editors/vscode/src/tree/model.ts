/** The reports of the workspace as a tree: years, reports, findings. */

export interface Counts {
  readonly error: number;
  readonly warning: number;
  readonly info: number;
}

/** A report as the workspace check tells of it. Organ, year and form are missing where the text does not say. */
export interface Checked extends Counts {
  readonly uri: string;
  readonly organ?: string;
  readonly year?: number | null;
  readonly form?: string | null;
}

export interface Summary extends Counts {
  readonly files: number;
  readonly reports: number;
  readonly cancelled: boolean;
  readonly documents: readonly Checked[];
}

export interface Year {
  readonly year: number | null;
  readonly reports: readonly Checked[];
}

/** The reports by year, the newest first and those without a year last; within a year those with more to do first. */
export function byYear(documents: readonly Checked[]): Year[] {
  const years = new Map<number | null, Checked[]>();
  for (const one of documents) {
    const year = one.year ?? yearInName(one.uri);
    const group = years.get(year) ?? [];
    group.push(one);
    years.set(year, group);
  }
  return [...years]
    .sort(([one], [other]) => (other ?? 0) - (one ?? 0))
    .map(([year, reports]) => ({ year, reports: reports.sort(byNeed) }));
}

function byNeed(one: Checked, other: Checked): number {
  return (
    other.error - one.error ||
    other.warning - one.warning ||
    other.info - one.info ||
    name(one.uri).localeCompare(name(other.uri), "zh", { numeric: true })
  );
}

/** The name of the file of a URI. */
export function name(uri: string): string {
  const last = uri.slice(uri.lastIndexOf("/") + 1);
  try {
    return decodeURIComponent(last);
  } catch {
    return last;
  }
}

function yearInName(uri: string): number | null {
  const found = /(?<!\d)(20[0-4]\d)(?!\d)/.exec(name(uri))?.[1];
  return found === undefined ? null : Number(found);
}

/** The counts of all of them together. */
export function sum(all: readonly Counts[]): Counts {
  return all.reduce(
    (one, other) => ({
      error: one.error + other.error,
      warning: one.warning + other.warning,
      info: one.info + other.info,
    }),
    {
      error: 0,
      warning: 0,
      info: 0,
    },
  );
}
