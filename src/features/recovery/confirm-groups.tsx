import { useRef, useState, type FormEvent } from 'react';
import { useT } from '@/i18n';
import { groupSheet, SHEET_GROUPS } from '@/sync';
import { Button, Field, Stack, TextInput } from '@/ui';

/** Which two groups are asked back: one of the first half and one of the second, so that half a page is noticed. */
function pick(): readonly [number, number] {
  const [a = 0, b = 0] = crypto.getRandomValues(new Uint8Array(2));
  const half = SHEET_GROUPS.count / 2;
  return [a % half, half + (b % half)];
}

/** Two groups typed back from the paper. */
export function ConfirmGroups({ sheet, busy, onConfirmed }: { sheet: string; busy: boolean; onConfirmed: () => void }) {
  const t = useT('recovery');
  const [places] = useState(pick);
  const groups = sheet.split('-');
  const [typed, setTyped] = useState(['', '']);
  const [checked, setChecked] = useState(false);
  const inputs = useRef<(HTMLInputElement | null)[]>([]);
  const wrong = places.map((place, index) => groupSheet(typed[index] ?? '') !== groups[place]);
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
          <Field key={place} label={t('confirm.group', { number: place + 1 })} error={checked && wrong[index] ? t('confirm.wrong') : undefined}>
            <TextInput
              ref={(input) => {
                inputs.current[index] = input;
              }}
              value={typed[index] ?? ''}
              onValue={(value) => setTyped(typed.map((one, at) => (at === index ? groupSheet(value).slice(0, SHEET_GROUPS.length) : one)))}
              autoCapitalize="characters"
              autoComplete="off"
              autoCorrect="off"
              spellCheck={false}
              enterKeyHint={index === 0 ? 'next' : 'done'}
              lang="en"
            />
          </Field>
        ))}
        <Button type="submit" variant="primary" size="large" block busy={busy}>{t(busy ? 'confirm.busy' : 'confirm.button')}</Button>
      </Stack>
    </form>
  );
}
