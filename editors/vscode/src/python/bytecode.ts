/** Compiling the bundled packages once after an installation, so that the first start is as quick as the others. */

import * as fs from "node:fs/promises";
import * as path from "node:path";
import type { Launch } from "./probe";
import { run } from "./run";

const WITHIN = 120_000;
const running = new Map<string, Promise<void>>();

const markOf = (version: string) => `done-${version}-`;

/** Whether this version of the extension has been compiled for any Python, or need not be. */
export async function isCompiled(cache: string, version: string): Promise<boolean> {
  return (await names(cache)).some((name) => name.startsWith(markOf(version)));
}

/** Note that there was nothing to compile, so that this is not looked into at every start. */
export async function noteNothing(cache: string, version: string): Promise<void> {
  await fs.mkdir(cache, { recursive: true });
  await fs.writeFile(path.join(cache, `${markOf(version)}none`), "");
}

/** Compile unless this version of the extension has been compiled for this Python. Rejects where the disk or the Python
 * does not allow it; then Python compiles at every start. */
export function compile(launch: Launch, bundle: string, cache: string, version: string): Promise<void> {
  if (!launch.bundled) return Promise.resolve();
  const mark = path.join(cache, markOf(version) + launch.pythonVersion);
  const known = running.get(mark);
  if (known !== undefined) return known;
  const compiling = compileOnce(launch, bundle, cache, mark);
  running.set(mark, compiling);
  return compiling;
}

/** Remove what was compiled for other versions of the extension: everything in `folder` but `current`. */
export async function removeOld(folder: string, current: string): Promise<void> {
  const old = (await names(folder)).filter((name) => name !== current);
  await Promise.all(old.map((name) => fs.rm(path.join(folder, name), { recursive: true, force: true })));
}

async function compileOnce(launch: Launch, bundle: string, cache: string, mark: string): Promise<void> {
  if ((await names(cache)).includes(path.basename(mark))) return;
  await fs.mkdir(cache, { recursive: true });
  const options = ["-I", "-S", "-X", "utf8", "-X", `pycache_prefix=${cache}`];
  const command = [launch.python, ...options, "-m", "compileall", "-q", path.join(bundle, "libs")];
  const ran = await run(command, WITHIN, process.env, true);
  if (ran.code !== 0) throw new Error(ran.error.trim() || ran.out.trim() || `exit code ${ran.code}`);
  await fs.writeFile(mark, "");
}

async function names(folder: string): Promise<string[]> {
  return fs.readdir(folder).catch(() => []);
}
