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
  /** How many reports the file holds; the rest is that of the first. */
  readonly parts?: number;
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

/** Whether a URI is this one or lies in its folder. Both are spelled alike. */
function within(uri: string, folder: string): boolean {
  return uri === folder || uri.startsWith(folder.endsWith("/") ? folder : `${folder}/`);
}

/** The reports that are left when a file or a folder has gone. */
export function without(documents: readonly Checked[], gone: string): readonly Checked[] {
  return documents.filter((one) => !within(one.uri, gone));
}

/** The reports after a file or a folder has got another name. A file of another kind may be no report any more. */
export function renamed(documents: readonly Checked[], from: string, to: string): readonly Checked[] {
  const kind = (uri: string) => /\.[^./]*$/.exec(name(uri))?.[0].toLowerCase();
  return documents.flatMap((one) => {
    if (!within(one.uri, from)) return [one];
    const uri = to + one.uri.slice(from.length);
    return kind(uri) === kind(one.uri) ? [{ ...one, uri }] : [];
  });
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
