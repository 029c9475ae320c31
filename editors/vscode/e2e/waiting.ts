/** How long a step may take, and asking until there is an answer. */

/** The workbench is nineteen megabytes of script: the first editor may take long, and a run that is well loses nothing
 * by patience. */
export const PATIENCE = 120_000;
export const SOON = 30_000;

/** Ask again and again until there is an answer. */
export async function until<T>(
  what: string,
  ask: () => Promise<T | undefined> | T | undefined,
  milliseconds = SOON,
): Promise<T> {
  const end = Date.now() + milliseconds;
  for (;;) {
    const answer = await ask();
    if (answer !== undefined && answer !== false) return answer;
    if (Date.now() > end) throw new Error(`waited in vain for ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

/** Three attempts at something that the window may disturb. */
export async function again(attempt: () => Promise<void>): Promise<void> {
  for (let left = 2; ; left -= 1) {
    try {
      await attempt();
      return;
    } catch (error) {
      if (left === 0) throw error;
    }
  }
}
