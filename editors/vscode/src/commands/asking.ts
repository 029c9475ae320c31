/** Asking the server for something, and telling where it refuses. */

import * as vscode from "vscode";
import { ExecuteCommandRequest, type LanguageClient } from "vscode-languageclient/node";
import { refusal } from "../client/refusal";
import type { Service } from "../client/service";
import { tellFailure } from "../failure";

export class Asking {
  constructor(readonly service: Service) {}

  /** A command of the server. Undefined where it fails, which is told. */
  async ask<T>(
    client: LanguageClient,
    command: string,
    args: unknown[],
    workDoneToken?: string,
  ): Promise<T | undefined> {
    try {
      const params = { command, arguments: args, ...(workDoneToken === undefined ? {} : { workDoneToken }) };
      return (await client.sendRequest(ExecuteCommandRequest.type, params)) as T;
    } catch (error) {
      this.tell(command, error);
      return undefined;
    }
  }

  /** The same for what nobody has asked for: a failure is for the log alone. */
  async quietly<T>(client: LanguageClient, command: string): Promise<T | undefined> {
    try {
      return (await client.sendRequest(ExecuteCommandRequest.type, { command, arguments: [] })) as T;
    } catch (error) {
      this.service.log.info(`${command}: ${String(error)}`);
      return undefined;
    }
  }

  /** Tell that a command has failed: in the server's words where they are meant for a person. */
  tell(command: string, error: unknown): void {
    if (error instanceof vscode.CancellationError) return;
    this.service.log.error(`${command}: ${error instanceof Error ? error.message : String(error)}`);
    const words = refusal(error);
    if (words !== undefined) void vscode.window.showWarningMessage(words);
    else void tellFailure(this.service.log);
  }
}
