import { useRef, useState, type FormEvent } from 'react';
import { Button } from './button';
import { Field } from './field';
import { Stack } from './layout';
import { TextInput } from './text-input';

/** Which two groups are asked back: one of the first half and one of the second, so that half a page is noticed. */
function pick(count: number): readonly [number, number] {
  const [a = 0, b = 0] = crypto.getRandomValues(new Uint8Array(2));
  const half = count / 2;
  return [a % half, half + (b % half)];
}

export interface ConfirmGroupsProps {
  readonly groups: readonly string[];
  /** Makes what is typed look like a group. */
  readonly clean: (typed: string) => string;
  readonly label: (number: number) => string;
  readonly wrong: string;
  readonly button: string;
  readonly busy: boolean;
  readonly onConfirmed: () => void;
}

/** Two groups typed back from the paper. */
export function ConfirmGroups({ groups, clean, label, wrong: wrongText, button, busy, onConfirmed }: ConfirmGroupsProps) {
  const [places] = useState(() => pick(groups.length));
  const [typed, setTyped] = useState(['', '']);
  const [checked, setChecked] = useState(false);
  const inputs = useRef<(HTMLInputElement | null)[]>([]);
  const wrong = places.map((place, index) => clean(typed[index] ?? '') !== groups[place]);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (busy) return;
    setChecked(true);
    const first = wrong.indexOf(true);
    if (first >= 0) inputs.current[first]?.focus();
    else onConfirmed();
  };
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap={4}>
        {places.map((place, index) => (
          <Field key={place} label={label(place + 1)} error={checked && wrong[index] ? wrongText : undefined}>
            <TextInput
              ref={(input) => {
                inputs.current[index] = input;
              }}
              value={typed[index] ?? ''}
              onValue={(value) => setTyped(typed.map((one, at) => (at === index ? clean(value).slice(0, groups[place]?.length) : one)))}
              autoCapitalize="characters"
              autoComplete="off"
              autoCorrect="off"
              spellCheck={false}
              enterKeyHint={index === 0 ? 'next' : 'done'}
              lang="en"
            />
          </Field>
        ))}
        <Button type="submit" variant="primary" size="large" block busy={busy}>{button}</Button>
      </Stack>
    </form>
  );
}
