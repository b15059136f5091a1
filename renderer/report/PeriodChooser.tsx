import { Select, TextInput } from '@mantine/core';
import { useText } from '#renderer/app/text.ts';
import { reportPeriods } from '#renderer/report/report-period.ts';
import type { PeriodAddress } from '#renderer/report/report-period.ts';

interface PeriodChooserProps {
  readonly value: PeriodAddress;
  readonly onChange: (changes: Readonly<Record<string, string>>) => void;
}

/** Which days a report is of: a month, a quarter, a year, or any two days. */
export function PeriodChooser({ value: { period, from, to, isWrong }, onChange }: PeriodChooserProps) {
  const t = useText();
  const day = (name: 'from' | 'to', date: string) => (
    <TextInput
      type="date"
      aria-label={t(`report.${name}`)}
      aria-invalid={isWrong || undefined}
      w={150}
      value={date}
      onChange={(event) => onChange({ [name]: event.currentTarget.value })}
    />
  );
  return (
    <>
      <Select
        aria-label={t('report.period')}
        allowDeselect={false}
        w={190}
        data={reportPeriods.map((one) => ({ value: one, label: t(`report.period.${one}`) }))}
        value={period}
        onChange={(next) => onChange(next === 'own' ? { period: 'own', from, to } : { period: next ?? '', from: '', to: '' })}
      />
      {period === 'own' && (
        <>
          {day('from', from)}
          {day('to', to)}
        </>
      )}
    </>
  );
}
