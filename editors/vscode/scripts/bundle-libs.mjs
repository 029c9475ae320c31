// Puts gxlint of this repository and the pure-Python packages that its language server needs into bundled/libs.
// PYTHON names another interpreter than python3; any with pip will do, because nothing is compiled.
import { execFileSync } from "node:child_process";
import { existsSync, readdirSync, rmSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
const repository = path.resolve(root, "../..");
const libs = path.join(root, "bundled", "libs");

export function bundle() {
  rmSync(libs, { recursive: true, force: true });
  pip(
    "install",
    "--target",
    libs,
    "--no-compile",
    "--no-deps",
    "--only-binary=:all:",
    "--require-hashes",
    "--requirement",
    path.join(root, "bundled", "requirements.txt"),
  );
  pip("install", "--target", libs, "--no-compile", "--no-deps", repository);
  tidy();
}

/** Leave out what no server reads: programs for a shell, lists of installed files, stubs of tests. */
function tidy() {
  rmSync(path.join(libs, "bin"), { recursive: true, force: true });
  for (const name of readdirSync(libs)) {
    if (!name.endsWith(".dist-info")) continue;
    for (const file of ["RECORD", "INSTALLER", "REQUESTED", "direct_url.json"])
      rmSync(path.join(libs, name, file), { force: true });
  }
  for (const name of ["gxlint", "gxlint_lsp", "pygls", "lsprotocol"]) {
    if (!existsSync(path.join(libs, name))) throw new Error(`bundled/libs has no ${name}`);
  }
}

/** @param {...string} args */
function pip(...args) {
  const quiet = ["--quiet", "--disable-pip-version-check", "--no-input", "--root-user-action=ignore"];
  execFileSync(process.env.PYTHON ?? "python3", ["-m", "pip", args[0], ...quiet, ...args.slice(1)], {
    stdio: ["ignore", "ignore", "inherit"],
  });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) bundle();
