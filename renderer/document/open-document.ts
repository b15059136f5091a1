import { client } from '#renderer/app/client.ts';
import { notifyError } from '#renderer/app/notify.ts';
import { saveFile } from '#renderer/app/save-file.ts';
import type { DocumentFormat } from '#shared/document/contract.ts';

/** Hands a document to the browser, which keeps it among the user's downloads. */
export async function saveDocument(id: string, format: DocumentFormat): Promise<void> {
  try {
    const file = await client.document.download({ id, format });
    saveFile(file, file.name);
  } catch (error) {
    notifyError(error);
  }
}

/** Shows a document's PDF in a tab of its own; where the shell opens none, it is saved. */
export async function openDocument(id: string, waiting: string): Promise<void> {
  // Opened within the click: later, the browser would take it for a pop-up that nobody asked for.
  const tab = window.open('', '_blank');
  if (tab === null) return saveDocument(id, 'pdf');
  tab.document.title = waiting;
  tab.document.body.textContent = waiting;
  try {
    const file = await client.document.download({ id, format: 'pdf' });
    const address = URL.createObjectURL(file);
    tab.location.href = address;
    // Shown by then; a tab that is reloaded much later has to be opened anew.
    window.setTimeout(() => URL.revokeObjectURL(address), 600_000);
  } catch (error) {
    tab.close();
    notifyError(error);
  }
}
