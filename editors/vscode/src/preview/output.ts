/** The page taken out of the editor: saved as a file, or handed to the browser to be printed. */

import * as vscode from "vscode";
import { previewTexts } from "../words";
import { savedDocument } from "./documents";
import type { Model } from "./model";
import { type Page, render } from "./render";

/** So long the browser has to read the page that it prints; then the file goes, for it holds the whole report. */
const READ = 60_000;

export class Output implements vscode.Disposable {
  private readonly printed: vscode.Uri;
  private timer: NodeJS.Timeout | undefined;

  constructor(private readonly context: vscode.ExtensionContext) {
    this.printed = vscode.Uri.joinPath(context.globalStorageUri, "print.html");
    // One may be left from a window that was closed too early.
    void this.forget();
  }

  dispose(): void {
    void this.forget();
  }

  /** Write the page to a file that the person names, and tell where it is. `text` is whose page it is. */
  async save(model: Model, text: vscode.Uri): Promise<void> {
    const page = this.page(model);
    const folder =
      text.scheme === "file"
        ? vscode.Uri.joinPath(text, "..")
        : (vscode.workspace.workspaceFolders?.[0]?.uri ?? vscode.Uri.file("/"));
    const name = (page.title || "report").replace(/[\\/:*?"<>|\s]+/g, " ").trim();
    const target = await vscode.window.showSaveDialog({
      defaultUri: vscode.Uri.joinPath(folder, `${name}.html`),
      filters: { HTML: ["html"] },
    });
    if (target === undefined) return;
    await this.write(target, page, false);
    void this.tell(target);
  }

  /** Hand the page to the browser, which can print: a page inside the editor cannot. */
  async print(model: Model, text: vscode.Uri): Promise<void> {
    await vscode.workspace.fs.createDirectory(this.context.globalStorageUri);
    await this.write(this.printed, this.page(model), true);
    const opened = vscode.env.remoteName === undefined && (await vscode.env.openExternal(this.printed));
    if (opened) {
      clearTimeout(this.timer);
      this.timer = setTimeout(() => void this.forget(), READ);
      return;
    }
    await this.forget();
    const show = vscode.l10n.t("Save as HTML");
    const chosen = await vscode.window.showInformationMessage(
      vscode.l10n.t("No browser can be opened from here. Save the page as HTML and print it from a browser."),
      show,
    );
    if (chosen === show) await this.save(model, text);
  }

  private page(model: Model): Page {
    return render(model, previewTexts(vscode.env.language), "saved");
  }

  private async write(target: vscode.Uri, page: Page, print: boolean): Promise<void> {
    const file = vscode.Uri.joinPath(this.context.extensionUri, "dist", "preview.css");
    const style = Buffer.from(await vscode.workspace.fs.readFile(file)).toString("utf8");
    const written = savedDocument(page, style, previewTexts(vscode.env.language), print);
    await vscode.workspace.fs.writeFile(target, Buffer.from(written, "utf8"));
  }

  private async tell(target: vscode.Uri): Promise<void> {
    const where = target.scheme === "file" ? target.fsPath : target.toString(true);
    const open = vscode.l10n.t("Open in the browser");
    // From a remote computer no browser can be shown a file.
    const able = target.scheme === "file" && vscode.env.remoteName === undefined;
    const words = vscode.l10n.t("The page has been saved: {0}", where);
    const chosen = await vscode.window.showInformationMessage(words, ...(able ? [open] : []));
    if (chosen === open) await vscode.env.openExternal(target);
  }

  private async forget(): Promise<void> {
    clearTimeout(this.timer);
    try {
      await vscode.workspace.fs.delete(this.printed);
    } catch {
      // It is not there: all the better.
    }
  }
}
