/** The process of the server. */

import { type ChildProcess, spawn } from "node:child_process";
import * as os from "node:os";
import type { Launch } from "../python/probe";

/** Start the server. Resolves when the process runs; rejects where it cannot be started. */
export function startProcess(launch: Launch, log: (line: string) => void): Promise<ChildProcess> {
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
