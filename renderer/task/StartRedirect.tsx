import { useQuery } from '@tanstack/react-query';
import { Redirect } from 'wouter';
import { api } from '#renderer/app/client.ts';
import { useCan } from '#renderer/people/use-me.ts';

/** Where the program begins: with the day, once there is anything to do; with the contacts before. */
export function StartRedirect() {
  const seesTasks = useCan('task.see');
  const seesLeads = useCan('lead.see');
  const seesParties = useCan('party.see');
  const tasks = useQuery(api.task.list.queryOptions({ input: { limit: 1 }, enabled: seesTasks }));
  const leads = useQuery(api.lead.list.queryOptions({ input: { limit: 1 }, enabled: seesLeads }));
  if (tasks.isLoading || leads.isLoading) return null;
  const hasWork = (tasks.data?.total ?? 0) + (leads.data?.total ?? 0) > 0;
  const elsewhere = seesParties ? '/contacts' : '/settings';
  return <Redirect to={hasWork && seesTasks ? '/day' : elsewhere} replace />;
}
