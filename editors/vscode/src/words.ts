/** Words that several places of the editor's window share, in the reader's language. */

import { l10n } from "vscode";
import type { Texts } from "./preview/texts";
import type { Counts } from "./tree/model";

/** `2 errors, 1 warning`; empty where nothing was found. */
export function said(counts: Counts): string {
  const parts = [
    counts.error > 0 && l10n.t("{0} error(s)", counts.error),
    counts.warning > 0 && l10n.t("{0} warning(s)", counts.warning),
    counts.info > 0 && l10n.t("{0} suggestion(s)", counts.info),
  ].filter((part) => part !== false);
  return parts.join(l10n.t(", "));
}

export function previewTexts(language: string): Texts {
  return {
    language,
    noReport: l10n.t("This is no annual report on government information disclosure, or gxlint does not recognise it."),
    reportChoice: l10n.t("Report"),
    form: l10n.t("Form: {0}"),
    formWrong: l10n.t("Form: {0}; in force: {1}"),
    findings: l10n.t("{0} finding(s)"),
    noFindings: l10n.t("Nothing found"),
    missingPart: l10n.t("This part is missing"),
    missingTable: l10n.t("This table is missing"),
    missingRow: l10n.t("The form has this row; the report has not."),
    unknownRow: l10n.t("The form in use has no such row."),
    widthRow: l10n.t("The number of cells is not that of the form."),
    held: l10n.t("✓ {0} relation(s) hold"),
    broken: l10n.t("✗ {0} relation(s) do not hold"),
    open: l10n.t("? {0} relation(s) cannot be checked"),
    expected: l10n.t("Should be {0}"),
    suspect: l10n.t("One of these figures is wrong"),
    previous: l10n.t("Previous finding (p)"),
    next: l10n.t("Next finding (n)"),
    save: l10n.t("Save as HTML"),
    print: l10n.t("Print"),
    listTitle: l10n.t("Findings"),
    severity: { error: l10n.t("Error"), warning: l10n.t("Warning"), info: l10n.t("Suggestion") },
    tableHelp: l10n.t("Arrow keys move between cells, Enter leads to the text"),
  };
}
