// Bundles the extension and the script of the preview. `--watch` is not needed: a build takes a tenth of a second.
import { copyFile, mkdir, rm } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

export const root = fileURLToPath(new URL("..", import.meta.url));

/** @param {{minify?: boolean}} options */
export async function compile(options = {}) {
  const common = {
    absWorkingDir: root,
    bundle: true,
    minify: options.minify ?? false,
    legalComments: "none",
    logLevel: "warning",
  };
  await rm(`${root}dist`, { recursive: true, force: true });
  await mkdir(`${root}dist`);
  await build({
    ...common,
    entryPoints: ["src/extension.ts"],
    outfile: "dist/extension.js",
    platform: "node",
    target: "node20",
    format: "cjs",
    external: ["vscode"],
  });
  await build({
    ...common,
    entryPoints: ["src/webview/main.ts"],
    outfile: "dist/preview.js",
    platform: "browser",
    target: "chrome120",
    format: "iife",
  });
  await build({
    ...common,
    entryPoints: ["src/webview/preview.css"],
    outfile: "dist/preview.css",
    target: "chrome120",
  });
  // The sample of the walkthrough is one of the repository's examples.
  await copyFile(`${root}../../examples/linhe-water-2024.txt`, `${root}media/sample.txt`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await compile();
