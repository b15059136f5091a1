import { Paper, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import classes from '#renderer/session/CodePaper.module.css';

interface CodePaperProps {
  readonly code: string;
  /** What the code is for; on the printed paper only. */
  readonly title: ReactNode;
}

/** A recovery code on one line, large enough to be copied by hand; of the page only this is printed. */
export function CodePaper({ code, title }: CodePaperProps) {
  return (
    <Paper withBorder p="md" className={classes['paper'] ?? ''}>
      <Text className={classes['title'] ?? ''}>{title}</Text>
      <Text className={classes['code'] ?? ''} data-testid="recovery-code">
        {code}
      </Text>
    </Paper>
  );
}
