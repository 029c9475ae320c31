/** The packaged extension, unzipped: its server starts on a bare Python and checks a report. */

import assert from "node:assert/strict";
import { execFileSync, spawn } from "node:child_process";
import * as fs from "node:fs";
import * as os from "node:os";
import * as path from "node:path";
import { after, before, test } from "node:test";
import { compile } from "../src/python/bytecode";
import { firstMessage } from "../src/python/handshake";
import { attempt, bundledArguments, isLaunch } from "../src/python/probe";
import { root } from "./root";

const python = process.env["PYTHON"] ?? "python3";
const folder = fs.mkdtempSync(path.join(os.tmpdir(), "gxlint-vsix-"));
const extension = path.join(folder, "extension");
const cache = path.join(folder, "cache");
const ways = { bundle: path.join(extension, "bundled"), cache, trusted: false, useEnvironment: false };

before(() => {
  const vsix = process.env["GXLINT_VSIX"];
  assert.ok(vsix !== undefined);
  execFileSync(python, ["-m", "zipfile", "-e", vsix, folder]);
});
after(() => fs.rmSync(folder, { recursive: true, force: true }));

/** One request after another on a server's standard input; gives the results. */
async function talk(command: readonly string[], messages: readonly object[]): Promise<unknown[]> {
  const [program = "", ...args] = command;
  const child = spawn(program, args, { cwd: os.tmpdir(), stdio: ["pipe", "pipe", "inherit"] });
  let out = Buffer.alloc(0);
  const results: unknown[] = [];
  const wanted = messages.filter((one) => "id" in one).length;
  await new Promise<void>((resolve, reject) => {
    child.on("error", reject);
    child.on("exit", () => (results.length < wanted ? reject(new Error("the server ended")) : resolve()));
    child.stdout.on("data", (data: Buffer) => {
      out = Buffer.concat([out, data]);
      for (let message = firstMessage(out); message !== undefined; message = firstMessage(out)) {
        const end = out.indexOf("\r\n\r\n") + 4;
        const length = Number(/content-length: *(\d+)/i.exec(out.subarray(0, end).toString("latin1"))?.[1]);
        out = out.subarray(end + length);
        if (typeof message === "object" && message !== null && "result" in message) results.push(message.result);
        if (results.length === wanted) resolve();
      }
    });
    for (const message of messages) {
      const body = Buffer.from(JSON.stringify({ jsonrpc: "2.0", ...message }));
      child.stdin.write(Buffer.concat([Buffer.from(`Content-Length: ${body.length}\r\n\r\n`), body]));
    }
  });
  child.kill();
  return results;
}

test("the package holds what the manifest names, and nothing of the work on it", () => {
  for (const name of [
    "dist/extension.js",
    "dist/preview.js",
    "dist/preview.css",
    "bundled/libs/gxlint_lsp/main.py",
    "media/sample.txt",
    "package.nls.zh-cn.json",
  ]) {
    assert.ok(fs.existsSync(path.join(extension, name)), name);
  }
  for (const name of ["src", "test", "e2e", "node_modules", "package-lock.json"])
    assert.ok(!fs.existsSync(path.join(extension, name)), name);
});

test("the bundled packages are pure Python", () => {
  const files = fs.readdirSync(path.join(extension, "bundled", "libs"), { recursive: true }) as string[];
  assert.deepEqual(
    files.filter((name) => /\.(?:so|pyd|dll|dylib|pyc)$/.test(name)),
    [],
  );
  const size = fs.statSync(process.env["GXLINT_VSIX"] ?? "").size;
  assert.ok(size < 3_000_000, `${size} bytes`);
});

test("a bare Python starts the server of the package, which checks a report", async () => {
  const launch = await attempt({ kind: "python", command: [python], origin: "search-path" }, ways);
  assert.ok(isLaunch(launch));
  const uri = "file:///reports/sample.txt";
  const text = fs.readFileSync(path.join(extension, "media", "sample.txt"), "utf8");
  const capabilities = { general: { positionEncodings: ["utf-16"] }, textDocument: { diagnostic: {} } };
  const [initialized, diagnosed] = (await talk(launch.command, [
    {
      id: 1,
      method: "initialize",
      params: { processId: process.pid, rootUri: null, capabilities, initializationOptions: { trusted: false } },
    },
    { method: "initialized", params: {} },
    { method: "textDocument/didOpen", params: { textDocument: { uri, languageId: "gx-report", version: 1, text } } },
    { id: 2, method: "textDocument/diagnostic", params: { textDocument: { uri } } },
  ])) as [{ serverInfo: { name: string } }, { items: { code: string }[] }];
  assert.equal(initialized.serverInfo.name, "gxlint");
  assert.deepEqual(
    diagnosed.items.map((one) => one.code),
    ["GXM001", "GXW001", "GXT003"],
  );
});

test("a gxlint that an environment has of its own is used, so that its plugins count", async () => {
  const venv = path.join(folder, "venv");
  execFileSync(python, ["-m", "venv", "--without-pip", venv]);
  const inside = process.platform === "win32" ? ["Scripts", "python.exe"] : ["bin", "python"];
  const interpreter = path.join(venv, ...inside);
  const purelib = "import sysconfig; print(sysconfig.get_path('purelib'))";
  const site = execFileSync(interpreter, ["-c", purelib], { encoding: "utf8" }).trim();
  // Stands for an installation: the same packages on the path of this environment.
  fs.writeFileSync(path.join(site, "gxlint.pth"), path.join(extension, "bundled", "libs"));
  const candidate = { kind: "python", command: [interpreter], origin: "workspace", which: "own" } as const;
  const launch = await attempt(candidate, { ...ways, trusted: true, useEnvironment: true });
  assert.ok(isLaunch(launch));
  assert.equal(launch.bundled, false);
  assert.equal(launch.command.at(-1), "--environment");
  const bundled = await attempt({ ...candidate, which: "bundled" }, { ...ways, trusted: true });
  assert.ok(isLaunch(bundled));
  assert.equal(bundled.bundled, true);
});

test("byte-code is compiled once, into the folder for it and not into the package", async () => {
  const launch = await attempt({ kind: "python", command: [python], origin: "search-path" }, ways);
  assert.ok(isLaunch(launch));
  await compile(launch, ways.bundle, cache, "1");
  assert.ok(fs.readdirSync(cache).some((name) => name.startsWith("done-1-")));
  const inside = fs.readdirSync(extension, { recursive: true }) as string[];
  assert.deepEqual(
    inside.filter((name) => name.endsWith(".pyc")),
    [],
  );
  const made = fs.readdirSync(cache, { recursive: true }) as string[];
  assert.ok(made.some((name) => name.includes("gxlint_lsp") && name.endsWith(".pyc")));
  assert.ok(bundledArguments(ways).includes(`pycache_prefix=${cache}`));
});

test("the package is the manifest's version", () => {
  const { version } = JSON.parse(fs.readFileSync(path.join(extension, "package.json"), "utf8")) as { version: string };
  assert.equal(
    version,
    (JSON.parse(fs.readFileSync(path.join(root, "package.json"), "utf8")) as { version: string }).version,
  );
});
