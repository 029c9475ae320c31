// The unit tests: bundled one by one for node's own runner. The package test builds the .vsix first (SKIP_PACKAGE=1
// leaves it out).
import { spawnSync } from "node:child_process";
import { readdirSync, rmSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { pack } from "./package.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));
const out = `${root}out/test`;
rmSync(out, { recursive: true, force: true });
const names = readdirSync(`${root}test`).filter((name) => name.endsWith(".test.ts"));
const chosen = names.filter((name) => process.env.SKIP_PACKAGE === undefined || name !== "package.test.ts");
await build({
  absWorkingDir: root,
  entryPoints: chosen.map((name) => `test/${name}`),
  outdir: out,
  outExtension: { ".js": ".mjs" },
  bundle: true,
  platform: "node",
  format: "esm",
  target: "node20",
  logLevel: "warning",
});
const env = { ...process.env, GXLINT_ROOT: root };
if (chosen.includes("package.test.ts")) env.GXLINT_VSIX = await pack(`${root}out/gxlint.vsix`);
const files = chosen.map((name) => `${out}/${name.replace(/\.ts$/, ".mjs")}`);
const ran = spawnSync(process.execPath, ["--test", "--test-reporter=spec", ...files], { stdio: "inherit", env });
process.exit(ran.status ?? 1);
