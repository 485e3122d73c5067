import { useState } from 'react';
import { Buttons, Choices, Dialogs, Fields, Icons, Lists, Notices, Numbers, Tables } from './gallery-parts';
import { words as w } from './gallery-words';
import { AppShell, BottomActions, Button, Icon, IconButton, PageHeader, Segmented, Stack, StatusText, StepBar, ToastProvider } from './index';
import type { IconName } from './index';

const icons: readonly IconName[] = ['home', 'meeting', 'members', 'reports', 'more'];
const themes = ['auto', 'light', 'dark'] as const;
const sizes = ['normal', 'large', 'xlarge'] as const;

/** Every component in every state, for the eye and for the accessibility tests; not part of the product. */
export default function Gallery() {
  const [step, setStep] = useState('2');
  const [theme, setTheme] = useState<(typeof themes)[number]>('auto');
  const [size, setSize] = useState<(typeof sizes)[number]>('normal');
  const root = document.documentElement.dataset;
  const dress = (key: string, value: string, none: string): void => {
    if (value === none) delete root[key];
    else root[key] = value;
  };
  return (
    <ToastProvider closeLabel={w.close}>
      <AppShell
        brand={<><Icon name="book" />{w.brand}</>}
        status={<StatusText icon="cloud-done" tone="ok">{w.saved}</StatusText>}
        items={w.tabs.map((label, i) => ({ href: `?place=${i}`, label, icon: icons[i] ?? 'more', ...(i === 3 && { badge: 2, badgeLabel: w.waitingCount }) }))}
        current="?place=1"
        navLabel={w.nav}
        skipLabel={w.skip}
        onNavigate={(_, event) => event.preventDefault()}
      >
        <Stack gap={6}>
          <div>
            <PageHeader title={w.title} subtitle={w.subtitle} back={{ label: w.back, href: '?' }} actions={<IconButton icon="more" label={w.menu} />} />
            <StepBar
              label={w.stepsLabel}
              doneLabel={w.done}
              steps={w.steps.map((label, i) => ({ id: String(i), label, state: String(i) === step ? 'current' : i < Number(step) ? 'done' : 'todo' }))}
              onStep={setStep}
            />
          </div>
          <Segmented
            label={w.theme}
            options={themes.map((value, i) => ({ value, label: w.themes[i] }))}
            value={theme}
            onValue={(value) => {
              setTheme(value);
              dress('theme', value, 'auto');
            }}
          />
          <Segmented
            label={w.size}
            options={sizes.map((value, i) => ({ value, label: w.sizes[i] }))}
            value={size}
            onValue={(value) => {
              setSize(value);
              dress('text', value, 'normal');
            }}
          />
          <Buttons />
          <Fields />
          <Choices />
          <Numbers />
          <Lists />
          <Notices />
          <Dialogs />
          <Tables />
          <Icons />
        </Stack>
        <BottomActions>
          <Button>{w.later}</Button>
          <Button variant="primary" icon="next" iconEnd>{w.next}</Button>
        </BottomActions>
      </AppShell>
    </ToastProvider>
  );
}
