import { Anchor } from '@mantine/core';
import { Link } from 'wouter';
import { useFormat } from '#renderer/app/format.ts';
import { Message } from '#renderer/app/Message.tsx';
import classes from '#renderer/branch/Branches.module.css';
import type { Totals } from '#renderer/branch/branch-summary.ts';

const figures = ['branches', 'computers', 'late', 'waiting', 'conflicts', 'notTaken'] as const;
const troubling: ReadonlySet<string> = new Set(['late', 'conflicts', 'notTaken']);

const paths = { conflicts: '/conflicts', notTaken: '/branches?tab=notTaken' } as const;

function isLinked(figure: string): figure is keyof typeof paths {
  return figure in paths;
}

/** What all branches come to; what is to be decided leads to where that is done. */
export function TotalsLine({ totals }: { readonly totals: Totals }) {
  const format = useFormat();
  return (
    <dl className={classes.totals}>
      {figures.map((figure) => (
        <div key={figure} className={classes.total} data-concern={(troubling.has(figure) && totals[figure] > 0) || undefined}>
          <dt>
            <Message id={`branch.total.${figure}`} values={{ count: totals[figure] }} />
          </dt>
          <dd>
            {isLinked(figure) && totals[figure] > 0 ? (
              <Anchor component={Link} href={paths[figure]} inherit>
                {format.number(totals[figure])}
              </Anchor>
            ) : (
              format.number(totals[figure])
            )}
          </dd>
        </div>
      ))}
    </dl>
  );
}
