import { useQuery } from '@tanstack/react-query';
import { Redirect } from 'wouter';
import { api } from '#renderer/app/client.ts';

/** Where the program begins: with the day, once there is anything to do; with the contacts before. */
export function StartRedirect() {
  const tasks = useQuery(api.task.list.queryOptions({ input: { limit: 1 } }));
  const leads = useQuery(api.lead.list.queryOptions({ input: { limit: 1 } }));
  if (tasks.isPending || leads.isPending) return null;
  const hasWork = (tasks.data?.total ?? 0) + (leads.data?.total ?? 0) > 0;
  return <Redirect to={hasWork ? '/day' : '/contacts'} replace />;
}
