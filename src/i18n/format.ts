import { currentLanguage } from './setup';

const locale = (): string => (currentLanguage() === 'en' ? 'en-GB' : 'vi-VN');
const numbers = new Map<string, Intl.NumberFormat>();

/** A number: `1.234,5` in Vietnamese. At most `decimals` places. */
export function formatNumber(value: number, decimals = 1): string {
  const key = `${locale()}/${decimals}`;
  let format = numbers.get(key);
  if (!format) numbers.set(key, (format = new Intl.NumberFormat(locale(), { maximumFractionDigits: decimals })));
  return format.format(value);
}

/** A percentage of 0 to 100: `86,7%`. */
export const formatPercent = (value: number): string => `${formatNumber(value)}%`;

/** A calendar date `YYYY-MM-DD` as `dd/MM/yyyy`; anything else comes back as it is. */
export function formatDate(date: string): string {
  const match = /^(\d{4})-(\d{2})-(\d{2})/.exec(date);
  return match ? `${match[3]}/${match[2]}/${match[1]}` : date;
}

/** A month `YYYY-MM` as `MM/yyyy`. */
export const formatMonth = (month: string): string => `${month.slice(5, 7)}/${month.slice(0, 4)}`;

/** A moment's time of day on this device, `HH:mm`. */
export function formatTime(instant: string): string {
  const time = new Date(instant);
  return `${String(time.getHours()).padStart(2, '0')}:${String(time.getMinutes()).padStart(2, '0')}`;
}

/** A moment as `HH:mm dd/MM/yyyy` on this device. */
export function formatMoment(instant: string): string {
  const time = new Date(instant);
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${formatTime(instant)} ${two(time.getDate())}/${two(time.getMonth() + 1)}/${time.getFullYear()}`;
}

/** Seconds as `m:ss` or `h:mm:ss`. */
export function formatClock(seconds: number): string {
  const whole = Math.max(0, Math.floor(seconds));
  const two = (value: number): string => String(value).padStart(2, '0');
  const hours = Math.floor(whole / 3600);
  const rest = `${hours > 0 ? two(Math.floor((whole % 3600) / 60)) : Math.floor(whole / 60)}:${two(whole % 60)}`;
  return hours > 0 ? `${hours}:${rest}` : rest;
}

/** Bytes as `12,3 MB`. */
export function formatBytes(bytes: number): string {
  if (bytes < 1000) return `${bytes} B`;
  if (bytes < 1_000_000) return `${formatNumber(bytes / 1000, 0)} kB`;
  return bytes < 1_000_000_000 ? `${formatNumber(bytes / 1_000_000)} MB` : `${formatNumber(bytes / 1_000_000_000)} GB`;
}
