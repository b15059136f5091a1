import { Badge, Text } from '@mantine/core';
import { useFormat } from '#renderer/app/format.ts';
import { useText } from '#renderer/app/text.ts';
import { hasWrongClock } from '#renderer/branch/branch-summary.ts';
import { ComputerMenu } from '#renderer/branch/ComputerMenu.tsx';
import { useHeardWords } from '#renderer/branch/use-heard-words.ts';
import type { DeviceSummary } from '#shared/sync/office-protocol.ts';

interface ComputerRowProps {
  readonly computer: DeviceSummary;
  /** Of head office's program. */
  readonly version: string;
}

/** A computer of a branch: how it is, and its menu. */
export function ComputerRow({ computer, version }: ComputerRowProps) {
  const t = useText();
  const format = useFormat();
  const facts = useFacts(version);
  const { name, till, isMain, revokedAt } = computer;
  const isOut = revokedAt !== null;
  return (
    <li>
      <div style={{ minWidth: 0 }}>
        <Text component="span" fw={500} {...(isOut && { c: 'dimmed' })}>
          {name}
        </Text>
        {isMain && !isOut && (
          <Badge ml={8} variant="light" tt="none" fw={500}>
            {t('branch.main')}
          </Badge>
        )}
        <Text size="sm" c="dimmed">
          {isOut
            ? t('branch.shutOutOn', { date: format.date(revokedAt) })
            : [t('branch.till', { number: till }), ...facts(computer)].join(' · ')}
        </Text>
      </div>
      {!isOut && <ComputerMenu computer={computer} />}
    </li>
  );
}

/** What is to be said of a computer: always when it was heard of; the rest only where there is something. */
function useFacts(version: string): (computer: DeviceSummary) => readonly string[] {
  const t = useText();
  const heard = useHeardWords();
  return ({ lastContactAt, waiting, backlog, program, clockOffset, quarantined }) => {
    const minutes = Math.round(Math.abs(clockOffset ?? 0) / 60_000);
    const isFast = (clockOffset ?? 0) > 0;
    return [
      lastContactAt === null ? t('branch.neverHeard') : t('branch.heard', { when: heard(lastContactAt) }),
      ...(waiting > 0 ? [t('branch.waiting', { count: waiting })] : []),
      ...(backlog !== null && backlog > 0 ? [t('branch.backlog', { count: backlog })] : []),
      ...(program.version === version ? [] : [t('branch.version', { version: program.version, here: version })]),
      ...(hasWrongClock({ clockOffset }) ? [t(isFast ? 'branch.clock.fast' : 'branch.clock.slow', { minutes })] : []),
      ...(quarantined > 0 ? [t('branch.state.notTaken', { count: quarantined })] : []),
    ];
  };
}
