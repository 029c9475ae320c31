/** Trying a candidate before it is believed. */

import * as path from "node:path";
import type { Believed } from "./believed";
import type { Candidate, Origin } from "./candidates";
import { handshake } from "./handshake";
import { type Reason, reasonOf, Unfit } from "./reasons";
import { lastLine, type Ran, run } from "./run";

const OLDEST = [3, 11] as const;
const WITHIN = 10_000;

/** How the server is started. `bundled`: with the gxlint that travels in the extension. `python` and `pythonVersion` are
 * empty for a command of gxlint, whose Python is its own business. */
export interface Launch {
  readonly command: readonly string[];
  readonly bundled: boolean;
  readonly candidate: Candidate;
  readonly origin: Origin;
  readonly python: string;
  readonly pythonVersion: string;
}

export interface Rejected {
  readonly candidate: Candidate;
  readonly reason: Reason;
}

export interface Outcome {
  readonly launch?: Launch;
  readonly rejected: readonly Rejected[];
}

/** What trying needs to know. `cache` is where byte-code is kept, because the extension's folder may be read-only. */
export interface Ways {
  readonly bundle: string;
  readonly cache: string;
  readonly trusted: boolean;
  readonly useEnvironment: boolean;
  readonly believed?: Pick<Believed, "has" | "add">;
}

interface Probe {
  readonly version: readonly number[];
  readonly executable: string;
  readonly gxlint: boolean;
}

/** The arguments for an interpreter that runs the bundled server. Isolated, so that no module of the person's own can
 * stand in for ours; without installed packages altogether where nothing is trusted. */
export function bundledArguments(ways: Pick<Ways, "bundle" | "cache" | "trusted">): string[] {
  const isolated = ways.trusted ? ["-I"] : ["-I", "-S"];
  return [
    ...isolated,
    "-X",
    "utf8",
    "-X",
    `pycache_prefix=${ways.cache}`,
    path.join(ways.bundle, "run_server.py"),
    "--bundled",
  ];
}

/** How the server is started with this candidate, or why it cannot be. */
export async function attempt(candidate: Candidate, ways: Ways): Promise<Launch | Rejected> {
  try {
    return candidate.kind === "gxlint" ? await asCommand(candidate, ways) : await asPython(candidate, ways);
  } catch (error) {
    return { candidate, reason: reasonOf(error) };
  }
}

export function isLaunch(one: Launch | Rejected): one is Launch {
  return "command" in one;
}

/** The first candidate that works, and those before it that do not. */
export async function firstThatWorks(all: readonly Candidate[], ways: Ways): Promise<Outcome> {
  const rejected: Rejected[] = [];
  for (const candidate of all) {
    const outcome = await attempt(candidate, ways);
    if (isLaunch(outcome)) return { launch: outcome, rejected };
    rejected.push(outcome);
  }
  return { rejected };
}

/** Whether a server that runs should give way to what a new search has found. One that was merely too slow to be tried
 * again, or that nothing was found in place of, stays. */
export function isBetter(now: Launch | undefined, { launch, rejected }: Outcome): boolean {
  if (launch === undefined) return false;
  if (now === undefined) return true;
  const slow = rejected.some((one) => one.reason.kind === "late" && same(one.candidate.command, now.candidate.command));
  return !slow && !same(launch.command, now.command);
}

function same(one: readonly string[], other: readonly string[]): boolean {
  return one.join("\0") === other.join("\0");
}

async function asCommand(candidate: Candidate, ways: Ways): Promise<Launch> {
  const command = [...candidate.command, "server", "--stdio"];
  await answers(command, ways);
  return { command, bundled: false, candidate, origin: candidate.origin, python: "", pythonVersion: "" };
}

async function asPython(candidate: Candidate & { kind: "python" }, ways: Ways): Promise<Launch> {
  const probe = await ask(candidate, ways);
  const pythonVersion = probe.version.join(".");
  const [major = 0, minor = 0] = probe.version;
  if (major < OLDEST[0] || (major === OLDEST[0] && minor < OLDEST[1]))
    throw new Unfit({ kind: "old", version: pythonVersion });
  const about = { candidate, origin: candidate.origin, python: probe.executable, pythonVersion };
  const own = probe.gxlint && ways.trusted && ways.useEnvironment && candidate.which !== "bundled";
  if (own) {
    const command = [probe.executable, "-X", "utf8", path.join(ways.bundle, "run_server.py"), "--environment"];
    try {
      await answers(command, ways);
      return { command, bundled: false, ...about };
    } catch (error) {
      // An old gxlint, or one without the language server: the Python itself is good.
      if (candidate.which === "own") throw error;
    }
  } else if (candidate.which === "own") throw new Unfit({ kind: "no-gxlint" });
  const command = [probe.executable, ...bundledArguments(ways)];
  await answers(command, ways);
  return { command, bundled: true, ...about };
}

/** What an interpreter says of itself. */
async function ask(candidate: Candidate, ways: Ways): Promise<Probe> {
  const isolation = ways.trusted ? [] : ["-I", "-S"];
  const ran = await run([...candidate.command, ...isolation, path.join(ways.bundle, "probe.py")], WITHIN, {
    ...process.env,
    PYTHONUTF8: "1",
  });
  if (ran.code !== 0) throw new Unfit(failure(ran));
  const probe = readProbe(ran.out);
  if (probe === undefined) throw new Unfit({ kind: "foreign" });
  return probe;
}

/** The stubs of Windows that stand for a Python that is not installed end with 9009 or tell of the shop. */
function failure(ran: Ran): Reason {
  if (ran.code === 9009) return { kind: "absent" };
  return { kind: "failed", detail: lastLine(ran.error) || `exit code ${ran.code}` };
}

/** A Python may lack parts, and an installation may be broken: only a server that has answered once is believed. */
async function answers(command: readonly string[], ways: Ways): Promise<void> {
  if (ways.believed?.has(command)) return;
  await handshake(command, ways.trusted);
  ways.believed?.add(command);
}

/** What the probe wrote, or undefined where that was something else. */
export function readProbe(text: string): Probe | undefined {
  try {
    const value: unknown = JSON.parse(lastLine(text));
    if (typeof value !== "object" || value === null) return undefined;
    const { version, executable, gxlint } = value as Record<string, unknown>;
    if (!Array.isArray(version) || !version.every((one) => typeof one === "number")) return undefined;
    if (typeof executable !== "string" || executable === "") return undefined;
    return { version, executable, gxlint: gxlint === true };
  } catch {
    return undefined;
  }
}
