/** Documents that become reports while they are written: the server is told once they are. */

import * as vscode from "vscode";
import { SCHEMES } from "../detect/choices";
import { isReport } from "../reports";
import { GUESTS } from "./gate";
import type { Service } from "./service";

/** After the last key, so that no key waits for this. */
const PAUSE = 300;

export class Entrance implements vscode.Disposable {
  private readonly timers = new Map<string, NodeJS.Timeout>();
  private readonly listening: vscode.Disposable;

  constructor(private readonly service: Service) {
    this.listening = vscode.Disposable.from(
      vscode.workspace.onDidChangeTextDocument(({ document }) => this.edited(document)),
      vscode.workspace.onDidCloseTextDocument((document) => this.closed(document)),
    );
  }

  dispose(): void {
    this.listening.dispose();
    for (const timer of this.timers.values()) clearTimeout(timer);
  }

  private edited(document: vscode.TextDocument): void {
    if (!GUESTS.includes(document.languageId) || !SCHEMES.includes(document.uri.scheme)) return;
    const uri = document.uri.toString();
    if (this.service.gate.has(uri)) return;
    clearTimeout(this.timers.get(uri));
    this.timers.set(
      uri,
      setTimeout(() => {
        this.timers.delete(uri);
        if (!document.isClosed && isReport(document)) void this.service.admit(document);
      }, PAUSE),
    );
  }

  private closed(document: vscode.TextDocument): void {
    const uri = document.uri.toString();
    clearTimeout(this.timers.get(uri));
    this.timers.delete(uri);
    this.service.gate.left(uri);
  }
}
