import assert from "node:assert/strict";
import * as fs from "node:fs";
import * as os from "node:os";
import * as path from "node:path";
import { after, test } from "node:test";
import { Believed } from "../src/python/believed";
import { compile, isCompiled, noteNothing, removeOld } from "../src/python/bytecode";
import type { Candidate } from "../src/python/candidates";
import { firstMessage } from "../src/python/handshake";
import { attempt, firstThatWorks, isBetter, isLaunch, type Launch, readProbe, type Ways } from "../src/python/probe";
import { inLog } from "../src/python/reasons";
import { root } from "./root";

const folder = fs.mkdtempSync(path.join(os.tmpdir(), "gxlint-probe-"));
after(() => fs.rmSync(folder, { recursive: true, force: true }));

/** The real scripts with a server that answers and nothing more. */
const bundle = path.join(folder, "bundled");
fs.cpSync(path.join(root, "bundled"), bundle, { recursive: true, filter: (name) => !name.endsWith("libs") });
fs.mkdirSync(path.join(bundle, "libs", "gxlint_lsp"), { recursive: true });
fs.writeFileSync(
  path.join(bundle, "libs", "gxlint_lsp", "main.py"),
  `import asyncio, json, sys
def main(argv):
    body = json.dumps({"jsonrpc": "2.0", "id": 1, "result": {"serverInfo": {"name": "gxlint"}}})
    sys.stdout.write(f"Content-Length: {len(body)}\\r\\n\\r\\n{body}")
    sys.stdout.flush()
    sys.stdin.read()
`,
);

const ways: Ways = {
  bundle,
  cache: path.join(folder, "cache"),
  trusted: true,
  useEnvironment: true,
};
const python = process.env["PYTHON"] ?? "python3";

function script(name: string, ...lines: string[]): string {
  const file = path.join(folder, name);
  fs.writeFileSync(file, ["#!/bin/sh", ...lines, ""].join("\n"), { mode: 0o755 });
  return file;
}

function interpreter(command: string): Candidate {
  return { kind: "python", command: [command], origin: "search-path" };
}

const posix = { skip: process.platform === "win32" ? "shell scripts stand in for programs" : false };

test("a Python that works runs the bundled server", async () => {
  const launch = await attempt(interpreter(python), { ...ways, useEnvironment: false });
  assert.ok(isLaunch(launch));
  assert.ok(launch.bundled);
  assert.match(launch.pythonVersion, /^3\.\d+\.\d+$/);
  assert.ok(path.isAbsolute(launch.command[0] ?? ""));
  assert.ok(launch.command.includes("-I"));
});

test("where nothing is trusted, installed packages are not even looked for", async () => {
  const launch = await attempt(interpreter(python), { ...ways, trusted: false });
  assert.ok(isLaunch(launch));
  assert.ok(launch.bundled);
  assert.ok(launch.command.includes("-S"));
});

test("what is missing, silent, too old or something else is passed over, and why is kept", posix, async () => {
  const all = [
    interpreter(path.join(folder, "absent")),
    interpreter(script("stub", "exit 9")),
    interpreter(script("silent", "exit 0")),
    interpreter(script("old", `echo '{"version": [3, 9, 2], "executable": "/usr/bin/python3.9", "gxlint": false}'`)),
    interpreter(python),
  ];
  const { launch, rejected } = await firstThatWorks(all, { ...ways, useEnvironment: false });
  assert.ok(launch !== undefined);
  assert.deepEqual(
    rejected.map((one) => inLog(one.reason)),
    ["does not exist", "exit code 9", "is something else", "Python 3.9.2 is too old"],
  );
});

test("a gxlint that is no language server is not believed", posix, async () => {
  const taken = await attempt(
    { kind: "gxlint", command: [script("gxlint", "echo gxlint 9.9")], origin: "search-path" },
    ways,
  );
  assert.ok(!isLaunch(taken));
  const other = script(
    "other",
    `printf 'Content-Length: 38\\r\\n\\r\\n{"jsonrpc":"2.0","id":1,"result":null}'`,
    "sleep 5",
  );
  const wrong = await attempt({ kind: "gxlint", command: [other], origin: "search-path" }, ways);
  assert.ok(!isLaunch(wrong));
  assert.deepEqual(wrong.reason, { kind: "foreign" });
});

test("an environment without gxlint is of no use where only its gxlint counts", posix, async () => {
  const plain = script("plain", `echo '{"version": [3, 12, 0], "executable": "/x/python", "gxlint": false}'`);
  const outcome = await attempt({ kind: "python", command: [plain], origin: "workspace", which: "own" }, ways);
  assert.ok(!isLaunch(outcome));
  assert.deepEqual(outcome.reason, { kind: "no-gxlint" });
});

