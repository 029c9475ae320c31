import assert from "node:assert/strict";
import { test } from "node:test";
import { type Circumstances, candidates, filled } from "../src/python/candidates";

function around(change: Partial<Circumstances> & { files?: readonly string[] } = {}): Circumstances {
  const { files = [], ...others } = change;
  return {
    platform: "linux",
    home: "/home/li",
    env: { PATH: "/usr/bin" },
    folders: [],
    pathSetting: [],
    interpreterSetting: "",
    offered: [],
    useEnvironment: true,
    trusted: true,
    developerTools: true,
    exists: (file) => files.includes(file),
    list: () => [],
    ...others,
  };
}

function told(circumstances: Circumstances): string[] {
  return candidates(circumstances).map((one) => {
    const which = one.kind === "python" && one.which !== undefined ? ` (${one.which})` : "";
    return `${one.origin} ${one.kind} ${one.command.join(" ")}${which}`;
  });
}

test("settings come first, then whatever has a gxlint of its own, then what can run the bundled one", () => {
  const files = ["/ws/.venv/bin/python", "/home/li/.local/bin/gxlint", "/usr/bin/python3"];
  const offered = [{ origin: "python-extension" as const, executable: "/opt/py/bin/python" }];
  assert.deepEqual(
    told(
      around({
        files,
        offered,
        folders: ["/ws"],
        pathSetting: ["/opt/gxlint", "-q"],
        interpreterSetting: "~/py/bin/python",
      }),
    ),
    [
      "path-setting gxlint /opt/gxlint -q",
      "interpreter-setting python /home/li/py/bin/python",
      "python-extension python /opt/py/bin/python (own)",
      "workspace python /ws/.venv/bin/python (own)",
      "uv gxlint /home/li/.local/bin/gxlint",
      "python-extension python /opt/py/bin/python (bundled)",
      "search-path python /usr/bin/python3",
      "workspace python /ws/.venv/bin/python (bundled)",
    ],
  );
});

test("where the bundled one is wanted, no other gxlint is looked for", () => {
  const files = ["/ws/.venv/bin/python", "/home/li/.local/bin/gxlint"];
  const offered = [{ origin: "python-extension" as const, executable: "/opt/py/bin/python" }];
  assert.deepEqual(told(around({ files, offered, folders: ["/ws"], useEnvironment: false })), [
    "python-extension python /opt/py/bin/python (bundled)",
    "workspace python /ws/.venv/bin/python (bundled)",
  ]);
});

test("on macOS the stub of a Python is not touched unless the developer tools are there, or a person has set it", () => {
  const stub = "/usr/bin/python3";
  const mac = { platform: "darwin" as const, files: [stub, "/opt/bin/python3"], env: { PATH: "/usr/bin:/opt/bin" } };
  const offered = [{ origin: "python-extension" as const, executable: stub }];
  assert.deepEqual(told(around({ ...mac, offered, developerTools: false })), ["search-path python /opt/bin/python3"]);
  assert.equal(told(around({ ...mac, developerTools: true })).length, 2);
  assert.equal(told(around({ ...mac, developerTools: false, interpreterSetting: stub })).length, 2);
});

test("nothing of an untrusted workspace and of other extensions is considered", () => {
  const files = ["/ws/.venv/bin/python", "/usr/bin/python3", "/home/li/.local/bin/gxlint"];
  const offered = [{ origin: "python-extension" as const, executable: "/ws/evil" }];
  assert.deepEqual(told(around({ files, offered, folders: ["/ws"], trusted: false })), [
    "search-path python /usr/bin/python3",
  ]);
});

test("a relative part of PATH is never searched", () => {
  const files = ["python3", "bin/python3", "./python3"];
  assert.deepEqual(told(around({ files, env: { PATH: ".:bin:" } })), []);
});

test("on Windows the launcher comes first and the shop's stub last", () => {
  const env = { Path: "C:\\Users\\li\\AppData\\Local\\Microsoft\\WindowsApps;C:\\Py;C:\\Windows" };
  const files = [
    "C:\\Users\\li\\AppData\\Local\\Microsoft\\WindowsApps\\python.exe",
    "C:\\Py\\python.exe",
    "C:\\Windows\\py.exe",
  ];
  assert.deepEqual(told(around({ platform: "win32", home: "C:\\Users\\li", env, files })), [
    "search-path python C:\\Windows\\py.exe -3",
    "search-path python C:\\Py\\python.exe",
    "search-path python C:\\Users\\li\\AppData\\Local\\Microsoft\\WindowsApps\\python.exe",
  ]);
});

test("the Pythons that uv has installed are found, the newest first", () => {
  const folder = "/home/li/.local/share/uv/python";
  const names = ["cpython-3.9.1-linux", "cpython-3.12.4-linux", "cpython-3.13.0-linux", "pypy-3.11"];
  const files = names.map((name) => `${folder}/${name}/bin/python3`);
  assert.deepEqual(told(around({ files, list: (asked) => (asked === folder ? names : []) })), [
    `uv python ${folder}/cpython-3.13.0-linux/bin/python3`,
    `uv python ${folder}/cpython-3.12.4-linux/bin/python3`,
    `uv python ${folder}/cpython-3.9.1-linux/bin/python3`,
  ]);
});

test("variables in settings are filled in", () => {
  const place = { home: "/home/li", env: { TOOLS: "/t" }, folders: ["/ws"] };
  assert.equal(filled("~/py", place), "/home/li/py");
  assert.equal(filled("${workspaceFolder}/.venv/bin/python", place), "/ws/.venv/bin/python");
  assert.equal(filled("${env:TOOLS}/${env:NONE}py", place), "/t/py");
});
