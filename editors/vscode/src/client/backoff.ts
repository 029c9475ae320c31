/** When a server that has died is started again: a few times, each after a longer pause, then not any more. */

/** In so long a time there may be as many crashes as there are pauses. */
const WINDOW = 10 * 60_000;
const PAUSES = [1000, 2000, 4000, 8000, 10_000] as const;
/** And so many altogether, however far apart. */
const MOST = 20;

export class Backoff {
  private times: number[] = [];
  private total = 0;

  /** `now` gives milliseconds. */
  constructor(private readonly now: () => number = Date.now) {}

  /** Note a crash. Milliseconds until the next start, or undefined where there were too many. */
  crashed(): number | undefined {
    const now = this.now();
    this.total += 1;
    this.times = [...this.times.filter((at) => now - at < WINDOW), now];
    return this.total > MOST ? undefined : PAUSES[this.times.length - 1];
  }

  /** How many crashes there were lately. */
  get crashes(): number {
    return this.times.length;
  }

  /** A person has asked for a start: what was before does not count. */
  forget(): void {
    this.times = [];
    this.total = 0;
  }
}
