import type { DocumentRow } from '#core/document/document.ts';
import { readyTemplate } from '#core/document/ready-template.ts';
import { renderDocx } from '#core/document/render-docx.ts';
import { renderPdf } from '#core/document/render-pdf.ts';
import type { FileStore } from '#core/file/file-store.ts';
import type { DocumentFormat } from '#shared/document/contract.ts';
import type { DocumentData } from '#shared/document/data.ts';
import { messageText } from '#shared/messages/message-text.ts';

const mediaTypes = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
} as const satisfies Record<DocumentFormat, string>;

/** A document as a file, the same every time. @returns undefined when its template's bytes are gone */
export async function printDocument(
  files: FileStore,
  { data, templateHash }: DocumentRow,
  format: DocumentFormat,
): Promise<File | undefined> {
  const bytes = format === 'pdf' ? await renderPdf(data) : await docxOf(files, data, templateHash);
  return bytes && new File([new Uint8Array(bytes)], `${fileNameOf(data)}.${format}`, { type: mediaTypes[format] });
}

/** A file of a template, under a name that can be a file's on any system. */
export function docxFile(bytes: Uint8Array, name: string): File {
  return new File([new Uint8Array(bytes)], `${safeName(name)}.docx`, { type: mediaTypes.docx });
}

async function docxOf(files: FileStore, data: DocumentData, templateHash: string | null): Promise<Uint8Array | undefined> {
  const template = templateHash === null ? await readyTemplate(data) : await files.read(templateHash);
  const rendered = template && (await renderDocx(template, data));
  return rendered?.type === 'rendered' ? rendered.bytes : undefined;
}

/** @example "Quote P-2026-0042, version 2" */
function fileNameOf({ kind, language, number, version }: DocumentData): string {
  const name = `${messageText(`document.kind.${kind}`, language)} ${number}`;
  return safeName(version === 1 ? name : `${name} (${version})`);
}

function safeName(name: string): string {
  return name.replaceAll(/[\\/:*?"<>|\p{Cc}]/gu, '-').trim();
}
