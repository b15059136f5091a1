import { Button, Menu, Textarea, TextInput } from '@mantine/core';
import { IconBraces } from '@tabler/icons-react';
import { useRef } from 'react';
import { useText } from '#renderer/app/text.ts';
import { textFields } from '#shared/automation/text-fields.ts';

interface FilledTextProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (text: string) => void;
  readonly max: number;
  readonly isLong?: boolean;
}

/** Words into which fields can be put: "Call {client.name}". */
export function FilledText({ label, value, onChange, max, isLong = false }: FilledTextProps) {
  const t = useText();
  const input = useRef<HTMLInputElement & HTMLTextAreaElement>(null);
  const insert = (field: string) => {
    const at = input.current?.selectionEnd ?? value.length;
    const tag = `{${field}}`;
    const before = value.slice(0, at);
    const space = before === '' || /\s$/.test(before) ? '' : ' ';
    onChange((before + space + tag + value.slice(at)).slice(0, max));
    requestAnimationFrame(() => {
      const end = at + space.length + tag.length;
      input.current?.focus();
      input.current?.setSelectionRange(end, end);
    });
  };
  const typing = {
    label,
    ref: input,
    maxLength: max,
    value,
    onChange: (event: { readonly currentTarget: { readonly value: string } }) => onChange(event.currentTarget.value),
  };
  return (
    <div>
      {isLong ? <Textarea {...typing} autosize minRows={2} maxRows={10} /> : <TextInput {...typing} />}
      <Menu position="bottom-start" shadow="md">
        <Menu.Target>
          <Button variant="subtle" size="compact-sm" mt={2} leftSection={<IconBraces size={14} aria-hidden />}>
            {t('automation.insert')}
          </Button>
        </Menu.Target>
        <Menu.Dropdown mah={320} style={{ overflowY: 'auto' }}>
          {textFields.map((field) => (
            <Menu.Item key={field} onClick={() => insert(field)}>
              {t(`automation.insert.${field}`)}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
    </div>
  );
}
