/** Doing something once after a flurry of reasons for it, and never twice at a time. */

export class Calm {
  private timer: NodeJS.Timeout | undefined;
  private running = false;
  private again = false;

  constructor(
    private readonly pause: number,
    private readonly run: () => Promise<unknown>,
  ) {}

  /** There is a reason. */
  soon(): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.now(), this.pause);
  }

  dispose(): void {
    clearTimeout(this.timer);
  }

  private async now(): Promise<void> {
    if (this.running) {
      this.again = true;
      return;
    }
    this.running = true;
    try {
      await this.run();
    } catch {
      // Whoever runs tells about it.
    } finally {
      this.running = false;
      if (this.again) {
        this.again = false;
        this.soon();
      }
    }
  }
}
