import { UnstyledButton } from '@mantine/core';
import { IconChevronDown, IconChevronRight } from '@tabler/icons-react';
import { useId, useState } from 'react';
import { useFormat } from '#renderer/app/format.ts';
import { useText } from '#renderer/app/text.ts';
import { BranchDetails } from '#renderer/branch/BranchDetails.tsx';
import classes from '#renderer/branch/Branches.module.css';
import type { BranchSummary } from '#renderer/branch/branch-summary.ts';
import { BranchState } from '#renderer/branch/BranchState.tsx';
import { useHeardWords } from '#renderer/branch/use-heard-words.ts';
import type { Branch } from '#shared/branch/branch.ts';

export interface BranchActs {
  /** Of head office's program: computers with another say so. */
  readonly version: string;
  readonly onEdit: (branch: Branch) => void;
  /** Null is head office. */
  readonly onConnect: (branchId: string | null) => void;
}

interface BranchRowProps extends BranchActs {
  readonly summary: BranchSummary;
  /** There are hardly any others: its computers are shown at once. */
  readonly isOnly: boolean;
}

/** A branch in a line; opened, with its computers. */
export function BranchRow({ summary, isOnly, ...acts }: BranchRowProps) {
  const t = useText();
  const heard = useHeardWords();
  const [isOpen, setOpen] = useState(isOnly && summary.branch !== null);
  const id = useId();
  const { branch, computers, heardAt, waiting, backlog, concerns } = summary;
  const Chevron = isOpen ? IconChevronDown : IconChevronRight;
  const working = computers.filter(({ revokedAt }) => revokedAt === null).length;
  const isLate = concerns.includes('late');
  return (
    <tbody>
      <tr className={classes.row}>
        <th scope="row">
          <UnstyledButton
            className={classes.name ?? ''}
            aria-expanded={isOpen}
            aria-controls={isOpen ? id : undefined}
            onClick={() => setOpen(!isOpen)}
          >
            <Chevron size={16} aria-hidden style={{ flex: 'none' }} />
            {branch === null ? t('branch.office') : t('branch.named', { number: branch.number, name: branch.name })}
          </UnstyledButton>
        </th>
        <td className={isLate ? (classes.concern ?? '') : undefined}>{working === 0 ? '–' : heard(heardAt)}</td>
        <Count value={waiting} />
        <Count value={backlog} />
        <Count value={working} />
        <td>
          <BranchState summary={summary} />
        </td>
      </tr>
      {isOpen && (
        <tr id={id}>
          <td colSpan={6} className={classes.opened}>
            <BranchDetails summary={summary} {...acts} />
          </td>
        </tr>
      )}
    </tbody>
  );
}

function Count({ value }: { readonly value: number | null }) {
  const format = useFormat();
  const isNothing = value === null || value === 0;
  return (
    <td className={`${classes.number ?? ''} ${isNothing ? (classes.nothing ?? '') : ''}`}>
      {value === null ? '–' : format.number(value)}
    </td>
  );
}
