import { useState } from 'react';
import { words as w } from './gallery-words';
import { ICON_NAMES as names } from './icon-names';
import * as ui from './index';

const options = <T extends string>(labels: readonly T[]) => labels.map((label) => ({ value: label, label }));

export function Buttons() {
  return (
    <ui.Section title={w.sections.buttons}>
      <ui.Row>
        <ui.Button variant="primary" icon="play">{w.start}</ui.Button>
        <ui.Button>{w.later}</ui.Button>
        <ui.Button icon="person-add">{w.addTask}</ui.Button>
        <ui.Button variant="danger" icon="trash">{w.remove}</ui.Button>
        <ui.Button variant="quiet">{w.skipStep}</ui.Button>
      </ui.Row>
      <ui.Row>
        <ui.Button variant="primary" busy>{w.working}</ui.Button>
        <ui.Button busy>{w.working}</ui.Button>
        <ui.Button variant="primary" disabled>{w.disabled}</ui.Button>
        <ui.Button disabled>{w.disabled}</ui.Button>
        <ui.Button href="#buttons" icon="document">{w.link}</ui.Button>
        <ui.IconButton icon="more" label={w.menu} />
        <ui.IconButton icon="edit" label={w.menu} bordered />
      </ui.Row>
      <ui.Button variant="primary" size="large" icon="next" iconEnd block>{w.next}</ui.Button>
      <ui.Spinner>{w.loading}</ui.Spinner>
    </ui.Section>
  );
}

export function Fields() {
  const [name, setName] = useState<string>(w.nameValue);
  const [opinion, setOpinion] = useState<string>(w.opinionValue);
  return (
    <ui.Section title={w.sections.fields}>
      <ui.Field label={w.name} hint={w.nameHint} required><ui.TextInput value={name} onValue={setName} /></ui.Field>
      <ui.Field label={w.name} error={w.nameError} required><ui.TextInput defaultValue="" /></ui.Field>
      <ui.Field label={w.search} hideLabel>{(control) => <input {...control} className="ui-input" type="search" placeholder={w.search} />}</ui.Field>
      <ui.Grid column="small">
        <ui.Field label={w.day}><ui.DateInput defaultValue="2026-02-05" /></ui.Field>
        <ui.Field label={w.time}><ui.TimeInput defaultValue="19:30" /></ui.Field>
      </ui.Grid>
      <ui.Field label={w.place}>
        <ui.Select>{w.places.map((place) => <option key={place}>{place}</option>)}</ui.Select>
      </ui.Field>
      <ui.Field label={w.passcode}><ui.PasscodeInput showLabel={w.show} hideLabel={w.hide} defaultValue="246810" /></ui.Field>
      <ui.Field label={w.opinion}><ui.TextArea value={opinion} onValue={setOpinion} /></ui.Field>
      <ui.Field label={w.speechLabel}><ui.TextArea speech defaultValue={w.speech} /></ui.Field>
      <ui.Speech><p>{w.speech}</p></ui.Speech>
    </ui.Section>
  );
}

export function Choices() {
  const [reason, setReason] = useState<string>(w.reasons[0]);
  const [attendance, setAttendance] = useState<string>(w.attendanceOptions[0]);
  const [yes, setYes] = useState<string | null>(null);
  const [kind, setKind] = useState<string | null>(w.kinds[1]);
  return (
    <ui.Section title={w.sections.choices}>
      <ui.Stack gap={0}>
        <ui.Checkbox defaultChecked hint={w.checkHint}>{w.check}</ui.Checkbox>
        <ui.Checkbox>{w.check}</ui.Checkbox>
        <ui.Switch defaultChecked hint={w.switchHint}>{w.switch}</ui.Switch>
        <ui.Switch>{w.switch}</ui.Switch>
      </ui.Stack>
      <ui.Segmented label={w.attendance} options={options(w.attendanceOptions)} value={attendance} onValue={setAttendance} />
      <ui.Segmented label={w.ballot} hideLabel options={options(w.yesNo)} value={yes} onValue={setYes} />
      <ui.RadioGroup
        label={w.reason}
        options={w.reasons.map((label, i) => ({ value: label, label, hint: i === 3 ? w.reasonHint : undefined }))}
        value={reason}
        onValue={setReason}
      />
      <ui.RadioGroup label={w.reason} options={options(w.reasons.slice(0, 2))} value={null} onValue={() => undefined} error={w.reasonError} />
      <ui.ChipGroup label={w.kind} options={options(w.kinds)} value={kind} onValue={setKind} clearable />
      <ui.Row>
        <ui.Chip icon="plus">{w.reasons[1]}</ui.Chip>
        <ui.Chip pressed={false} count="3">{w.kinds[0]}</ui.Chip>
        <ui.Chip disabled>{w.kinds[3]}</ui.Chip>
      </ui.Row>
    </ui.Section>
  );
}

