import { Badge } from '@mantine/core';
import {
  IconAlertTriangle,
  IconArrowsSplit2,
  IconCheck,
  IconClockExclamation,
  IconClockX,
  IconDeviceDesktopOff,
  IconVersions,
} from '@tabler/icons-react';
import type { Icon } from '@tabler/icons-react';
import { useText } from '#renderer/app/text.ts';
import classes from '#renderer/branch/Branches.module.css';
import { daysSilent } from '#renderer/branch/branch-summary.ts';
import type { BranchSummary, Concern } from '#renderer/branch/branch-summary.ts';
import { useNow } from '#renderer/task/use-now.ts';

const signs: Readonly<Record<Concern, { readonly colour: string; readonly icon: Icon }>> = {
  notTaken: { colour: 'red', icon: IconAlertTriangle },
  late: { colour: 'orange', icon: IconClockExclamation },
  conflicts: { colour: 'yellow', icon: IconArrowsSplit2 },
  clock: { colour: 'yellow', icon: IconClockX },
  version: { colour: 'gray', icon: IconVersions },
  noComputer: { colour: 'gray', icon: IconDeviceDesktopOff },
};

/** What should be looked at about a branch, in words, or that all is well. */
export function BranchState({ summary }: { readonly summary: BranchSummary }) {
  const t = useText();
  const now = useNow();
  const { branch, concerns, conflicts, notTaken } = summary;
  const days = daysSilent(summary, now);
  const words = (concern: Concern) => {
    if (concern === 'late') return days === null ? t('branch.state.neverHeard') : t('branch.state.late', { days });
    return t(`branch.state.${concern}`, { count: concern === 'conflicts' ? conflicts : notTaken });
  };
  return (
    <div className={classes.badges}>
      {branch !== null && branch.archivedAt !== null && <Sign colour="gray" text={t('branch.state.closed')} />}
      {concerns.map((concern) => (
        <Sign key={concern} {...signs[concern]} text={words(concern)} />
      ))}
      {concerns.length === 0 && (branch === null || branch.archivedAt === null) && (
        <Sign colour="teal" icon={IconCheck} text={t('branch.state.well')} />
      )}
    </div>
  );
}

interface SignProps {
  readonly colour: string;
  readonly icon?: Icon;
  readonly text: string;
}

function Sign({ colour, icon: Picture, text }: SignProps) {
  return (
    <Badge
      variant="light"
      color={colour}
      tt="none"
      fw={500}
      {...(Picture === undefined ? {} : { leftSection: <Picture size={13} aria-hidden /> })}
    >
      {text}
    </Badge>
  );
}
