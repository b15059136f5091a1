import { messageText } from '#shared/messages/message-text.ts';
import { shopSettings } from '#test/walkthrough/steps/shop-data.ts';
import type { RestClient } from '#test/walkthrough/steps/rest-client.ts';
import type { AutomationRun } from '#shared/automation/contract.ts';
import type { ProcessMark } from '#shared/automation/processes/process.ts';
import type { Document } from '#shared/document/contract.ts';
import type { Lead } from '#shared/lead/contract.ts';
import type { Notice } from '#shared/notice/contract.ts';
import type { Task, TaskFilter } from '#shared/task/contract.ts';

interface Page<Row> {
  readonly rows: readonly Row[];
  readonly total: number;
}

export async function leadsOf(rest: RestClient): Promise<readonly Lead[]> {
  return (await rest.send<Page<Lead>>('POST', '/leads/list', { limit: 200 })).rows;
}

export async function tasksOf(rest: RestClient, filter: TaskFilter): Promise<readonly Task[]> {
  return (await rest.send<Page<Task>>('POST', '/tasks/list', { filter, limit: 200 })).rows;
}

/** The one open task that rules know by this mark; throws where there is none, or several. */
export async function openTask(rest: RestClient, filter: TaskFilter, mark: string): Promise<Task> {
  const purpose = messageText(`process.mark.${mark}` as ProcessMark, shopSettings.language);
  const open = (await tasksOf(rest, { ...filter, status: 'open' })).filter((task) => task.purpose === purpose);
  const [task] = open;
  if (!task || open.length > 1) throw new Error(`${open.length} open tasks to ${purpose}`);
  return task;
}

/** What the person whom the client speaks for is told of a kind, newest first. */
export async function noticesOf(rest: RestClient, kind: Notice['kind']): Promise<readonly Notice[]> {
  const { rows } = await rest.get<Page<Notice>>('/notices?limit=200');
  return rows.filter((notice) => notice.kind === kind);
}

export async function runsOf(rest: RestClient, partyId: string): Promise<readonly AutomationRun[]> {
  return (await rest.send<Page<AutomationRun>>('POST', '/automations/runs', { partyId, limit: 200 })).rows;
}

export async function documentsOf(rest: RestClient, dealId: string): Promise<readonly Document[]> {
  return (await rest.get<Page<Document>>(`/documents?dealId=${dealId}&limit=200`)).rows;
}
