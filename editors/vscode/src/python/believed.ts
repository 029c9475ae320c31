/** The commands that have answered as the language server does, so that they need not be tried at every start. */

const MOST = 50;

/** `stamp` tells when a file was last changed, undefined where there is none; `version` is that of the extension. */
export class Believed {
  private readonly known: Set<string>;

  constructor(
    known: Iterable<string>,
    private readonly version: string,
    private readonly stamp: (file: string) => number | undefined,
    private readonly save: (known: string[]) => void,
  ) {
    this.known = new Set(known);
  }

  has(command: readonly string[]): boolean {
    const key = this.key(command);
    return key !== undefined && this.known.has(key);
  }

  add(command: readonly string[]): void {
    const key = this.key(command);
    if (key === undefined || this.known.has(key)) return;
    this.known.add(key);
    this.save([...this.known].slice(-MOST));
  }

  /** A server that did not come up is tried anew before it is believed again. */
  doubt(command: readonly string[]): void {
    const key = this.key(command);
    if (key !== undefined && this.known.delete(key)) this.save([...this.known]);
  }

  private key(command: readonly string[]): string | undefined {
    const changed = this.stamp(command[0] ?? "");
    return changed === undefined ? undefined : JSON.stringify([this.version, changed, ...command]);
  }
}
