/** Where a Python or a gxlint may be found, in the order in which they are tried. Nothing here runs anything. */

import * as path from "node:path";

export type Which = "own" | "bundled";

export type Origin =
  | "path-setting"
  | "interpreter-setting"
  | "environments-extension"
  | "python-extension"
  | "workspace"
  | "uv"
  | "search-path";

/** `python`: an interpreter, with the arguments that select a version (`py -3`). `gxlint`: a command that is gxlint.
 * `which`: for the gxlint that is installed beside the interpreter (`own`) or the one that comes with the extension
 * (`bundled`) alone; else for its own where it has one. */
export type Candidate =
  | {
      readonly kind: "python";
      readonly command: readonly string[];
      readonly origin: Origin;
      readonly which?: Which;
    }
  | { readonly kind: "gxlint"; readonly command: readonly string[]; readonly origin: Origin };

/** What is known about the machine. `offered` are the interpreters that other extensions name; `folders` those of the
 * workspace, none where it is not trusted; `developerTools`: those of Apple are installed; `exists` tells whether a
 * file is there. */
export interface Circumstances {
  readonly platform: NodeJS.Platform;
  readonly home: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly folders: readonly string[];
  readonly pathSetting: readonly string[];
  readonly interpreterSetting: string;
  readonly offered: readonly { readonly origin: Origin; readonly executable: string }[];
  readonly useEnvironment: boolean;
  readonly trusted: boolean;
  readonly developerTools: boolean;
  exists(file: string): boolean;
  list(folder: string): readonly string[];
}

/** Every candidate that exists, best first, none twice: what the person has set; then a gxlint that is installed, which
 * has plugins; then the Pythons that can run the one that comes with the extension. */
export function candidates(around: Circumstances): Candidate[] {
  const { trusted } = around;
  const installed = trusted && around.useEnvironment;
  const found: Candidate[] = [
    ...(installed ? [...offered(around, "own"), ...ofWorkspace(around, "own"), ...commands(around)] : []),
    ...(trusted ? offered(around, "bundled") : []),
    ...onSearchPath(around),
    ...fromUv(around),
    ...(trusted ? ofWorkspace(around, "bundled") : []),
  ];
  const seen = new Set<string>();
  return [...fromSettings(around), ...found.filter((one) => !isStub(one, around))].filter((one) => {
    const key = `${one.kind} ${one.kind === "python" ? one.which : ""} ${one.command.join("\0")}`;
    const fresh = !seen.has(key);
    seen.add(key);
    return fresh;
  });
}

function offered(around: Circumstances, which: Which): Candidate[] {
  return around.offered.map(({ executable, origin }) => ({ kind: "python", command: [executable], origin, which }));
}

/** Without Apple's developer tools the Python of macOS does nothing but ask whether to install them. */
function isStub(one: Candidate, around: Circumstances): boolean {
  return (
    around.platform === "darwin" && !around.developerTools && /^\/usr\/bin\/python[\d.]*$/.test(one.command[0] ?? "")
  );
}

function fromSettings(around: Circumstances): Candidate[] {
  const found: Candidate[] = [];
  const command = around.pathSetting.filter((part) => part !== "").map((part) => filled(part, around));
  if (command.length > 0) found.push({ kind: "gxlint", command, origin: "path-setting" });
  const interpreter = around.interpreterSetting.trim();
  if (interpreter !== "")
    found.push({ kind: "python", command: [filled(interpreter, around)], origin: "interpreter-setting" });
  return found;
}

/** A path of the settings with `~`, `${workspaceFolder}` and `${env:NAME}` filled in. */
export function filled(value: string, around: Pick<Circumstances, "home" | "env" | "folders">): string {
  return value
    .replace(/^~(?=$|[\\/])/, () => around.home)
    .replace(/\$\{workspaceFolder\}/g, () => around.folders[0] ?? "")
    .replace(/\$\{env:([^}]+)\}/g, (_, name: string) => around.env[name] ?? "");
}

