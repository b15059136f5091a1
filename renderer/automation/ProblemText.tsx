import { Text } from '@mantine/core';
import { useIntl } from 'react-intl';
import { useText } from '#renderer/app/text.ts';
import type { RuleProblem } from '#renderer/automation/rule-draft.ts';

/** What is wrong with a part of a rule; nothing when that part is in order. @param at the part's path */
export function ProblemText({ problem, at }: { readonly problem: RuleProblem | null; readonly at: string }) {
  const problemText = useProblemText();
  if (problem === null || (problem.field !== at && !problem.field.startsWith(`${at}.`))) return null;
  return (
    <Text role="alert" c="var(--mantine-color-error)" mt={6}>
      {problemText(problem)}
    </Text>
  );
}

const known = ['nameMissing', 'actionsMissing', 'conditionsUnfinished'] as const;

export function useProblemText(): (problem: RuleProblem) => string {
  const t = useText();
  const { messages } = useIntl();
  return ({ code, value = '' }) => {
    const plain = known.find((one) => one === code);
    if (plain !== undefined) return t(`automation.${plain}`);
    const key = `automation.refused.${code}`;
    return key in messages ? t(key as 'automation.refused.other', { value }) : t('automation.refused.other');
  };
}