test(
  "a Python that cannot run the server is passed over, because the server is tried and not believed",
  posix,
  async () => {
    // A Python that lacks a part of its library.
    const answer = script(
      "lacking",
      'case "$*" in *run_server*) echo "No module named asyncio" >&2; exit 1;; esac',
      "cat",
    );
    const json = JSON.stringify({ version: [3, 12, 0], executable: answer, gxlint: false });
    const lacking = interpreter(script("probed", `echo '${json}'`));
    const { launch, rejected } = await firstThatWorks([lacking, interpreter(python)], {
      ...ways,
      useEnvironment: false,
    });
    assert.ok(launch !== undefined);
    assert.deepEqual(
      rejected.map((one) => one.reason),
      [{ kind: "failed", detail: "No module named asyncio" }],
    );
  },
);

test("what has answered once is not tried again", async () => {
  const asked: string[][] = [];
  const believed = { has: () => true, add: (command: readonly string[]) => void asked.push([...command]) };
  const broken = { ...ways, bundle: path.join(root, "bundled"), useEnvironment: false, believed };
  assert.ok(isLaunch(await attempt(interpreter(python), broken)));
  assert.deepEqual(asked, []);
  await attempt(interpreter(python), { ...ways, useEnvironment: false, believed: { ...believed, has: () => false } });
  assert.equal(asked.length, 1);
});

test("belief ends with a change of the program or the extension, and with a crash", () => {
  let time: number | undefined = 1;
  let saved: string[] = [];
  const make = (version: string) =>
    new Believed(
      saved,
      version,
      () => time,
      (all) => {
        saved = all;
      },
    );
  const one = make("1");
  one.add(["/py", "x"]);
  assert.equal(one.has(["/py", "x"]), true);
  assert.equal(one.has(["/py", "y"]), false);
  assert.equal(make("1").has(["/py", "x"]), true);
  assert.equal(make("2").has(["/py", "x"]), false);
  time = 2;
  assert.equal(one.has(["/py", "x"]), false);
  time = 1;
  one.doubt(["/py", "x"]);
  assert.equal(one.has(["/py", "x"]), false);
  assert.deepEqual(saved, []);
  time = undefined;
  one.add(["/gone"]);
  assert.equal(one.has(["/gone"]), false);
});

test("a server that runs gives way to another one alone, and not because it was slow to be tried", () => {
  const launch = (name: string): Launch => ({
    command: [name, "run"],
    bundled: true,
    candidate: interpreter(name),
    origin: "search-path",
    python: name,
    pythonVersion: "3.12.0",
  });
  const late = { candidate: interpreter("a"), reason: { kind: "late" } } as const;
  const gone = { candidate: interpreter("a"), reason: { kind: "absent" } } as const;
  assert.equal(isBetter(launch("a"), { rejected: [] }), false);
  assert.equal(isBetter(launch("a"), { launch: launch("a"), rejected: [] }), false);
  assert.equal(isBetter(launch("a"), { launch: launch("b"), rejected: [late] }), false);
  assert.equal(isBetter(launch("a"), { launch: launch("b"), rejected: [gone] }), true);
  assert.equal(isBetter(undefined, { launch: launch("b"), rejected: [late] }), true);
});

test("nothing is compiled for a gxlint of somebody else, and what older versions have compiled is removed", async () => {
  const all = path.join(folder, "pycache");
  const cache = path.join(all, "2");
  const launch = await attempt(interpreter(python), { ...ways, useEnvironment: false });
  assert.ok(isLaunch(launch));
  await compile({ ...launch, bundled: false }, ways.bundle, cache, "2");
  assert.equal(await isCompiled(cache, "2"), false);
  await compile(launch, ways.bundle, cache, "2");
  assert.equal(await isCompiled(cache, "2"), true);
  assert.equal(await isCompiled(cache, "3"), false);
  await noteNothing(path.join(all, "1"), "1");
  assert.equal(await isCompiled(path.join(all, "1"), "1"), true);
  await removeOld(all, "2");
  assert.deepEqual(fs.readdirSync(all), ["2"]);
});

test("the answer of the probe is the last line, whatever a start-up file prints", () => {
  assert.deepEqual(readProbe('hello\n{"version": [3, 11, 0], "executable": "/p", "gxlint": true}\n'), {
    version: [3, 11, 0],
    executable: "/p",
    gxlint: true,
  });
  assert.equal(readProbe("Python 3.11"), undefined);
  assert.equal(readProbe('{"version": "3", "executable": "/p"}'), undefined);
});

test("a message is read once all of it is there", () => {
  const whole = Buffer.from("Content-Length: 2\r\nContent-Type: x\r\n\r\n{}rest");
  assert.equal(firstMessage(whole.subarray(0, 30)), undefined);
  assert.equal(firstMessage(whole.subarray(0, 39)), undefined);
  assert.deepEqual(firstMessage(whole), {});
  assert.equal(firstMessage(Buffer.from("hello\r\n\r\n")), null);
});