function ofWorkspace(around: Circumstances, which: Which): Candidate[] {
  const places = around.platform === "win32" ? ["Scripts\\python.exe"] : ["bin/python"];
  const environments = around.folders.flatMap((folder) =>
    [".venv", "venv", "env"].map((name) => join(around, folder, name)),
  );
  return environments
    .flatMap((environment) => places.map((place) => join(around, environment, place)))
    .filter((file) => around.exists(file))
    .map((file): Candidate => ({ kind: "python", command: [file], origin: "workspace", which }));
}

function commands(around: Circumstances): Candidate[] {
  const name = around.platform === "win32" ? "gxlint.exe" : "gxlint";
  const uv = uvTools(around).map((folder): [string, Origin] => [folder, "uv"]);
  const path = searchPath(around).map((folder): [string, Origin] => [folder, "search-path"]);
  return [...uv, ...path]
    .map(([folder, origin]): Candidate => ({ kind: "gxlint", command: [join(around, folder, name)], origin }))
    .filter((one) => around.exists(one.command[0] ?? ""));
}

function uvTools(around: Circumstances): string[] {
  const named = [around.env["UV_TOOL_BIN_DIR"], around.env["XDG_BIN_HOME"]].filter((one): one is string =>
    Boolean(one),
  );
  return [...named, join(around, around.home, ".local", "bin")];
}

function onSearchPath(around: Circumstances): Candidate[] {
  const folders = searchPath(around);
  const found: Candidate[] = [];
  if (around.platform === "win32") {
    // The launcher knows every installed Python. The python.exe of WindowsApps may be a stub that opens the shop: it
    // comes last, and like all others it is tried before it is believed.
    const launcher = folders.map((folder) => join(around, folder, "py.exe")).find((file) => around.exists(file));
    if (launcher !== undefined) found.push({ kind: "python", command: [launcher, "-3"], origin: "search-path" });
    const shop = (folder: string) => /\\WindowsApps\\?$/i.test(folder);
    for (const folder of [...folders.filter((one) => !shop(one)), ...folders.filter(shop)]) {
      found.push(...present(around, folder, ["python3.exe", "python.exe"]));
    }
    return found;
  }
  for (const name of ["python3", "python", "python3.14", "python3.13", "python3.12", "python3.11"]) {
    for (const folder of folders) found.push(...present(around, folder, [name]));
  }
  return found;
}

function present(around: Circumstances, folder: string, names: readonly string[]): Candidate[] {
  return names
    .map((name) => join(around, folder, name))
    .filter((file) => around.exists(file))
    .map((file): Candidate => ({ kind: "python", command: [file], origin: "search-path" }));
}

/** The interpreters that uv has installed for itself. */
function fromUv(around: Circumstances): Candidate[] {
  const windows = around.platform === "win32";
  const data = windows
    ? join(around, around.env["APPDATA"] ?? join(around, around.home, "AppData", "Roaming"), "uv", "data")
    : join(around, around.env["XDG_DATA_HOME"] ?? join(around, around.home, ".local", "share"), "uv");
  const folder = around.env["UV_PYTHON_INSTALL_DIR"] ?? join(around, data, "python");
  return [...around.list(folder)]
    .filter((name) => name.startsWith("cpython-3."))
    .sort((one, other) => other.localeCompare(one, "en", { numeric: true }))
    .map((name) => (windows ? join(around, folder, name, "python.exe") : join(around, folder, name, "bin", "python3")))
    .filter((file) => around.exists(file))
    .map((file): Candidate => ({ kind: "python", command: [file], origin: "uv" }));
}

/** Relative parts of PATH are left out: they would mean a folder of the workspace. */
function searchPath(around: Circumstances): string[] {
  const windows = around.platform === "win32";
  const value = around.env["PATH"] ?? around.env["Path"] ?? "";
  const absolute = windows ? path.win32.isAbsolute : path.posix.isAbsolute;
  return value.split(windows ? ";" : ":").filter((folder) => folder !== "" && absolute(folder));
}

function join(around: Pick<Circumstances, "platform">, ...parts: readonly string[]): string {
  return (around.platform === "win32" ? path.win32 : path.posix).join(...parts);
}
