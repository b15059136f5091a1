import { Button } from '@mantine/core';
import { IconPrinter, IconTableExport } from '@tabler/icons-react';
import { Message } from '#renderer/app/Message.tsx';

interface ReportActionsProps {
  /** Absent where whoever works in this window may not take out what is in it. */
  readonly onSave?: (() => void) | undefined;
}

/** What can be done with a report: kept as a file, put on paper. */
export function ReportActions({ onSave }: ReportActionsProps) {
  return (
    <>
      {onSave !== undefined && (
        <Button variant="default" leftSection={<IconTableExport size={16} aria-hidden />} onClick={onSave}>
          <Message id="report.export" />
        </Button>
      )}
      <Button variant="default" leftSection={<IconPrinter size={16} aria-hidden />} onClick={() => window.print()}>
        <Message id="report.print" />
      </Button>
    </>
  );
}
