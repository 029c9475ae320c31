/** What a server's error means for a person. */

const REQUEST_FAILED = -32803;

/** The server's own words where it has refused in words that are meant for a person; undefined for all other errors,
 * which are for the log. */
export function refusal(error: unknown): string | undefined {
  if (typeof error !== "object" || error === null) return undefined;
  const { code, message } = error as { code?: unknown; message?: unknown };
  return code === REQUEST_FAILED && typeof message === "string" && message.trim() !== "" ? message : undefined;
}
