import { client } from '#renderer/app/client.ts';
import { notifyError } from '#renderer/app/notify.ts';
import type { SourceOptions } from '#shared/import/table.ts';
import { keepChoices } from './import-draft.ts';
import type { ImportRequest } from './import-request.ts';
import { changeDraft, currentDraft } from './import-store.ts';
import { unreadableCode } from './unreadable-code.ts';

interface KeptFile {
  readonly fileId: string;
  readonly name: string;
}

/** Hands a file over and looks into it; then shows what is in it. `country` is whose phones it has. */
export async function openFile(file: File, country: string): Promise<void> {
  changeDraft({ reading: file.name, failure: null, country });
  try {
    const { fileId } = await client.import.upload({ file });
    await inspect({ fileId, name: file.name }, {});
    changeDraft({ step: 'columns', duplicates: 'fill', run: null });
  } catch (error) {
    fail(file.name, error);
  }
}

/** Reads the file again in another way: another sheet, other letters, another separator. What was chosen stays where it can. */
export async function readAgain(source: SourceOptions): Promise<void> {
  const { file } = currentDraft();
  if (file === null) return;
  changeDraft({ reading: file.name, failure: null });
  try {
    await inspect(file, source);
  } catch (error) {
    fail(file.name, error);
  }
}

/** Starts the import itself; `rows` is how many it is to read. */
export async function startImport(request: ImportRequest, rows: number): Promise<void> {
  try {
    const { jobId } = await client.import.run(request);
    changeDraft({ run: { jobId, rows, isUndone: false } });
  } catch (error) {
    notifyError(error);
  }
}

async function inspect(file: KeptFile, source: SourceOptions): Promise<void> {
  const { country } = currentDraft();
  const inspection = await client.import.inspect({ fileId: file.fileId, country, source });
  const before = currentDraft();
  const isSameFile = before.file?.fileId === file.fileId && before.inspection !== null;
  changeDraft({
    file,
    reading: null,
    inspection,
    templateId: inspection.templateId,
    mapping: isSameFile ? keepChoices(before.mapping, before.inspection.mapping, inspection.mapping) : inspection.mapping,
  });
}

function fail(name: string, error: unknown): void {
  const code = unreadableCode(error);
  changeDraft({ reading: null, failure: code === null ? null : { name, code } });
  if (code === null) notifyError(error);
}
