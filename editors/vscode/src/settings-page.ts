/** The effective settings as Markdown. */

export interface Effective {
  readonly file: string | null;
  readonly trusted: boolean;
  readonly settings: Readonly<Record<string, { readonly meaning: string; readonly origin: string }>>;
  readonly rules: readonly {
    readonly code: string;
    readonly name: string;
    readonly title: string;
    readonly on: boolean;
    readonly severity: string;
    readonly origin: string;
  }[];
  readonly plugins: readonly {
    readonly name: string;
    readonly version: string;
    readonly source: string;
    readonly rules: number;
  }[];
  readonly disabled: readonly string[];
  readonly problems: readonly { readonly plugin: string; readonly reason: string }[];
}

export interface Labels {
  readonly title: string;
  readonly file: string;
  readonly none: string;
  readonly untrusted: string;
  readonly settings: string;
  readonly rules: string;
  readonly plugins: string;
  readonly problems: string;
  readonly off: string;
  readonly columns: {
    readonly setting: string;
    readonly meaning: string;
    readonly origin: string;
    readonly rule: string;
    readonly title: string;
    readonly state: string;
    readonly plugin: string;
    readonly source: string;
    readonly count: string;
  };
  severity(name: string): string;
}

export function settingsPage(subject: string, effective: Effective, labels: Labels): string {
  const { columns } = labels;
  const rules = effective.rules.map((one) => [
    `\`${one.code}\``,
    one.title,
    one.on ? labels.severity(one.severity) : labels.off,
    one.origin,
  ]);
  const plugins = effective.plugins.map((one) => [one.name, one.source, String(one.rules)]);
  const pieces = [
    `# ${labels.title}`,
    subject,
    `${labels.file} ${effective.file === null ? labels.none : `\`${effective.file}\``}`,
    ...(effective.trusted ? [] : [labels.untrusted]),
  ];
  const settings = Object.entries(effective.settings).map(([key, one]) => [`\`${key}\``, one.meaning, one.origin]);
  if (settings.length > 0)
    pieces.push(`## ${labels.settings}`, table([columns.setting, columns.meaning, columns.origin], settings));
  pieces.push(`## ${labels.rules}`, table([columns.rule, columns.title, columns.state, columns.origin], rules));
  pieces.push(`## ${labels.plugins}`, table([columns.plugin, columns.source, columns.count], plugins));
  if (effective.problems.length > 0)
    pieces.push(`## ${labels.problems}`, ...effective.problems.map((one) => `- ${one.plugin}: ${one.reason}`));
  return `${pieces.join("\n\n")}\n`;
}

function table(header: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell) => cell.replaceAll("|", "\\|").replace(/\s+/g, " ")).join(" | ")} |`;
  return [line(header), line(header.map(() => "---")), ...rows.map(line)].join("\n");
}
