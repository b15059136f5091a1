import type { ReactNode } from 'react';
import { Link, Redirect } from 'wouter';
import { Message } from '#renderer/app/Message.tsx';
import { useText } from '#renderer/app/text.ts';
import { useMe } from '#renderer/people/use-me.ts';
import '#renderer/report/print.css';
import classes from '#renderer/report/Report.module.css';
import type { Permission } from '#shared/people/permission.ts';

const reports = ['sales', 'orders', 'calls'] as const;
type Report = (typeof reports)[number];

const needed: Readonly<Record<Report, Permission>> = { sales: 'report.see', orders: 'deal.see', calls: 'report.see' };

interface ReportsFrameProps {
  /** As the address says it; anything else is the first report. */
  readonly name: string;
  readonly children: Readonly<Record<Report, ReactNode>>;
}

/** One report, and the way to the others that one may see. */
export function ReportsFrame({ name, children }: ReportsFrameProps) {
  const t = useText();
  const me = useMe();
  const seen = reports.filter((report) => me?.permissions.includes(needed[report]));
  const shown = seen.find((report) => report === name);
  const [first] = seen;
  if (me === undefined) return null;
  if (shown === undefined) return <Redirect to={first === undefined ? '/contacts' : `/reports/${first}`} replace />;
  return (
    <>
      <nav className={classes.tabs} aria-label={t('nav.reports')}>
        {seen.map((report) => (
          <Link
            key={report}
            href={`/reports/${report}`}
            className={classes.tab}
            aria-current={report === shown ? 'page' : undefined}
          >
            <Message id={`report.${report}`} />
          </Link>
        ))}
      </nav>
      {children[shown]}
    </>
  );
}
