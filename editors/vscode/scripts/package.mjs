// Builds gxlint-<version>.vsix: the bundled server, the scripts, and what the manifest names. Offline but for pip.
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { createVSIX } from "@vscode/vsce";
import { compile } from "./build.mjs";
import { bundle } from "./bundle-libs.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));

/** @param {string} [target] */
export async function pack(target) {
  const { version } = JSON.parse(readFileSync(`${root}package.json`, "utf8"));
  const vsix = target ?? `${root}gxlint-${version}.vsix`;
  bundle();
  await compile({ minify: true });
  await createVSIX({ cwd: root, packagePath: vsix, dependencies: false });
  return vsix;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) console.log(await pack());
