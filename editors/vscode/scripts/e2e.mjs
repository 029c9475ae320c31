// The end-to-end test: a real editor, a fresh profile for every scenario. Installs what it needs (see e2e/setup.sh),
// builds the .vsix unless GXLINT_VSIX names one, and keeps its pictures in GXLINT_E2E_SHOTS (by default out/shots).
// A file of scenarios in which something failed is played once more: on a busy machine a window may lose a key, and a
// real fault fails twice. With `--pictures` the pictures of the documentation are taken anew. Another argument selects
// files by name.
import { execFileSync, spawnSync } from "node:child_process";
import { mkdirSync, readdirSync, rmSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { pack } from "./package.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));
const out = `${root}out`;
const wanted = process.argv.slice(2).filter((one) => !one.startsWith("--"));
mkdirSync(out, { recursive: true });

const cache = execFileSync("bash", [`${root}e2e/setup.sh`], {
  encoding: "utf8",
  stdio: ["ignore", "pipe", "inherit"],
}).trim();
const vsix = process.env.GXLINT_VSIX ?? (await pack(`${out}/gxlint.vsix`));
const shots = process.env.GXLINT_E2E_SHOTS ?? `${out}/shots`;
mkdirSync(shots, { recursive: true });

const names = readdirSync(`${root}e2e/scenarios`)
  .map((name) => name.replace(/\.ts$/, ""))
  .filter((name) => wanted.length === 0 || wanted.some((one) => name.includes(one)));
rmSync(`${out}/e2e`, { recursive: true, force: true });
await build({
  absWorkingDir: root,
  entryPoints: names.map((name) => `e2e/scenarios/${name}.ts`),
  outdir: `${out}/e2e`,
  outExtension: { ".js": ".mjs" },
  bundle: true,
  platform: "node",
  format: "esm",
  target: "node20",
  external: ["playwright-core"],
  logLevel: "warning",
});
const env = { ...process.env, GXLINT_E2E_CACHE: cache, GXLINT_VSIX: vsix, GXLINT_E2E_SHOTS: shots };
if (process.argv.includes("--pictures")) env.GXLINT_PICTURES = `${root}media/walkthrough`;

/** @param {string} name */
function play(name) {
  const file = `${out}/e2e/${name}.mjs`;
  return spawnSync(process.execPath, ["--test", "--test-reporter=spec", file], { stdio: "inherit", env }).status === 0;
}

const failed = names.filter((name) => !play(name));
const twice = failed.filter((name) => {
  console.log(`\n${name}: once more`);
  return !play(name);
});
if (failed.length > twice.length)
  console.log(`\nPassed only when played once more: ${failed.filter((one) => !twice.includes(one)).join(", ")}`);
if (twice.length > 0) console.error(`\nFailed twice: ${twice.join(", ")}`);
process.exit(twice.length > 0 ? 1 : 0);
