/** Why a candidate is not used. */

import { Late } from "./run";

/** `foreign`: what answers is something else. `failed`: it ends with an error, which is for the log. */
export type Reason =
  | { readonly kind: "absent" }
  | { readonly kind: "old"; readonly version: string }
  | { readonly kind: "foreign" }
  | { readonly kind: "no-gxlint" }
  | { readonly kind: "late" }
  | { readonly kind: "failed"; readonly detail: string };

/** A candidate that was tried and found unfit. */
export class Unfit extends Error {
  constructor(readonly reason: Reason) {
    super(inLog(reason));
  }
}

export function reasonOf(error: unknown): Reason {
  if (error instanceof Unfit) return error.reason;
  if (error instanceof Late) return { kind: "late" };
  if ((error as NodeJS.ErrnoException | null)?.code === "ENOENT") return { kind: "absent" };
  return { kind: "failed", detail: error instanceof Error ? error.message : String(error) };
}

/** The reason for the log; for a person see `reasonSaid`. */
export function inLog(reason: Reason): string {
  switch (reason.kind) {
    case "absent":
      return "does not exist";
    case "old":
      return `Python ${reason.version} is too old`;
    case "foreign":
      return "is something else";
    case "no-gxlint":
      return "has no gxlint";
    case "late":
      return "does not answer in time";
    case "failed":
      return reason.detail;
  }
}
