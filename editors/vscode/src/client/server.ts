/** The process of the server. */

import { type ChildProcess, spawn } from "node:child_process";
import * as os from "node:os";
import type { Launch } from "../python/probe";

/** Start the server. Resolves when the process runs; rejects where it cannot be started. */
export function startProcess(launch: Pick<Launch, "command">, log: (line: string) => void): Promise<ChildProcess> {
  return new Promise((resolve, reject) => {
    const [program = "", ...args] = launch.command;
    const child = spawn(program, args, {
      // A folder that is sure to exist. Paths of settings are made absolute by the folder they belong to.
      cwd: os.homedir(),
      env: { ...process.env, PYTHONUTF8: "1", PYTHONUNBUFFERED: "1" },
      windowsHide: true,
      stdio: "pipe",
    });
    child.once("error", reject);
    child.once("spawn", () => {
      log(`server ${child.pid}: ${launch.command.join(" ")}`);
      // A server that dies while it is written to must not take the extension along.
      child.stdin.on("error", () => undefined);
      resolve(child);
    });
    child.once("exit", (code, signal) => log(`server ${child.pid} ended: ${signal ?? `exit code ${code}`}`));
  });
}

/** Resolves when the process has ended, which it is made to after so many milliseconds. */
export function ended(child: ChildProcess, milliseconds: number): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  return new Promise((resolve) => {
    const timer = setTimeout(() => child.kill("SIGKILL"), milliseconds);
    child.once("exit", () => {
      clearTimeout(timer);
      resolve();
    });
  });
}

/** A promise that is given up after so many milliseconds. */
export function within<T>(promise: Promise<T>, milliseconds: number): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(
      () => reject(new Error(`the server did not answer within ${milliseconds / 1000} s`)),
      milliseconds,
    );
    promise.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}
