/** Running a program to its end. */

import { spawn } from "node:child_process";
import * as os from "node:os";

export interface Ran {
  readonly code: number | null;
  readonly out: string;
  readonly error: string;
}

/** A program that took too long. */
export class Late extends Error {
  constructor(milliseconds: number) {
    super(`no answer within ${milliseconds / 1000} s`);
  }
}

/** Run a program without a shell and give what it wrote. Rejects where it cannot be started or takes too long. */
export function run(
  command: readonly string[],
  milliseconds: number,
  env?: NodeJS.ProcessEnv,
  gently = false,
): Promise<Ran> {
  return new Promise((resolve, reject) => {
    const [program, ...args] = command;
    if (program === undefined) {
      reject(new Error("no program"));
      return;
    }
    // The home folder always exists; a folder that is gone would make a program that exists look missing.
    const child = spawn(program, args, {
      cwd: os.homedir(),
      env: env ?? process.env,
      windowsHide: true,
      stdio: ["ignore", "pipe", "pipe"],
    });
    if (gently && child.pid !== undefined) lower(child.pid);
    const out: Buffer[] = [];
    const error: Buffer[] = [];
    child.stdout.on("data", (data: Buffer) => out.push(data));
    child.stderr.on("data", (data: Buffer) => error.push(data));
    const timer = setTimeout(() => {
      child.kill("SIGKILL");
      reject(new Late(milliseconds));
    }, milliseconds);
    child.on("error", (failure) => {
      clearTimeout(timer);
      reject(failure);
    });
    child.on("close", (code) => {
      clearTimeout(timer);
      resolve({ code, out: Buffer.concat(out).toString("utf8"), error: Buffer.concat(error).toString("utf8") });
    });
  });
}

/** The last line that says something, which is where programs tell what went wrong. */
export function lastLine(text: string): string {
  return text.trim().split(/\r?\n/).at(-1) ?? "";
}

function lower(pid: number): void {
  try {
    os.setPriority(pid, os.constants.priority.PRIORITY_LOW);
  } catch {
    // Not allowed everywhere, and only a courtesy.
  }
}
