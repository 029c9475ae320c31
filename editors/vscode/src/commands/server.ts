/** What concerns the server itself. */

import * as os from "node:os";
import * as vscode from "vscode";
import type { Service } from "../client/service";
import { inLog } from "../python/reasons";
import { launchSaid } from "../python/words";
import { originSaid, stateSaid } from "../status";

const { l10n, window } = vscode;

export class ServerCommands {
  constructor(
    private readonly context: vscode.ExtensionContext,
    private readonly service: Service,
  ) {}

  async restart(): Promise<void> {
    const client = await this.service.restart();
    if (client !== undefined) window.setStatusBarMessage(l10n.t("gxlint has been restarted."), 3000);
  }

  showLog(): void {
    this.service.log.show();
  }

  async diagnose(): Promise<void> {
    const content = `${this.information().filter(Boolean).join("\n\n")}\n`;
    await window.showTextDocument(await vscode.workspace.openTextDocument({ language: "markdown", content }));
  }

  async selectInterpreter(): Promise<void> {
    const chosen = await window.showOpenDialog({
      title: l10n.t("Python 3.11 or newer"),
      canSelectMany: false,
      openLabel: l10n.t("Use this Python"),
      ...(process.platform === "win32" ? { filters: { Python: ["exe"] } } : {}),
    });
    const file = chosen?.[0]?.fsPath;
    if (file === undefined) return;
    const settings = vscode.workspace.getConfiguration("gxlint");
    // The server starts anew because of the change; where there is none a person still wants something to happen.
    if (settings.get("interpreter") === file) {
      await this.restart();
      return;
    }
    // What the workspace says would win over what is said for all.
    const own = settings.inspect("interpreter")?.workspaceValue !== undefined;
    const { Global, Workspace } = vscode.ConfigurationTarget;
    await settings.update("interpreter", file, own ? Workspace : Global);
    if ([settings.get("path")].flat().some(Boolean))
      void window.showInformationMessage(
        l10n.t("The setting {0} comes first. Clear it to have this Python used.", "gxlint.path"),
      );
  }

  private information(): string[] {
    const { launch, rejected, state, version } = this.service;
    const settings = vscode.workspace.getConfiguration("gxlint");
    const capabilities = this.service.running?.initializeResult?.capabilities;
    return [
      `# ${l10n.t("Information for a bug report")}`,
      l10n.t("Nothing of this has been sent anywhere. It holds paths of this computer, and nothing of any report."),
      `- ${vscode.env.appName} ${vscode.version}, ${process.platform} ${os.release()} ${process.arch}, ${vscode.env.language}`,
      `- gxlint (VS Code) ${this.context.extension.packageJSON.version}`,
      `- ${l10n.t("Server:")} ${stateSaid(state)} ${version}`,
      `- ${l10n.t("Trusted workspace:")} ${vscode.workspace.isTrusted}`,
      `- ${l10n.t("Folders:")} ${vscode.workspace.workspaceFolders?.length ?? 0}`,
      launch === undefined
        ? ""
        : `- ${launchSaid(launch, originSaid(launch.origin))}\n\n\`\`\`\n${launch.command.join("\n")}\n\`\`\``,
      ...rejected.map(
        ({ candidate, reason }) =>
          `- ${l10n.t("not used")}: ${originSaid(candidate.origin)}: \`${candidate.command.join(" ")}\`: ${inLog(reason)}`,
      ),
      `\`\`\`json\n${JSON.stringify(settings, undefined, 2)}\n\`\`\``,
      `\`\`\`json\n${JSON.stringify(capabilities ?? null, undefined, 2)}\n\`\`\``,
    ];
  }
}
