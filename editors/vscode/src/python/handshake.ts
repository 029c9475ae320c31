/** Whether a command starts the language server of gxlint. */

import { spawn } from "node:child_process";
import * as os from "node:os";
import { Unfit } from "./reasons";
import { Late, lastLine } from "./run";

const WITHIN = 30_000;

/** Start a server, wait until it answers `initialize` as gxlint does, and end it. Rejects where it does not. */
export function handshake(command: readonly string[], trusted: boolean, milliseconds = WITHIN): Promise<void> {
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
      // Nothing is lost with it: no document was opened.
      child.kill("SIGKILL");
      if (error === undefined) resolve();
      else reject(error);
    };
    const timer = setTimeout(() => end(new Late(milliseconds)), milliseconds);
    child.on("error", (error) => end(error));
    child.on("close", (code) => end(new Error(lastLine(complaint) || `exit code ${code}`)));
    child.stderr.on("data", (data: Buffer) => {
      complaint = (complaint + data.toString("utf8")).slice(-4000);
    });
    child.stdin.on("error", () => undefined);
    child.stdout.on("data", (data: Buffer) => {
      out = Buffer.concat([out, data]);
      const answer = firstMessage(out);
      if (answer !== undefined) end(isGxlint(answer) ? undefined : new Unfit({ kind: "foreign" }));
    });
    child.stdin.write(initialize(trusted));
  });
}

function initialize(trusted: boolean): Buffer {
  const initializationOptions = { trusted };
  const params = { processId: process.pid, rootUri: null, capabilities: {}, initializationOptions };
  const body = Buffer.from(JSON.stringify({ jsonrpc: "2.0", id: 1, method: "initialize", params }));
  return Buffer.concat([Buffer.from(`Content-Length: ${body.length}\r\n\r\n`), body]);
}

/** The first whole message in what a server has written so far; null where that is none. */
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
