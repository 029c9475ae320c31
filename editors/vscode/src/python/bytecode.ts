/** Compiling the bundled packages once after an installation, so that the first start is as quick as the others. */

import * as fs from "node:fs/promises";
import * as path from "node:path";
import type { Launch } from "./probe";
import { run } from "./run";

const WITHIN = 120_000;
const running = new Map<string, Promise<void>>();

/** Compile unless this version of the extension has been compiled for this Python. Rejects where the disk or the Python does not allow it; then Python compiles at every start. */
export function compile(launch: Launch, bundle: string, cache: string, version: string): Promise<void> {
  const mark = path.join(cache, `done-${version}-${launch.pythonVersion}`);
  const known = running.get(mark);
  if (known !== undefined) return known;
  const compiling = compileOnce(launch, bundle, cache, mark);
  running.set(mark, compiling);
  return compiling;
}

async function compileOnce(launch: Launch, bundle: string, cache: string, mark: string): Promise<void> {
  if (!launch.bundled || (await exists(mark))) return;
  await fs.mkdir(cache, { recursive: true });
  const interpreter = launch.python;
  const command = [
    interpreter,
    "-I",
    "-S",
    "-X",
    "utf8",
    "-X",
    `pycache_prefix=${cache}`,
    "-m",
    "compileall",
    "-q",
    path.join(bundle, "libs"),
  ];
  const ran = await run(command, WITHIN, process.env, true);
  if (ran.code !== 0) throw new Error(ran.error.trim() || ran.out.trim() || `exit code ${ran.code}`);
  const old = (await fs.readdir(cache)).filter((name) => name.startsWith("done-"));
  await Promise.all(old.map((name) => fs.rm(path.join(cache, name), { force: true })));
  await fs.writeFile(mark, "");
}

async function exists(file: string): Promise<boolean> {
  return fs.access(file).then(
    () => true,
    () => false,
  );
}
