import assert from "node:assert/strict";
import * as fs from "node:fs";
import * as os from "node:os";
import * as path from "node:path";
import { after, test } from "node:test";
import type { Candidate } from "../src/python/candidates";
import { attempt, firstMessage, firstThatWorks, isLaunch, readProbe, type Ways } from "../src/python/probe";
import { root } from "./root";

const folder = fs.mkdtempSync(path.join(os.tmpdir(), "gxlint-probe-"));
after(() => fs.rmSync(folder, { recursive: true, force: true }));

const ways: Ways = {
  bundle: path.join(root, "bundled"),
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
    rejected.map((one) => one.reason.replace(/.*ENOENT.*/, "ENOENT")),
    ["ENOENT", "exit code 9", "no Python", "Python 3.9.2"],
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
  assert.equal(wrong.reason, "not the language server of gxlint");
});

test("an environment without gxlint is of no use where only its gxlint counts", posix, async () => {
  const plain = script("plain", `echo '{"version": [3, 12, 0], "executable": "/x/python", "gxlint": false}'`);
  const outcome = await attempt({ kind: "python", command: [plain], origin: "workspace", onlyWithGxlint: true }, ways);
  assert.ok(!isLaunch(outcome));
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
