import { isDate, type Json } from '@/domain';
import { formatDate, formatMoment, formatNumber, type Translate } from '@/i18n';

/** Names of fields, most particular first; the words are `field.<name>`. */
const FIELDS: readonly (readonly [RegExp, string])[] = [
  [/^att\//, 'attendance'],
  [/^con\//, 'contribution'],
  [/^vote\//, 'vote'],
  [/^minutes\//, 'minutes'],
  [/^step\/[^/]+\/note$/, 'note'],
  [/^step\//, 'step'],
  [/^score\//, 'score'],
  [/^doc\//, 'document'],
  [/^paper\//, 'paperReview'],
  [/^guest\//, 'guest'],
  [/^prep\//, 'prep'],
  [/^sign\//, 'sign'],
  [/^status\//, 'status'],
  [/^card\//, 'card'],
  [/^dues\//, 'dues'],
  [/^q\//, 'planTheme'],
  [/^coming\//, 'planVisit'],
  [/^move\/\d+\/why$/, 'planReason'],
  [/^((move|committee)\/\d+|day|week|weekday|committeeDays|unitDay)$/, 'planDay'],
  [/^(evidence|request|report|proposal|decision|ceremony|letter|arrive|leave|start|end|day)\/(on|from|until)$/, 'lifeDay'],
  [/^(proposal|report|decision|letter)\/(number|by)$/, 'lifePaper'],
  [/^report\//, 'report'],
  [/^(text|self|givenOn|reason|cellFrom)$/, '$1'],
  [/^text\//, 'appraisalText'],
  [/^sec\//, 'reportText'],
  [/^cell\//, 'reportCell'],
  [/^reportDue\//, 'reportDue'],
  [/^(selfGrade|comment|committee|vote)(\/|$)/, '$1'],
  [/^(conclusion|agenda|weakness|readBack|chairId|clerkId|dues|date|time|place|name|what|assigneeId|due|result|state)$/, '$1'],
  [/^(superior|placeName|meetingPlace|meetingTime|meetingDay|birthDate|joinedOn|officialOn|cardNumber|position|job|phone)$/, '$1'],
];

/** Key of a field's words. */
export function fieldWord(field: string): string {
  for (const [pattern, word] of FIELDS) {
    const match = pattern.exec(field);
    if (match) return `field.${word === '$1' ? match[1]! : word}`;
  }
  return 'field.other';
}

/** Words that records hold as codes. */
const CODES = new Set(
  'excused unexcused late leftEarly present opinion proposal criticism question petition open done dropped male female official probationary active temporaryIn temporaryOut exempt suspended left secretary deputy committeeMember none excellent wellDone completed notCompleted ageOrHealth treatment abroad mobileWork retirement maternity noMeetings noDues lost probation reprimand warning dismissal'.split(' '),
);
/** Parts that mean nothing to a reader: where and when the program put it. */
const SILENT = new Set(['at', 'stepId', 'decision', 'base', 'inRoom', 'basis', 'path']);

/** Any value as a person reads it: names for ids, dates as dates, objects part by part. */
export function valueWords(value: Json | undefined, t: Translate, nameOf: (id: string) => string | undefined): string {
  if (value === null || value === undefined || value === '') return t('value.nothing');
  if (typeof value === 'boolean') return t(value ? 'value.yes' : 'value.no');
  if (typeof value === 'number') return formatNumber(value);
  if (typeof value === 'string') {
    if (CODES.has(value)) return t(`value.${value}`);
    if (isDate(value)) return formatDate(value);
    if (/^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/.test(value)) return formatMoment(value);
    return nameOf(value) ?? value;
  }
  const parts = Array.isArray(value) ? value : Object.entries(value).filter(([name]) => !SILENT.has(name)).map(([, part]) => part);
  const words = parts.filter((part) => part !== undefined && part !== '').map((part) => valueWords(part as Json, t, nameOf));
  return words.length > 0 ? words.join(' · ') : t('value.nothing');
}
