// The end-to-end test: a real editor on fresh profiles. Installs what it needs (see e2e/setup.sh), builds the .vsix
// unless GXLINT_VSIX names one, and keeps its pictures in GXLINT_E2E_SHOTS (by default out/shots). With `--pictures` the
// pictures of the documentation are taken anew. Another argument selects tests by name.
import { execFileSync, spawnSync } from "node:child_process";
import { mkdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { pack } from "./package.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));
const out = `${root}out`;
mkdirSync(out, { recursive: true });

const cache = execFileSync("bash", [`${root}e2e/setup.sh`], {
  encoding: "utf8",
  stdio: ["ignore", "pipe", "inherit"],
}).trim();
const vsix = process.env.GXLINT_VSIX ?? (await pack(`${out}/gxlint.vsix`));
const shots = process.env.GXLINT_E2E_SHOTS ?? `${out}/shots`;
mkdirSync(shots, { recursive: true });
await build({
  absWorkingDir: root,
  entryPoints: ["e2e/run.ts"],
  outfile: "out/e2e.mjs",
  bundle: true,
  platform: "node",
  format: "esm",
  target: "node20",
  external: ["playwright-core"],
  logLevel: "warning",
});
const env = { ...process.env, GXLINT_E2E_CACHE: cache, GXLINT_VSIX: vsix, GXLINT_E2E_SHOTS: shots };
if (process.argv.includes("--pictures")) env.GXLINT_PICTURES = `${root}media/walkthrough`;
const pattern = process.argv.slice(2).find((one) => !one.startsWith("--"));
const only = pattern === undefined ? [] : [`--test-name-pattern=${pattern}`];
const ran = spawnSync(process.execPath, ["--test", "--test-reporter=spec", ...only, `${out}/e2e.mjs`], {
  stdio: "inherit",
  env,
});
process.exit(ran.status ?? 1);