export function Numbers() {
  const [yes, setYes] = useState(27);
  const [points, setPoints] = useState(9.5);
  return (
    <ui.Section title={w.sections.numbers}>
      <ui.Grid column="small">
        <ui.Counter value="27" of="/30" caption={w.present} live />
        <ui.Counter value="14" caption={w.needed} />
        <ui.Counter value="90 %" caption={w.rate} tone="ok" />
        <ui.Counter value="92" caption={w.grade} tone="gold" />
      </ui.Grid>
      <ui.Card>
        <ui.Stepper label={w.votesFor} value={yes} onValue={setYes} max={27} decreaseLabel={w.less} increaseLabel={w.more} />
        <ui.Stepper label={w.votesAgainst} value={0} onValue={() => undefined} decreaseLabel={w.less} increaseLabel={w.more} />
        <ui.Stepper label={w.points} value={points} onValue={setPoints} step={0.5} max={10} decreaseLabel={w.less} increaseLabel={w.more} />
      </ui.Card>
      <ui.Row gap={5}>
        <ui.Timer label={w.timer} seconds={754} suggestedMinutes={15} caption={w.timerNote} />
        <ui.Timer label={w.timer} seconds={1080} suggestedMinutes={15} caption={w.timerNote} overCaption={w.timerOver} />
        <ui.Timer label={w.timer} seconds={5710} />
      </ui.Row>
      <ui.ProgressBar label={w.progress} value={12} max={27} detail="12/27" />
      <ui.ProgressBar label={w.target} value={93} detail="93 %" tone="ok" />
      <ui.ProgressBar label={w.progressWait} />
    </ui.Section>
  );
}

export function Lists() {
  return (
    <ui.Section title={w.sections.lists}>
      <ui.Card title={w.todayTitle} level={3} marked>
        <p>{w.todayText}</p>
        <ui.Row><ui.Button variant="primary" icon="share">{w.fix}</ui.Button></ui.Row>
      </ui.Card>
      <ui.Card title={w.membersTitle} level={3} actions={<ui.Button variant="quiet" icon="person-add">{w.addMember}</ui.Button>}>
        <ui.List>
          {w.members.map(([name, role, state], i) => (
            <ui.ListRow
              key={name}
              title={name}
              subtitle={role}
              leading={<ui.Icon name="person" />}
              trailing={<ui.Badge tone={i === 0 ? 'ok' : i === 1 ? 'neutral' : 'warn'}>{state}</ui.Badge>}
              onClick={() => undefined}
              actions={i === 1 ? <ui.IconButton icon="phone" label={w.remind} /> : undefined}
            />
          ))}
        </ui.List>
      </ui.Card>
      <ui.List boxed>
        <ui.ListRow title={w.resolution} subtitle={w.resolutionSub} href="#lists" leading={<ui.Icon name="document" />} />
        <ui.ListRow title={w.title} subtitle={w.subtitle} href="#lists" leading={<ui.Icon name="star" filled className="ui-gold" />} trailing={<ui.Badge tone="gold">{w.badges[2]}</ui.Badge>} />
        <ui.ListRow title={w.place} trailing={w.places[0]} />
      </ui.List>
      <ui.DefinitionList items={w.terms.map(([term, value]) => ({ term, value }))} />
    </ui.Section>
  );
}

