import { client } from '#renderer/app/client.ts';
import { notifyError } from '#renderer/app/notify.ts';
import { automationPath } from '#renderer/automation/automation-path.ts';
import { dealPath } from '#renderer/deal/deal-path.ts';
import { leadPath } from '#renderer/lead/lead-path.ts';
import { partyPath } from '#renderer/party/party-path.ts';
import { openTask } from '#renderer/task/open-task.ts';
import type { Notice } from '#shared/notice/contract.ts';
import type { PartyType } from '#shared/party/fields.ts';

/** Shows what a notice is about. @param goTo shows an address of the program */
export async function openNotice({ recordType, recordId }: Notice, goTo: (path: string) => void): Promise<void> {
  if (recordType === null || recordId === null) return;
  try {
    if (recordType === 'task') openTask(await client.task.get({ id: recordId }));
    else if (recordType === 'deal') goTo(dealPath(recordId));
    else if (recordType === 'lead') goTo(leadPath(recordId));
    else if (recordType === 'automation') goTo(automationPath(recordId));
    else if (recordType === 'document') goTo(dealPath((await client.document.get({ id: recordId })).dealId));
    else goTo(partyPath({ type: await typeOfParty(recordId), id: recordId }));
  } catch (error) {
    notifyError(error);
  }
}

/** Whether somebody is a person or a company: a notice names the id only. */
export async function typeOfParty(id: string): Promise<PartyType> {
  try {
    await client.contact.get({ id });
    return 'contact';
  } catch {
    await client.company.get({ id });
    return 'company';
  }
}
