/** When a server that has died is started again: a few times, each after a longer pause, then not any more. */

const WINDOW = 3 * 60_000;
const PAUSES = [1000, 2000, 4000, 8000, 10_000] as const;

export class Backoff {
  private crashes: number[] = [];

  /** `now` gives milliseconds. */
  constructor(private readonly now: () => number = Date.now) {}

  /** Note a crash. Milliseconds until the next start, or undefined where there were too many. */
  crashed(): number | undefined {
    const now = this.now();
    this.crashes = [...this.crashes.filter((at) => now - at < WINDOW), now];
    return PAUSES[this.crashes.length - 1];
  }

  /** A person has asked for a start: what was before does not count. */
  forget(): void {
    this.crashes = [];
  }
}