export function Notices() {
  const tones: readonly ui.Tone[] = ['neutral', 'info', 'ok', 'warn', 'danger', 'gold'];
  return (
    <ui.Section title={w.sections.notices}>
      <ui.Row>
        {tones.map((tone, i) => (
          <ui.Badge key={tone} tone={tone} icon={tone === 'gold' ? 'star' : undefined}>{w.badges[i]}</ui.Badge>
        ))}
        <ui.StatusText icon="cloud-done" tone="ok">{w.saved}</ui.StatusText>
        <ui.StatusText icon="cloud-wait">{w.waiting}</ui.StatusText>
      </ui.Row>
      <ui.Banner icon="cloud-off" title={w.infoTitle}>{w.infoText}</ui.Banner>
      <ui.Banner tone="ok">{w.okText}</ui.Banner>
      <ui.Banner tone="warn" title={w.warnTitle} action={<ui.Button>{w.fix}</ui.Button>}>{w.warnText}</ui.Banner>
      <ui.Banner tone="danger" title={w.dangerTitle}>{w.dangerText}</ui.Banner>
      <ui.Banner tone="gold">{w.goldText}</ui.Banner>
      <ui.EmptyState icon="meeting" title={w.emptyTitle} level={3} action={<ui.Button variant="primary" icon="plus">{w.plan}</ui.Button>}>{w.emptyText}</ui.EmptyState>
    </ui.Section>
  );
}

export function Dialogs() {
  const [open, setOpen] = useState<'sheet' | 'confirm' | null>(null);
  const [kind, setKind] = useState<string | null>(w.kinds[0]);
  const toast = ui.useToast();
  const close = () => setOpen(null);
  return (
    <ui.Section title={w.sections.dialogs}>
      <ui.Row>
        <ui.Button id="open-sheet" onClick={() => setOpen('sheet')}>{w.openSheet}</ui.Button>
        <ui.Button id="open-confirm" onClick={() => setOpen('confirm')}>{w.openConfirm}</ui.Button>
        <ui.Button id="open-toast" onClick={() => toast({ text: w.toast })}>{w.openToast}</ui.Button>
        <ui.Button id="open-undo" onClick={() => toast({ text: w.toastUndo, action: { label: w.undo, run: () => undefined } })}>{w.openUndo}</ui.Button>
      </ui.Row>
      <ui.Sheet
        open={open === 'sheet'}
        title={w.sheetTitle}
        closeLabel={w.close}
        onClose={close}
        footer={<ui.Button variant="primary" size="large" icon="check" onClick={close}>{w.record}</ui.Button>}
      >
        <ui.Stack>
          <ui.ChipGroup label={w.kind} options={options(w.kinds)} value={kind} onValue={setKind} />
          <ui.Field label={w.opinion}><ui.TextArea defaultValue={w.opinionValue} /></ui.Field>
        </ui.Stack>
      </ui.Sheet>
      <ui.ConfirmDialog open={open === 'confirm'} title={w.confirmTitle} confirmLabel={w.remove} cancelLabel={w.cancel} onConfirm={close} onCancel={close} danger>
        {w.confirmText}
      </ui.ConfirmDialog>
    </ui.Section>
  );
}

export function Tables() {
  return (
    <ui.Section title={w.sections.tables}>
      <ui.Table caption={w.tableCaption}>
        <thead>
          <tr>{w.columns.map((column, i) => <th key={column} scope="col" className={i > 0 && i < 4 ? 'ui-num' : undefined}>{column}</th>)}</tr>
        </thead>
        <tbody>
          {w.rows.map(([month, ...cells]) => (
            <tr key={month}>
              <th scope="row">{month}</th>
              {cells.map((cell, i) => <td key={i} className={i < 3 ? 'ui-num' : undefined}>{cell}</td>)}
            </tr>
          ))}
        </tbody>
      </ui.Table>
      <ui.Disclosure summary={w.why}>{w.whyText}</ui.Disclosure>
      <ui.Disclosure summary={w.why} open>{w.whyText}</ui.Disclosure>
    </ui.Section>
  );
}

export function Icons() {
  return (
    <ui.Section title={w.sections.icons}>
      <ui.Row gap={4}>
        {names.map((name) => <ui.Icon key={name} name={name} label={name} />)}
      </ui.Row>
    </ui.Section>
  );
}
