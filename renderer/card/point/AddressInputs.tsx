import { Textarea, TextInput } from '@mantine/core';
import { useText } from '#renderer/app/text.ts';
import { addressParts } from '#renderer/card/point/point.ts';

const longest = { street: 300, city: 120, region: 120, postalCode: 20, country: 80 } as const;

interface AddressInputsProps {
  readonly values: Readonly<Record<string, string>>;
  readonly set: (changes: Partial<Record<string, string>>) => void;
}

/** The parts of an address. */
export function AddressInputs({ values, set }: AddressInputsProps) {
  const t = useText();
  return addressParts.map((part) => {
    const name = t(`party.field.${part}`);
    const common = {
      'aria-label': name,
      placeholder: name,
      value: values[part] ?? '',
      maxLength: longest[part],
      autoComplete: 'off',
    };
    if (part !== 'street')
      return <TextInput key={part} {...common} onChange={(event) => set({ [part]: event.currentTarget.value })} />;
    return (
      <Textarea
        key={part}
        {...common}
        autoFocus
        autosize
        minRows={1}
        maxRows={4}
        onChange={(event) => set({ street: event.currentTarget.value.replaceAll('\n', ' ') })}
      />
    );
  });
}
