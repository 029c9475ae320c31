/** Trying a candidate before it is believed. */

import { spawn } from "node:child_process";
import * as os from "node:os";
import * as path from "node:path";
import type { Candidate, Origin } from "./candidates";
import { run } from "./run";

const OLDEST = [3, 11] as const;
const WITHIN = 10_000;
const HANDSHAKE_WITHIN = 30_000;

/** How the server is started. `bundled`: with the gxlint that travels in the extension. */
export interface Launch {
  readonly command: readonly string[];
  readonly bundled: boolean;
  readonly origin: Origin;
  readonly python: string;
  readonly pythonVersion: string;
}

export interface Rejected {
  readonly candidate: Candidate;
  readonly reason: string;
}

/** What trying needs to know. `cache` is where byte-code is kept, because the extension's folder may be read-only. */
export interface Ways {
  readonly bundle: string;
  readonly cache: string;
  readonly trusted: boolean;
  readonly useEnvironment: boolean;
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
    return { candidate, reason: error instanceof Error ? error.message : String(error) };
  }
}

export function isLaunch(one: Launch | Rejected): one is Launch {
  return "command" in one;
}

/** The first candidate that works, and those before it that do not. */
export async function firstThatWorks(
  all: readonly Candidate[],
  ways: Ways,
): Promise<{ launch?: Launch; rejected: Rejected[] }> {
  const rejected: Rejected[] = [];
  for (const candidate of all) {
    const outcome = await attempt(candidate, ways);
    if (isLaunch(outcome)) return { launch: outcome, rejected };
    rejected.push(outcome);
  }
  return { rejected };
}

async function asCommand(candidate: Candidate, ways: Ways): Promise<Launch | Rejected> {
  const command = [...candidate.command, "server", "--stdio"];
  await handshake(command, ways.trusted);
  return { command, bundled: false, origin: candidate.origin, python: candidate.command.join(" "), pythonVersion: "" };
}

async function asPython(candidate: Candidate, ways: Ways): Promise<Launch | Rejected> {
  const isolation = ways.trusted ? [] : ["-I", "-S"];
  const ran = await run([...candidate.command, ...isolation, path.join(ways.bundle, "probe.py")], WITHIN, {
    ...process.env,
    PYTHONUTF8: "1",
  });
  if (ran.code !== 0) return { candidate, reason: lastLine(ran.error) || `exit code ${ran.code}` };
  const probe = readProbe(ran.out);
  if (probe === undefined) return { candidate, reason: "no Python" };
  const [major = 0, minor = 0] = probe.version;
  const pythonVersion = probe.version.join(".");
  if (major < OLDEST[0] || (major === OLDEST[0] && minor < OLDEST[1]))
    return { candidate, reason: `Python ${pythonVersion}` };
  const about = { origin: candidate.origin, python: probe.executable, pythonVersion };
  if (probe.gxlint && ways.trusted && ways.useEnvironment) {
    const command = [probe.executable, "-X", "utf8", path.join(ways.bundle, "run_server.py"), "--environment"];
    try {
      await handshake(command, true);
      return { command, bundled: false, ...about };
    } catch (error) {
      if (candidate.kind === "python" && candidate.onlyWithGxlint === true) throw error;
      // An old gxlint, or one without the language server: the Python itself is good.
    }
  } else if (candidate.kind === "python" && candidate.onlyWithGxlint === true) {
    return { candidate, reason: "no gxlint" };
  }
  return { command: [probe.executable, ...bundledArguments(ways)], bundled: true, ...about };
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

function lastLine(text: string): string {
  return text.trim().split(/\r?\n/).at(-1) ?? "";
}

/** Start a server, wait until it answers `initialize` as gxlint does, and end it. Rejects where it does not. */
export function handshake(
  command: readonly string[],
  trusted: boolean,
  milliseconds = HANDSHAKE_WITHIN,
): Promise<void> {
  return new Promise((resolve, reject) => {
    const [program = "", ...args] = command;
    const child = spawn(program, args, {
      cwd: os.homedir(),
      env: { ...process.env, PYTHONUTF8: "1" },
      windowsHide: true,
      stdio: "pipe",
    });
    let out = Buffer.alloc(0);
    let complaint = "";
    const end = (error?: Error) => {
      clearTimeout(timer);
      child.kill();
      if (error === undefined) resolve();
      else reject(error);
    };
    const timer = setTimeout(() => end(new Error("the language server does not answer")), milliseconds);
    child.on("error", (error) => end(error));
    child.on("close", (code) => end(new Error(lastLine(complaint) || `exit code ${code}`)));
    child.stderr.on("data", (data: Buffer) => {
      complaint = (complaint + data.toString("utf8")).slice(-4000);
    });
    child.stdin.on("error", () => undefined);
    child.stdout.on("data", (data: Buffer) => {
      out = Buffer.concat([out, data]);
      const answer = firstMessage(out);
      if (answer !== undefined) end(isGxlint(answer) ? undefined : new Error("not the language server of gxlint"));
    });
    const initializationOptions = { trusted };
    const params = { processId: process.pid, rootUri: null, capabilities: {}, initializationOptions };
    const body = Buffer.from(JSON.stringify({ jsonrpc: "2.0", id: 1, method: "initialize", params }));
    child.stdin.write(Buffer.concat([Buffer.from(`Content-Length: ${body.length}\r\n\r\n`), body]));
  });
}

/** The first whole message in what a server has written so far. */
export function firstMessage(data: Buffer): unknown {
  const end = data.indexOf("\r\n\r\n");
  if (end < 0) return undefined;
  const length = /content-length: *(\d+)/i.exec(data.subarray(0, end).toString("latin1"))?.[1];
  if (length === undefined) return null;
  const body = data.subarray(end + 4, end + 4 + Number(length));
  if (body.length < Number(length)) return undefined;
  try {
    return JSON.parse(body.toString("utf8"));
  } catch {
    return null;
  }
}

function isGxlint(message: unknown): boolean {
  const result = (message as { result?: { serverInfo?: { name?: unknown } } } | null)?.result;
  return result?.serverInfo?.name === "gxlint";
}
